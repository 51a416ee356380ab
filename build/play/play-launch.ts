/**
 * Plays one SCO, activity or AU: a first visit that ends in a crash, a second that is closed, a third that looks whether
 * all is there.
 */
import type { Launch } from '../inspect/finding.ts';
import type { Picture, PlayedCall, PlayedLaunch, PlayedSitting } from '../inspect/played.ts';
import { checkAccessibility, together } from './check-accessibility.ts';
import { type Choose, chooseReturn, chooseStep } from './choose-step.ts';
import { resumes } from './compare-screens.ts';
import type { PlayLms } from './lms.ts';
import { loadedTypes } from './loaded-types.ts';
import type { PlayBrowser } from './open-browser.ts';
import type { Asked, ServedPackage } from './serve-package.ts';
import { type OpenSitting, openSitting } from './sitting.ts';
import type { StageOrder } from './stage.ts';
import { walk } from './walk.ts';

export interface PlayLimits {
  /** Steps of the first visit; the second takes a fifth. */
  readonly steps: number;
  /** After which no sitting begins. Milliseconds, as `Date.now()` says them. */
  readonly deadline: number;
}

/**
 * How long a course may take until it speaks to its LMS: most do within a second, and one that has loaded everything
 * and is still silent waits for the learner. Milliseconds.
 */
const beginning = { most: 8_000, onceLoaded: 1_500 };
/** A learner reads before the window is gone: what is saved a little later is not lost. Seconds. */
const reading = 6;
/** Screens on which axe looks and of which a picture is taken, besides the first. */
const mostLooks = 3;
/** The longest first visit. Milliseconds. */
const mostWalk = 120_000;

export interface PlayedWithPictures {
  readonly launch: PlayedLaunch;
  readonly pictures: readonly Picture[];
}

/** @param told is given the visit, from 1, and how many steps of it were taken */
export async function playLaunch(
  browser: PlayBrowser,
  served: ServedPackage,
  lms: PlayLms,
  launch: Launch,
  { steps, deadline }: PlayLimits,
  told: (visit: number, steps: number) => void,
): Promise<PlayedWithPictures> {
  const address = addressOf(served.url, launch);
  const pictures: Picture[] = [];
  const looks: Awaited<ReturnType<typeof checkAccessibility>>[] = [];
  const loaded: Asked[] = [];
  let firstScreen: PlayedLaunch['firstScreen'] = [];
  let screens = 0;

  const look = async (sitting: OpenSitting) => {
    if (screens++ === 0) firstScreen = loadedTypes(served.asked);
    if (looks.length >= mostLooks || (screens > 1 && screens % 3 !== 0)) return;
    pictures.push(...(await pictureOf(sitting, `Screen ${screens}`)));
    looks.push(await checkAccessibility(sitting.frames()));
  };
  const visit = async (
    number: number,
    how: StageOrder['how'],
    choose: Choose,
    most: number,
    end: PlayedSitting['end'],
    sees = false,
  ) => {
    told(number, 0);
    served.asked.length = 0;
    const begun = Date.now();
    const sitting = await openSitting(
      await browser.context(),
      [served.url, ...lms.origins],
      lms.order(address, how),
    );
    try {
      if (!launch.isSilent) await begins(sitting, lms);
      const walked = await walk(
        sitting,
        { choose, steps: most, deadline: Math.min(deadline, Date.now() + mostWalk) },
        sees ? () => look(sitting) : undefined,
        (count) => told(number, count),
      );
      if (end === 'crash') await sitting.rest(reading);
      if (end === 'closed' && most > 0) pictures.push(...(await pictureOf(sitting, 'Opened again')));
      const before = await lms.calls(sitting);
      await sitting.end(end);
      const calls = await lms.calls(sitting);
      // A crash leaves no time for last words; a window that is closed does.
      const unsaved = lms.unsaved(end === 'crash' ? before : calls);
      lms.keep(sitting);
      loaded.push(...served.asked);
      return {
        walked,
        visited: visited(
          sitting,
          end,
          begun,
          walked.steps,
          walked.screens.length,
          calls,
          unsaved,
          served.asked,
        ),
      };
    } finally {
      await sitting.end('crash');
    }
  };

  let spokeIn: PlayedLaunch['spokeIn'] = 'frame';
  let first = await visit(1, 'frame', chooseStep, steps, 'crash', true);
  const isMute = !launch.isSilent && !lms.hasBegun(first.visited.calls);
  if (isMute && !first.visited.hangs && Date.now() < deadline) {
    // Some courses look for their LMS in the window that opened them, and nowhere else.
    const other = await visit(1, 'window', chooseStep, steps, 'crash');
    spokeIn = lms.hasBegun(other.visited.calls) ? 'window' : null;
    if (spokeIn) first = other;
  }
  if (launch.isSilent) spokeIn = null;
  const how = spokeIn ?? 'frame';
  const sittings = [first.visited];
  let outcome: PlayedLaunch['resumes'] = 'not-tried';
  // What never spoke has nothing to come back to.
  const isLeft = () => spokeIn === null || first.visited.hangs || Date.now() > deadline;
  if (!isLeft()) {
    const isGiven = hasOwnData(lms.record());
    const again = await visit(2, how, chooseReturn, 2, 'closed');
    const [start = ''] = first.walked.screens;
    outcome = resumes(start, first.walked.screens.at(-1) ?? '', again.walked.screens, isGiven);
    sittings.push(again.visited);
  }
  const afterCrash = lms.record();
  if (!isLeft()) sittings.push((await visit(3, how, chooseReturn, 1, 'closed')).visited);
  return {
    launch: {
      ...{
        title: launch.title,
        href: launch.href,
        isSilent: launch.isSilent,
        spokeIn,
        sittings,
        resumes: outcome,
        firstScreen,
      },
      ...{
        record: lms.record(),
        statements: lms.statements(),
        lost: lost(sittings, afterCrash, lms.record()),
      },
      ...{ loaded: loadedTypes(loaded), accessibility: together(looks), screensChecked: looks.length },
    },
    pictures,
  };
}

