import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ServedLrs, serveLrs } from '../../build/preview/lrs/serve-lrs.ts';
import { cmi5Session } from '../../src/formats/cmi5/session.ts';
import { xapiTracker } from '../../src/formats/xapi/conversation.ts';
import type { Report } from '../../src/session/report.ts';
import type { Tracker } from '../../src/session/tracker.ts';
import { actor, registration } from '../lrs/a-statement.ts';
import { settings } from '../lrs/ask.ts';
import { anInteraction, aReport } from '../scorm12/a-report.ts';
import { pumps, wholePumps } from '../xapi/course.ts';
import { aDevice, type TestDevice } from '../xapi/device.ts';
import { judge, verbsIn } from '../xapi/judge.ts';

const start = Date.parse('2026-11-25T10:00:00.000Z');
let lrs: ServedLrs;
let device: TestDevice;
let clock: number;
let left: string[];
let givenUp: string[];

beforeEach(async () => {
  lrs = await serveLrs({ ...settings, isStateStrict: true });
  device = aDevice();
  clock = start;
  left = [];
  givenUp = [];
});
afterEach(async () => {
  expect(givenUp.splice(0)).toEqual([]);
  judge(lrs);
  await lrs.stop();
});

/** The query of a launch from the LMS. */
const launch = (launchMode: 'Normal' | 'Browse' | 'Review' = 'Normal') =>
  lrs.launch({
    activityId: 'https://lms.example/activity/1',
    publisherId: `${pumps.iri}/au`,
    actor,
    registration,
    launchMode,
    masteryScore: 0.8,
    moveOn: 'CompletedAndPassed',
    returnUrl: 'https://lms.example/back',
  });

/** A window of the learner: its storage outlives a reload. */
function windowOf(query: URLSearchParams) {
  const own = aDevice();
  const load = (): Tracker =>
    xapiTracker(
      cmi5Session(
        pumps,
        wholePumps,
        `?${query}`,
        () => own,
        (url) => left.push(url),
      ),
      () => device,
      () => clock,
      () => new Promise((resolve) => setTimeout(resolve, 3000)),
      ({ verb }) => givenUp.push(verb.display.en ?? ''),
    );
  return { load };
}

const answered = (id: string) => ({
  ...anInteraction(id),
  what: { type: 'choice', response: ['b'], correct: ['a'] } as const,
});
const report = (over: Partial<Report> = {}) =>
  aReport({ at: clock, bookmark: `at ${clock}`, interactions: [answered('q-valve')], ...over });
const passed = (over: Partial<Report> = {}) =>
  report({ completion: 'completed', success: 'passed', score: 85, progress: 1, ...over });
const failed = (over: Partial<Report> = {}) =>
  report({ completion: 'completed', success: 'failed', score: 40, progress: 1, ...over });

