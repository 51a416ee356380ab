/** The page of the emulator: frames the course, is its LMS, and shows beside it what it has been told. */
import { faults, type LaunchRequest, type PlayableFormat, type PreviewState } from '../state.ts';
import { beginSitting, type Sitting } from './lms.ts';
import { showBesides, showKinds, showLrs, showProblems, showRecord, showSitting } from './panel.ts';
import { frameOnStage, mount, setPhone, showAgain, shownIn, unmount } from './stage.ts';

const formats = document.getElementById('format') as HTMLSelectElement;
const languages = document.getElementById('language') as HTMLSelectElement;
const launches = document.getElementById('launch') as HTMLSelectElement;
const names = [...faults, 'review', 'phone'] as const;
const on: Record<string, boolean> = Object.fromEntries(names.map((name) => [name, false]));

let state: PreviewState | null = null;
let sitting: Sitting | null = null;
let learner = Number(sessionStorage.getItem('learner') ?? 1);
/** The page that the learner is to see again when the course comes back changed. */
let returnTo: string | null = null;
/** Counts what was asked to be opened: an answer that comes late opens nothing. */
let openings = 0;

const playable = () => state?.formats.find(({ name }) => name === state?.format);
const isLaunched = () => ['xapi', 'cmi5'].includes(playable()?.standard ?? '');
const hasLrs = () => isLaunched() || Boolean(state?.besides);
const launched = () => state?.launches[Math.max(launches.selectedIndex, 0)];

// What the LMS keeps outlives every window of the course, as in an LMS.
const recordKey = () => `record ${learner} ${state?.format} ${launched()?.path}`;
const record = () =>
  JSON.parse(sessionStorage.getItem(recordKey()) ?? 'null') as Record<string, unknown> | null;

function open(): void {
  const format = playable();
  if (!format || frameOnStage()) return;
  const page = window as unknown as Record<string, unknown>;
  delete page.API;
  delete page.API_1484_11;
  applyFaults();
  const { standard } = format;
  const isScorm = standard === 'scorm12' || standard === 'scorm2004';
  const opening = (query: string) => (isScorm ? openScorm(standard, query) : show(query));
  if (hasLrs()) void launchWith(opening);
  else opening('');
}

function show(query: string): void {
  const path = launched()?.path ?? 'index.html';
  mount(`/course/${state?.revision}/${path}${query && `?${query}`}`, async (frame) => {
    if (returnTo && (await showAgain(frame, returnTo))) returnTo = null;
  });
}

function openScorm(standard: 'scorm12' | 'scorm2004', query: string): void {
  const key = recordKey();
  const mark = launched()?.masteryScore ?? null;
  const now = beginSitting(
    { standard },
    {
      learner: `learner-${learner}`,
      mode: on.review ? 'review' : 'normal',
      masteryScore: mark === null ? '' : String(mark),
    },
    record(),
    (kept) => {
      sessionStorage.setItem(key, JSON.stringify(kept));
      showRecord(record());
    },
    () => showSitting(now),
    openNext,
  );
  sitting = now;
  const page = window as unknown as Record<string, unknown>;
  page[now.apiName] = now.api;
  // For whoever drives the page: an inspection that plays a package reads it from here.
  page.emulator = { calls: now.calls, violations: now.violations, record };
  applyFaults();
  show(query);
  showRecord(record());
  showSitting(now);
}

/** The SCO asked for the next one: once it has said its last words. */
function openNext(): void {
  setTimeout(() => {
    if (launches.selectedIndex + 1 >= launches.length) return;
    close();
    launches.selectedIndex += 1;
    open();
  });
}

/** With the address of the LRS, as an LMS has it. */
async function launchWith(open: (query: string) => void): Promise<void> {
  openings += 1;
  const opening = openings;
  const request: LaunchRequest = {
    learner: `learner-${learner}`,
    launch: Math.max(launches.selectedIndex, 0),
    mode: on.review ? 'review' : 'normal',
  };
  const answer = await fetch('/launch', { method: 'POST', body: JSON.stringify(request) });
  if (answer.ok && opening === openings && !frameOnStage()) open(await answer.text());
}