/** The address of the launch file, its query with it. */
function addressOf(base: string, { path, href }: Launch): string {
  const asked = /[?#].*$/s.exec(href)?.[0] ?? '';
  return `${base}/content/${(path ?? '').split('/').map(encodeURIComponent).join('/')}${asked}`;
}

async function begins(sitting: OpenSitting, lms: PlayLms): Promise<void> {
  let until = Date.now() + beginning.most;
  sitting.loaded(beginning.most).then(() => {
    until = Math.min(until, Date.now() + beginning.onceLoaded);
  });
  while (Date.now() < until && !sitting.notes.hangs) {
    if (lms.hasBegun(await lms.calls(sitting))) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function pictureOf(sitting: OpenSitting, of: string): Promise<Picture[]> {
  try {
    const jpeg = await sitting.page().screenshot({ type: 'jpeg', quality: 40, scale: 'css', timeout: 5_000 });
    return [{ of, jpeg: jpeg.toString('base64') }];
  } catch {
    return [];
  }
}

function visited(
  { notes }: OpenSitting,
  end: PlayedSitting['end'],
  begun: number,
  steps: readonly string[],
  screens: number,
  calls: readonly PlayedCall[],
  unsaved: readonly string[],
  asked: readonly Asked[],
): PlayedSitting {
  const missing = asked.filter(({ status }) => status === 404).map(({ path }) => path);
  return {
    ...{ end, steps, screens, calls, unsaved, seconds: Math.round((Date.now() - begun) / 100) / 10 },
    ...{ errors: [...notes.errors], console: [...notes.console], missing: [...new Set(missing)] },
    ...{ hosts: [...notes.hosts], dialogs: [...notes.dialogs], windows: [...notes.windows] },
    ...{ awayTo: notes.awayTo, hangs: notes.hangs },
  };
}

const hasOwnData = (record: Readonly<Record<string, string>>) =>
  Boolean(record['suspend data'] || record.location || Number(record.documents) > 0);

/** What later sittings took back. */
function lost(
  sittings: readonly PlayedSitting[],
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): string[] {
  const falls = sittings
    .slice(1)
    .flatMap(({ calls }) => calls.map(({ advice }) => advice ?? ''))
    .filter((one) => / goes from /.test(one))
    .map((one) => `Opening it again lowers what was recorded: ${one}.`);
  const emptied = ['suspend data', 'location', 'score']
    .filter((name) => before[name] && !after[name])
    .map((name) => `Opening and closing it again empties its ${name}.`);
  return [...new Set([...falls, ...emptied])];
}
