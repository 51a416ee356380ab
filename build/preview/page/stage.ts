/** The window of the course within the page. */

const stage = document.getElementById('stage') as HTMLElement;
const closed = document.getElementById('closed') as HTMLElement;

export const frameOnStage = () => stage.querySelector('iframe');

/** Shows a page of the course, and tells when it has come. */
export function mount(address: string, came: (frame: HTMLIFrameElement) => void): void {
  const frame = document.createElement('iframe');
  frame.title = 'Course';
  frame.src = address;
  frame.addEventListener('load', () => came(frame));
  stage.append(frame);
  closed.hidden = true;
}

/** The window goes, and the course may say its last words; or the device dies, and it may not. */
export function unmount(isCrash: boolean): void {
  const frame = frameOnStage();
  if (!frame) return;
  if (isCrash) silence(frame);
  frame.remove();
  closed.hidden = false;
}

/** A browser tells a course of its end in any case: what it says then goes nowhere, and is not kept. */
function silence({ contentWindow }: HTMLIFrameElement): void {
  const inside = contentWindow as (Window & typeof globalThis) | null;
  if (!inside) return;
  inside.fetch = () => new Promise(() => {});
  for (const name of ['setItem', 'removeItem'] as const) inside.Storage.prototype[name] = () => {};
}

/** The id of the page that the learner sees; null where none is shown. */
export const shownIn = (frame: HTMLIFrameElement | null) =>
  frame?.contentDocument?.querySelector('.page[data-shown]')?.id ?? null;

/** By the course's own controls, to where a change was seen. */
export async function showAgain(frame: HTMLIFrameElement, page: string): Promise<boolean> {
  const inside = frame.contentDocument;
  if (!inside) return false;
  for (let left = 100; left > 0 && !inside.documentElement.hasAttribute('data-started'); left--)
    await new Promise((resolve) => setTimeout(resolve, 20));
  // Another change may have taken this frame away, or the door has led on to a language: the next one comes back then.
  if (!frame.isConnected || frame.contentDocument !== inside) return false;
  inside.querySelector<HTMLElement>('[data-action="start"]')?.click();
  if (shownIn(frame) !== page) inside.querySelector<HTMLElement>(`a[href="#${CSS.escape(page)}"]`)?.click();
  return true;
}

export function setPhone(is: boolean): void {
  stage.toggleAttribute('data-phone', is);
}
