/** A way back to the LMS, where it says where that is: the last words first, then the address. */
import type { OpenedSitting } from '../sitting/sitting.ts';

/** An LMS that does not answer keeps nobody from leaving. Milliseconds. */
const longestWait = 3_000;

export function connectExit(window: Window, { session, saver, opening }: OpenedSitting): void {
  const { returnUrl } = opening;
  const button = window.document.querySelector<HTMLButtonElement>('[data-action="leave"]');
  if (!button || returnUrl === null) return;
  button.hidden = false;
  button.addEventListener('click', async () => {
    button.disabled = true;
    session.happen({ type: 'left' });
    const enough = new Promise<void>((resolve) => window.setTimeout(resolve, longestWait));
    await Promise.race([saver.close(), enough]);
    window.location.assign(returnUrl);
  });
}
