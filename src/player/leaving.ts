/** Every way out of a page that a browser tells of. `unload` is not among them: phones do not fire it. */
import { tickEvery } from '../session/time.ts';
import type { Saver } from '../sitting/saver.ts';
import type { Session } from '../sitting/session.ts';

/** Signs of the learner, at most one told in this many milliseconds. */
const activityPause = 15_000;

export function watchLeaving(window: Window, session: Session, saver: Saver): void {
  const { document } = window;
  document.addEventListener('visibilitychange', () => {
    const isHidden = document.visibilityState === 'hidden';
    session.happen({ type: isHidden ? 'hidden' : 'visible' });
    // A phone may freeze or drop a hidden tab without another word. It is no end: the learner may come back.
    if (isHidden) saver.saveNow();
  });
  // A frozen page may be thrown away without another word (Page Lifecycle).
  document.addEventListener('freeze', () => saver.saveNow());
  window.addEventListener('pagehide', () => {
    session.happen({ type: 'left' });
    session.happen({ type: 'hidden' });
    saver.close();
  });
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) loadAnew(window);
  });
  window.setInterval(() => {
    if (document.visibilityState === 'visible') session.happen({ type: 'ticked' });
  }, tickEvery);
  let last = 0;
  for (const sign of ['pointerdown', 'keydown', 'scroll', 'pointermove'])
    window.addEventListener(
      sign,
      (event) => {
        if (event.timeStamp - last < activityPause) return;
        last = event.timeStamp;
        session.happen({ type: 'active' });
      },
      { passive: true, capture: true },
    );
}

/**
 * Back from the back-forward cache the sitting is over, and so is the conversation of the LMS's page around it: both
 * are loaded anew, where the LMS's page is in reach.
 */
function loadAnew(window: Window): void {
  try {
    (window.top ?? window).location.reload();
  } catch {
    window.location.reload();
  }
}
