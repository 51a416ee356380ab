/** Which of several languages is shown: what the learner chose here before, then what the LMS says, then the browser. */
import type { Preference, Tracker } from '../session/tracker.ts';
import type { OpenedSitting } from '../sitting/sitting.ts';
import { leaveToNextLoad, loadBefore } from './load-before.ts';
import type { DoorData } from './package-data.ts';

/**
 * Leads on from the door to the document in the learner's language, in the same conversation with the LMS.
 * @param course id of the course, or of the lesson that is one of its SCOs
 */
export async function passDoor(
  window: Window,
  tracker: Tracker,
  course: string,
  door: DoorData['door'],
): Promise<void> {
  const before = loadBefore(() => window.sessionStorage);
  const said = (await tracker.preference?.(before.isBegun)) ?? nobody;
  const languages = Object.keys(door);
  // cmi5 names several, the most wanted first.
  const wanted = [...said.language.split(','), ...window.navigator.languages];
  const chosen = [chosenBefore(window, course, said.learner), ...wanted]
    .map((wanted) => languageNamed(wanted, languages))
    .find((language) => language !== undefined);
  goTo(window, door[chosen ?? languages[0] ?? ''] ?? '', { ...before, isBegun: said.isBegun });
}

/** An LMS that does not answer keeps nobody from a language: the device keeps what it did not take. Milliseconds. */
const longestWait = 3_000;

const nobody: Preference = { language: '', learner: '', isBegun: false };

/** Links to the other languages: the choice is kept, and the place with it. Without a script they lead there as well. */
export function connectLanguages(
  window: Window,
  { session, saver, opening }: OpenedSitting,
  tracker: Tracker,
): void {
  let last = session.state().page;
  session.listen((event) => {
    if (event.type === 'page-shown') last = event.page || last;
  });
  for (const link of window.document.querySelectorAll<HTMLAnchorElement>('.languages a'))
    link.addEventListener('click', async (event) => {
      event.preventDefault();
      const { hreflang } = link;
      if (link.ariaCurrent) return;
      keepChoice(window, session.outline.id, opening.learner, hreflang);
      tracker.prefer?.(hreflang);
      session.happen({ type: 'left' });
      await Promise.race([
        saver.saveNow(),
        new Promise((resolve) => window.setTimeout(resolve, longestWait)),
      ]);
      saver.handOver();
      goTo(window, link.getAttribute('href') ?? '', {
        isBegun: opening.connection === 'lms',
        active: session.state().sitting.active,
        page: last,
      });
    });
}

function goTo(window: Window, document: string, note: Parameters<typeof leaveToNextLoad>[1]): void {
  try {
    leaveToNextLoad(window.sessionStorage, note);
  } catch {
    // Denied: the next document greets the LMS anew.
  }
  window.location.replace(document + window.location.search);
}

/**
 * The language that is meant, of those that there are: by its tag, by its first part, or by its name, as SCORM 1.2
 * writes it ("French").
 */
export function languageNamed(wanted: string, languages: readonly string[]): string | undefined {
  const text = wanted.trim().replaceAll('_', '-').toLowerCase();
  if (text === '') return undefined;
  const [part = ''] = text.split('-');
  const isCalled = (language: string) =>
    ['en', language].some(
      (speaker) =>
        new Intl.DisplayNames([speaker], { type: 'language' }).of(language)?.toLowerCase() === text,
    );
  return (
    languages.find((language) => language.toLowerCase() === text) ??
    languages.find((language) => language.split('-')[0] === part) ??
    languages.find(isCalled)
  );
}

const keyOf = (course: string, learner: string) => `coursewright/${course}/language/${learner}`;

function chosenBefore(window: Window, course: string, learner: string): string {
  try {
    return window.localStorage.getItem(keyOf(course, learner)) ?? '';
  } catch {
    return '';
  }
}

function keepChoice(window: Window, course: string, learner: string, language: string): void {
  try {
    window.localStorage.setItem(keyOf(course, learner), language);
  } catch {
    // Denied: the choice lasts as long as the document.
  }
}