describe('a session', () => {
  it('fetches its token once, obeys the launch data, and is told in order and in the words of cmi5', async () => {
    const tracker = windowOf(launch()).load();
    expect(await tracker.open()).toMatchObject({
      connection: 'lms',
      mode: 'normal',
      passMark: 80,
      returnUrl: 'https://lms.example/back',
      learner: 'https://lms.example ada',
    });
    expect(await tracker.save(report({ progress: 0.5 }))).toEqual({ is: 'taken', interactions: 1 });
    expect(await tracker.save(passed())).toEqual({ is: 'taken', interactions: 1 });
    await tracker.close(passed());
    expect(verbsIn(lrs)).toEqual([
      ...['launched', 'initialized', 'answered', 'progressed', 'completed', 'passed', 'terminated'],
    ]);
    expect(lrs.statements()[5]).toMatchObject({
      object: { id: 'https://lms.example/activity/1' },
      result: { success: true, score: { scaled: 0.85 } },
      context: {
        contextActivities: {
          category: [
            { id: 'https://w3id.org/xapi/cmi5/context/categories/cmi5' },
            { id: 'https://w3id.org/xapi/cmi5/context/categories/moveon' },
          ],
          grouping: [{ id: 'https://example.org/pumps/au' }, { id: 'https://example.org/pumps' }],
        },
        extensions: { 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore': 0.8 },
      },
    });
    expect(lrs.log.filter((line) => line.includes('cmi5/fetch'))).toHaveLength(1);
    expect(lrs.refusals).toEqual([]);
  });

  it('is judged once: a learner who fails and then passes has passed, and one who failed is told so at the end', async () => {
    const first = windowOf(launch()).load();
    await first.open();
    await first.save(failed());
    expect(verbsIn(lrs)).not.toContain('failed');
    await first.close(failed());
    clock += 60_000;
    const second = windowOf(launch()).load();
    await second.open();
    await second.save(failed({ interactions: [] }));
    await second.save(passed({ interactions: [] }));
    await second.close(passed({ interactions: [] }));
    expect(verbsIn(lrs).filter((verb) => /passed|failed|completed/.test(verb))).toEqual([
      ...['completed', 'failed', 'passed'],
    ]);
    expect(lrs.refusals).toEqual([]);
  });

  it.each(['Browse', 'Review'] as const)('in %s says only that it was', async (mode) => {
    const tracker = windowOf(launch(mode)).load();
    expect(await tracker.open()).toMatchObject({ mode: 'review' });
    await tracker.close(passed());
    expect(verbsIn(lrs)).toEqual(['launched', 'initialized', 'terminated']);
    expect(lrs.refusals).toEqual([]);
  });

  it('that was killed is gone on with after a reload, with the token that it has', async () => {
    const { load } = windowOf(launch());
    const killed = load();
    await killed.open();
    await killed.save(report());
    const again = load();
    expect(await again.open()).toMatchObject({ connection: 'lms', bookmark: `at ${start}` });
    await again.save(passed());
    await again.close(passed());
    expect(verbsIn(lrs)).toEqual([
      ...['launched', 'initialized', 'answered', 'completed', 'passed', 'terminated'],
    ]);
    expect(lrs.refusals).toEqual([]);
  });

  it('that is over sends a learner who loads it anew back to the LMS', async () => {
    const { load } = windowOf(launch());
    const first = load();
    await first.open();
    await first.close(report());
    expect(await load().open()).toMatchObject({ connection: 'refused' });
    expect(left).toEqual(['https://lms.example/back']);
    expect(verbsIn(lrs).at(-1)).toBe('terminated');
  });

  it('whose LMS is down at the beginning is begun later, and loses nothing', async () => {
    const query = launch();
    lrs.fail({ how: 503 });
    const tracker = windowOf(query).load();
    expect(await tracker.open()).toMatchObject({ connection: 'lms', isFirst: false });
    expect(await tracker.save(report())).toMatchObject({ is: 'waiting' });
    lrs.fail(null);
    expect(await tracker.save(passed())).toEqual({ is: 'taken', interactions: 1 });
    expect(verbsIn(lrs)).toEqual(['launched', 'initialized', 'answered', 'completed', 'passed']);
    expect(lrs.refusals).toEqual([]);
  });

  it('tells what an earlier one could not, in its own name', async () => {
    const down = windowOf(launch()).load();
    await down.open();
    await expect.poll(() => verbsIn(lrs)).toContain('initialized');
    lrs.fail({ how: 503 });
    await down.save(passed());
    await down.close(passed());
    lrs.fail(null);
    clock += 60_000;
    const next = windowOf(launch()).load();
    await next.open();
    expect(await next.save(passed())).toEqual({ is: 'taken', interactions: 1 });
    expect(verbsIn(lrs).slice(-4)).toEqual(['initialized', 'answered', 'completed', 'passed']);
    expect(lrs.refusals).toEqual([]);
  });

  it('that is forbidden to speak is over: the next one tells what waited', async () => {
    const first = windowOf(launch()).load();
    await first.open();
    await expect.poll(() => verbsIn(lrs)).toContain('initialized');
    lrs.fail({ resource: 'statements', how: 403 });
    expect(await first.save(passed())).toMatchObject({ is: 'ended' });
    lrs.fail(null);
    clock += 60_000;
    const next = windowOf(launch()).load();
    await next.open();
    expect(await next.save(passed())).toEqual({ is: 'taken', interactions: 1 });
    expect(verbsIn(lrs).slice(-5)).toEqual([
      ...['initialized', 'resumed', 'answered', 'completed', 'passed'],
    ]);
    expect(lrs.refusals).toEqual([]);
  });

  it('gives up what a second one is forbidden to say as well', async () => {
    const forbidden = { resource: 'statements', how: 403 };
    const first = windowOf(launch()).load();
    await first.open();
    await expect.poll(() => verbsIn(lrs)).toContain('initialized');
    lrs.fail(forbidden);
    expect(await first.save(report())).toMatchObject({ is: 'ended' });
    clock += 60_000;
    const second = windowOf(launch()).load();
    await second.open();
    expect(await second.save(report())).toMatchObject({ is: 'ended' });
    expect(givenUp.splice(0)).toEqual(['answered']);
  });

  it('whose token was fetched by somebody else is refused', async () => {
    const query = launch();
    await fetch(query.get('fetch') ?? '', { method: 'POST' });
    expect(await windowOf(query).load().open()).toMatchObject({ connection: 'refused' });
  });
});

describe('the order of cmi5', () => {
  type Step =
    | 'answer'
    | 'page'
    | 'fail'
    | 'pass'
    | 'reload'
    | 'end'
    | 'relaunch'
    | 'cut'
    | 'mend'
    | 'lose-answer';
  const steps: readonly Step[] = [
    ...([
      'answer',
      'page',
      'fail',
      'pass',
      'reload',
      'end',
      'relaunch',
      'cut',
      'mend',
      'lose-answer',
    ] as const),
  ];

  it('holds over random sessions, with reloads, ends, cuts and lost answers, and loses nothing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...steps), { minLength: 1, maxLength: 14 }),
        async (script) => {
          const own = await serveLrs({ ...settings, isStateStrict: true });
          const outer = lrs;
          lrs = own;
          try {
            await play(script);
          } finally {
            judge(own);
            await own.stop();
            lrs = outer;
          }
        },
      ),
      // Left while the LRS is there again, after a first save that it never took.
      { numRuns: 60, examples: [[['cut']], [['cut', 'answer']]] },
    );
  }, 120_000);

  /** What the player would do: the report grows, the window comes and goes. */
  async function play(script: readonly Step[]): Promise<void> {
    device = aDevice();
    clock = start;
    let page = windowOf(launch());
    let tracker = page.load();
    await tracker.open();
    let isOpen = true;
    let answers = 0;
    let judged: 'unknown' | 'failed' | 'passed' = 'unknown';
    const all: Report['interactions'][number][] = [];
    const now = () =>
      report({
        interactions: [...all],
        ...(judged !== 'unknown' && {
          completion: 'completed',
          success: judged,
          score: judged === 'passed' ? 85 : 40,
        }),
      });
    const save = async () => {
      if (!isOpen) return;
      await tracker.save(now());
    };
    const open = async (fresh: boolean) => {
      if (fresh) page = windowOf(launch());
      tracker = page.load();
      isOpen = (await tracker.open()).connection === 'lms';
    };
    for (const step of script) {
      clock += 5000;
      if (step === 'answer') {
        all.push({ ...answered('q-valve'), at: clock });
        answers++;
      }
      if (step === 'pass') judged = 'passed';
      if (step === 'fail' && judged === 'unknown') judged = 'failed';
      if (step === 'cut') lrs.fail({ how: 503 });
      if (step === 'mend') lrs.fail(null);
      if (step === 'lose-answer')
        lrs.fail({ resource: 'statements', how: 'cut', isAnswerLost: true, times: 1 });
      if (step === 'reload') await open(false);
      else if (step === 'end') {
        if (isOpen) await tracker.close(now());
        isOpen = false;
      } else if (step === 'relaunch') await open(true);
      else await save();
    }
    lrs.fail(null);
    clock += 5000;
    if (isOpen) await tracker.close(now());
    await open(true);
    await tracker.save(now());
    await tracker.close(now());
    // Refused may be what was told before, known by its id, and what was on its way when the LMS began another session.
    const wrong = lrs.refusals.filter(
      (line) => !/ 409: There is another statement|\(cmi5 9\.3\.6\.0-2\)/.test(line),
    );
    expect(wrong).toEqual([]);
    const verbs = verbsIn(lrs);
    expect(verbs.filter((verb) => verb === 'answered')).toHaveLength(answers);
    expect(verbs.filter((verb) => verb === 'passed')).toHaveLength(judged === 'passed' ? 1 : 0);
    expect(verbs.filter((verb) => verb === 'completed')).toHaveLength(judged === 'unknown' ? 0 : 1);
  }
});