function close(isCrash = false): void {
  openings += 1;
  if (isCrash) sitting?.fail({ calls: Object.keys(sitting.api), how: 'throw' });
  unmount(isCrash);
  sitting = null;
}

/** In SCORM the LMS is this page, and the line to an LRS besides is the same; otherwise the server is. */
function applyFaults(): void {
  if (hasLrs())
    void fetch('/faults', { method: 'POST', body: JSON.stringify(faults.filter((name) => on[name])) });
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
  if (name === 'phone') setPhone(on[name]);
  else if (name === 'review') reopen();
  else applyFaults();
});

function reopen(): void {
  const wasOpen = frameOnStage() !== null;
  close();
  openAfter(wasOpen);
}

/** A learner takes a moment between two windows: an LMS of cmi5 ends a session that is not over when the next begins. */
const moment = 300;

function openAfter(wasOpen: boolean): void {
  if (!wasOpen || !isLaunched()) {
    open();
    return;
  }
  const closing = openings;
  setTimeout(() => {
    if (closing === openings) open();
  }, moment);
}

formats.addEventListener('change', async () => {
  close();
  await fetch(`/format/${formats.value}`, { method: 'POST' });
});
// What the LMS holds is of the learner, not of a language: it is the same course, opened anew when it comes.
languages.addEventListener('change', () => fetch(`/language/${languages.value}`, { method: 'POST' }));
launches.addEventListener('change', reopen);

/** What can be told, chosen and broken in this format. */
function fit({ standard }: PlayableFormat): void {
  const isScorm = standard === 'scorm12' || standard === 'scorm2004';
  showKinds([...(isScorm ? (['scorm'] as const) : []), ...(hasLrs() ? (['lrs'] as const) : [])]);
  const can = (name: string) => standard !== 'none' && (name !== 'review' || standard !== 'xapi');
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-toggle]'))
    button.disabled = button.dataset.toggle !== 'phone' && !can(button.dataset.toggle ?? '');
}

function receive(next: PreviewState): void {
  const isChanged = state !== null && next.revision !== state.revision;
  const isOpen = frameOnStage() !== null;
  if (isChanged && isOpen) {
    returnTo = shownIn(frameOnStage()) ?? returnTo;
    close();
  }
  const isFirst = state === null;
  const isOtherLrs = state !== null && Boolean(next.besides) !== Boolean(state.besides);
  const isOtherFormat = state !== null && next.format !== state.format;
  state = next;
  document.title = next.title ? `Preview: ${next.title}` : 'Preview';
  (document.getElementById('title') as HTMLElement).textContent = next.title;
  formats.replaceChildren(
    ...next.formats.map(({ name, title }) => new Option(title, name, false, name === next.format)),
  );
  listLanguages(next);
  listLaunches(next);
  const format = playable();
  if (format && (isFirst || isOtherFormat || isOtherLrs)) fit(format);
  showBesides(next.besides);
  showProblems(next.problems);
  if (next.revision > 0 && (isFirst || isOtherFormat || (isChanged && isOpen)))
    openAfter(isChanged && isOpen);
}

function listLanguages({ languages: all, language }: PreviewState): void {
  languages.replaceChildren(
    ...all.map(({ name, title }) => new Option(title, name, false, name === language)),
  );
  (document.getElementById('language-part') as HTMLElement).hidden = all.length < 2;
}

/** The same stays chosen as long as it is there. */
function listLaunches({ launches: all }: PreviewState): void {
  const before = launches.value;
  launches.replaceChildren(...all.map(({ title, path }) => new Option(title, path, false, path === before)));
  (document.getElementById('launch-part') as HTMLElement).hidden = all.length < 2;
}

const events = new EventSource('/events');
events.addEventListener('message', ({ data }) => receive(JSON.parse(data)));
events.addEventListener('lrs', ({ data }) => {
  if (hasLrs()) showLrs(JSON.parse(data), !isLaunched());
});
