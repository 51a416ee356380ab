/**
 * A finger that wipes across the page turns it. Whatever else a finger may want comes first: scrolling, what scrolls
 * sideways, what is dragged, words being selected, zooming, and the gestures that a device has at its edges.
 */
import { turn } from './shortcuts.ts';

/** Pixels: at least so far, and not from so near an edge. */
const [farEnough, edge] = [60, 32];
/** Milliseconds: a slow finger looks for something. */
const longest = 600;
/** Where a finger has something else to do. */
const busy =
  '[data-question], .assessment, dialog, .outline, .bar, input, textarea, select, video, audio, iframe, [draggable="true"]';

export function watchSwipes(window: Window): void {
  const { document } = window;
  let begun: { x: number; y: number; at: number } | null = null;
  const options = { passive: true } as const;
  document.addEventListener(
    'touchstart',
    ({ touches, target, timeStamp }) => {
      const [touch] = touches;
      const isBusy = !(target instanceof Element) || target.closest(busy) || scrollsSideways(target);
      begun =
        touches.length === 1 && touch && !isBusy && !isZoomed(window) && isInside(window, touch.clientX)
          ? { x: touch.clientX, y: touch.clientY, at: timeStamp }
          : null;
    },
    options,
  );
  document.addEventListener('touchcancel', () => {
    begun = null;
  });
  document.addEventListener(
    'touchend',
    ({ changedTouches, touches, timeStamp }) => {
      const [touch] = changedTouches;
      const from = begun;
      begun = null;
      if (!from || !touch || touches.length > 0 || timeStamp - from.at > longest) return;
      if (!document.getSelection()?.isCollapsed && document.getSelection()?.rangeCount) return;
      const [across, down] = [touch.clientX - from.x, Math.abs(touch.clientY - from.y)];
      if (Math.abs(across) < farEnough || down > Math.abs(across) / 2) return;
      const isForward = across < 0 === (document.documentElement.dir !== 'rtl');
      turn(document, isForward ? 'next' : 'previous');
    },
    options,
  );
}

function isInside({ innerWidth }: Window, x: number): boolean {
  return x > edge && x < innerWidth - edge;
}

function isZoomed({ visualViewport }: Window): boolean {
  return (visualViewport?.scale ?? 1) > 1.01;
}

function scrollsSideways(target: Element): boolean {
  for (let around: Element | null = target; around && around !== document.body; around = around.parentElement)
    if (around.scrollWidth > around.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(around).overflowX))
      return true;
  return false;
}
