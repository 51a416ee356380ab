/** The page of the emulator: frames the course, is its LMS, and shows beside it what it has been told. */
import type { PreviewState } from '../state.ts';
import { beginSitting, type Sitting } from './lms.ts';
import { showProblems, showRecord, showSitting } from './panel.ts';

const stage = document.getElementById('stage') as HTMLElement;
const closed = document.getElementById('closed') as HTMLElement;
const formats = document.getElementById('format') as HTMLSelectElement;
const names = ['cut', 'slow', 'refuse', 'lost', 'review', 'phone'] as const;
const on: Record<string, boolean> = Object.fromEntries(names.map((name) => [name, false]));

let state: PreviewState | null = null;
let sitting: Sitting | null = null;
let learner = Number(sessionStorage.getItem('learner') ?? 1);
/** The page that the learner is to see again when the course comes back changed. */
let returnTo: string | null = null;

// What the LMS keeps outlives every window of the course, as in an LMS.
const recordKey = () => `record ${learner} ${state?.format}`;
const record = () =>
  JSON.parse(sessionStorage.getItem(recordKey()) ?? 'null') as Record<string, unknown> | null;

function open(): void {
  if (!state || stage.querySelector('iframe')) return;
  const format = state.formats.find(({ name }) => name === state?.format);
  if (!format) return;
  const key = recordKey();
  const page = window as unknown as Record<string, unknown>;
  delete page.API;
  delete page.API_1484_11;
  const now = beginSitting(
    format,
    { learner: `learner-${learner}`, mode: on.review ? 'review' : 'normal' },
    record(),
    (kept) => {
      sessionStorage.setItem(key, JSON.stringify(kept));
      showRecord(record());
    },
    () => showSitting(now),
  );
  sitting = now;
  page[now.apiName] = now.api;
  // For whoever drives the page: an inspection that plays a package reads it from here.
  page.emulator = { calls: now.calls, violations: now.violations, record };
  applyFaults();
  const frame = document.createElement('iframe');
  frame.title = 'Course';
  frame.src = `/course/${state.revision}/${state.launch}`;
  frame.addEventListener('load', () => void comeBack(frame));
  stage.append(frame);
  closed.hidden = true;
  showRecord(record());
  showSitting(now);
}

/** After a change the learner goes on where the change was seen: by the course's own controls. */
async function comeBack(frame: HTMLIFrameElement): Promise<void> {
  const wanted = returnTo;
  const inside = frame.contentDocument;
  if (!wanted || !inside) return;
  for (let left = 100; left > 0 && !inside.documentElement.hasAttribute('data-started'); left--)
    await new Promise((resolve) => setTimeout(resolve, 20));
  // Another change may have taken this frame away: the next one comes back then.
  if (!frame.isConnected) return;
  returnTo = null;
  inside.querySelector<HTMLElement>('[data-action="start"]')?.click();
  if (shownIn(frame) === wanted) return;
  inside.querySelector<HTMLElement>(`a[href="#${CSS.escape(wanted)}"]`)?.click();
}

const shownIn = (frame: HTMLIFrameElement | null) =>
  frame?.contentDocument?.querySelector('.page[data-shown]')?.id ?? null;

/** The window goes, and the course may say its last words; or the device dies, and it may not. */
function close(isCrash = false): void {
  const frame = stage.querySelector('iframe');
  if (!frame) return;
  if (isCrash) sitting?.fail({ calls: Object.keys(sitting.api), how: 'throw' });
  frame.remove();
  closed.hidden = false;
  sitting = null;
}

function applyFaults(): void {
  if (!sitting) return;
  const all = Object.keys(sitting.api);
  const commits = all.filter((name) => name.endsWith('Commit'));
  sitting.slow(on.slow ? 2000 : 0);
  if (on.lost) sitting.fail({ calls: all, how: 'ended' });
  else if (on.cut) sitting.fail({ calls: all, how: 'false' });
  else sitting.fail(on.refuse ? { calls: commits, how: 'false' } : null);
}

const actions: Readonly<Record<string, () => void>> = {
  close: () => close(),
  crash: () => close(true),
  open,
  'new-learner'() {
    close();
    learner += 1;
    sessionStorage.setItem('learner', String(learner));
    open();
  },
};

document.addEventListener('click', ({ target }) => {
  const button = (target as HTMLElement).closest<HTMLElement>('button');
  if (button?.dataset.do) actions[button.dataset.do]?.();
  const name = button?.dataset.toggle;
  if (!button || !name) return;
  on[name] = !on[name];
  button.setAttribute('aria-pressed', String(on[name]));
  if (name === 'phone') stage.toggleAttribute('data-phone', on[name]);
  else if (name === 'review') reopen();
  else applyFaults();
});

function reopen(): void {
  close();
  open();
}

formats.addEventListener('change', async () => {
  close();
  await fetch(`/format/${formats.value}`, { method: 'POST' });
});

function receive(next: PreviewState): void {
  const isChanged = state !== null && next.revision !== state.revision;
  const isOpen = stage.querySelector('iframe') !== null;
  if (isChanged && isOpen) {
    returnTo = shownIn(stage.querySelector('iframe')) ?? returnTo;
    close();
  }
  const isFirst = state === null;
  const isOtherFormat = state !== null && next.format !== state.format;
  state = next;
  document.title = next.title ? `Preview: ${next.title}` : 'Preview';
  (document.getElementById('title') as HTMLElement).textContent = next.title;
  formats.replaceChildren(
    ...next.formats.map(({ name, title }) => new Option(title, name, false, name === next.format)),
  );
  showProblems(next.problems);
  if (next.revision > 0 && (isFirst || isOtherFormat || (isChanged && isOpen))) open();
}

new EventSource('/events').addEventListener('message', ({ data }) => receive(JSON.parse(data)));
