import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ServedLrs, serveLrs } from '../../build/preview/lrs/serve-lrs.ts';
import { xapiTracker } from '../../src/formats/xapi/conversation.ts';
import { plainXapi } from '../../src/formats/xapi/standard.ts';
import type { Report, ReportedInteraction } from '../../src/session/report.ts';
import { actor, registration } from '../lrs/a-statement.ts';
import { key, settings } from '../lrs/ask.ts';
import { aReport } from '../scorm12/a-report.ts';
import { pumps, wholePumps } from './course.ts';
import { aDevice, type TestDevice } from './device.ts';
import { judge, verbsIn } from './judge.ts';

const start = Date.parse('2026-11-25T10:00:00.000Z');
let lrs: ServedLrs;
let folder: string;
let device: TestDevice;
let complaints: unknown[];
let clock: number;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xapi-'));
  lrs = await serveLrs({ ...settings, isStateStrict: true }, join(folder, 'lrs.json'));
  device = aDevice();
  complaints = [];
  clock = start;
});
afterEach(async () => {
  judge(lrs);
  await lrs.stop();
  await rm(folder, { recursive: true });
});

function launched(auth = key) {
  const query = new URLSearchParams({
    endpoint: lrs.endpoint,
    auth,
    actor: JSON.stringify(actor),
    registration,
    activity_id: pumps.iri,
  });
  const standard = plainXapi(pumps, wholePumps, `?${query}`);
  return xapiTracker(
    standard,
    () => device,
    () => clock,
    // No test waits for an LRS that hangs longer than this.
    () => new Promise((resolve) => setTimeout(resolve, 2000)),
    (statement, why) => complaints.push([statement.id, why]),
  );
}

const answer: ReportedInteraction = {
  id: 'q-valve',
  what: { type: 'choice', response: ['b'], correct: ['a'] },
  grade: 0,
  weighting: 2,
  outcome: 'safe',
  at: start + 60_000,
  latency: 4200,
};

/** A sitting with a page, an answer and half of the course. */
const half = (over: Partial<Report> = {}): Report =>
  aReport({
    at: start + 61_000,
    progress: 0.5,
    location: 'two',
    bookmark: 'half',
    sittingTime: 61_000,
    visits: [{ page: 'one', at: start + 1000, duration: 30_000 }],
    interactions: [answer],
    ...over,
  });
const whole = (over: Partial<Report> = {}): Report =>
  half({ completion: 'completed', success: 'passed', score: 85, progress: 1, bookmark: 'whole', ...over });

const ids = () => lrs.statements().map(({ id }) => id);

describe('a sitting', () => {
  it('is told from its beginning to its end, each thing once, with what it was part of', async () => {
    const tracker = launched();
    expect(await tracker.open()).toEqual({
      connection: 'lms',
      mode: 'normal',
      isFirst: true,
      bookmark: '',
      location: '',
      bookmarkLimit: 16_000,
      learner: 'https://lms.example ada',
      learnerName: 'Ada',
      passMark: null,
      completionThreshold: null,
      returnUrl: null,
    });
    expect(await tracker.save(half())).toEqual({ is: 'taken', interactions: 1 });
    expect(await tracker.save(half())).toEqual({ is: 'taken', interactions: 1 });
    await tracker.close(half({ sittingTime: 70_000 }));
    expect(verbsIn(lrs)).toEqual([
      'initialized',
      'experienced',
      'answered',
      'progressed',
      'suspended',
      'terminated',
    ]);
    expect(lrs.statements()[1]).toMatchObject({
      actor,
      object: {
        id: 'https://example.org/pumps/pages/one',
        definition: { name: { en: 'What a pump does' }, type: 'http://activitystrea.ms/schema/1.0/page' },
      },
      result: { duration: 'PT0H0M30S' },
      context: {
        registration,
        language: 'en',
        revision: '2.1.0',
        platform: 'Coursewright',
        contextActivities: {
          parent: [{ id: 'https://example.org/pumps/lessons/basics' }],
          grouping: [{ id: 'https://example.org/pumps' }],
        },
      },
      timestamp: '2026-11-25T10:00:01.000Z',
    });
    expect(lrs.statements()[2]).toMatchObject({
      object: {
        id: 'https://example.org/pumps/questions/q-valve',
        definition: {
          name: { en: 'Which valve?' },
          interactionType: 'choice',
          correctResponsesPattern: ['a'],
          choices: [
            { id: 'a', description: { en: 'Ball' } },
            { id: 'b', description: { en: 'Gate' } },
          ],
        },
      },
      result: {
        response: 'b',
        success: false,
        score: { scaled: 0, raw: 0, min: 0, max: 2 },
        duration: 'PT0H0M4.2S',
      },
      context: {
        contextActivities: {
          parent: [{ id: 'https://example.org/pumps/pages/two' }],
          grouping: [{ id: 'https://example.org/pumps/lessons/basics' }, { id: 'https://example.org/pumps' }],
          other: [{ id: 'https://example.org/pumps/outcomes/safe' }],
        },
      },
    });
    expect(lrs.statements()[3]).toMatchObject({
      result: { extensions: { 'https://w3id.org/xapi/cmi5/result/extensions/progress': 50 } },
    });
    expect(lrs.statements()[5]).toMatchObject({ result: { duration: 'PT0H1M10S' } });
    expect(lrs.refusals).toEqual([]);
  });

  it('is resumed by the next, which says neither completed nor passed a second time', async () => {
    const first = launched();
    await first.open();
    await first.save(whole());
    await first.close(whole());
    clock += 3_600_000;
    const second = launched();
    expect(await second.open()).toMatchObject({ isFirst: false, bookmark: 'whole', location: 'two' });
    await second.save(whole({ visits: [], interactions: [] }));
    await second.close(whole({ visits: [], interactions: [] }));
    expect(verbsIn(lrs)).toEqual([
      ...['initialized', 'experienced', 'answered', 'completed', 'passed', 'terminated'],
      ...['initialized', 'resumed', 'terminated'],
    ]);
    expect(lrs.statements()[4]).toMatchObject({
      result: { success: true, score: { scaled: 0.85, raw: 85, min: 0, max: 100 } },
    });
    expect(lrs.refusals).toEqual([]);
  });

  it.each([
    {
      how: 'fails, then passes',
      reports: ['failed 40', 'passed 90'],
      mayFall: false,
      told: ['failed', 'passed'],
    },
    { how: 'passes better', reports: ['passed 85', 'passed 95'], mayFall: false, told: ['passed', 'passed'] },
    { how: 'fails after passing', reports: ['passed 85', 'failed 20'], mayFall: false, told: ['passed'] },
    {
      how: 'fails after passing where the last counts',
      reports: ['passed 85', 'failed 20'],
      mayFall: true,
      told: ['passed', 'failed'],
    },
  ])('of a learner who $how tells $told', async ({ reports, mayFall, told }) => {
    const tracker = launched();
    await tracker.open();
    for (const words of reports) {
      const [success, score] = words.split(' ');
      await tracker.save(whole({ success: success as 'passed', score: Number(score), mayFall }));
    }
    expect(verbsIn(lrs).filter((verb) => /passed|failed/.test(verb))).toEqual(told);
  });

  it('without a launch has nobody to tell, and with a wrong key says that the LMS refused', async () => {
    const alone = xapiTracker(
      plainXapi(pumps, wholePumps, ''),
      () => device,
      Date.now,
      async () => {},
      () => {},
    );
    expect(await alone.open()).toMatchObject({ connection: 'device' });
    expect(await launched('Basic wrong').open()).toMatchObject({ connection: 'refused' });
  });
});

describe('a fault of the LRS', () => {
  it.each([403, 404, 408, 429, 500, 503] as const)(
    'of status %i keeps statements waiting, and they are told once when it is over',
    async (how) => {
      const tracker = launched();
      await tracker.open();
      await tracker.save(aReport({ bookmark: 'first' }));
      lrs.fail({ resource: 'statements', how });
      expect(await tracker.save(half())).toEqual({ is: 'waiting', interactions: 0 });
      expect(verbsIn(lrs)).toEqual(['initialized']);
      lrs.fail(null);
      expect(await tracker.save(half())).toEqual({ is: 'taken', interactions: 1 });
      expect(verbsIn(lrs)).toEqual(['initialized', 'experienced', 'answered', 'progressed']);
      expect(complaints).toEqual([]);
    },
  );

  it('of status 401 ends the conversation: the next launch, with a new key, tells what waited', async () => {
    const tracker = launched();
    await tracker.open();
    lrs.fail({ how: 401 });
    expect(await tracker.save(half())).toEqual({ is: 'ended', interactions: 0 });
    lrs.fail(null);
    await launched().open();
    await expect.poll(() => verbsIn(lrs)).toContain('answered');
  });

  it('that asks to be left alone for a while is left alone', async () => {
    const tracker = launched();
    await tracker.open();
    lrs.fail({ resource: 'statements', how: 429, retryAfter: 30, times: 1 });
    await tracker.save(half());
    const asked = () => lrs.log.filter((line) => line.startsWith('POST statements')).length;
    const before = asked();
    clock += 29_000;
    expect(await tracker.save(half())).toMatchObject({ is: 'waiting' });
    expect(asked()).toBe(before);
    clock += 2_000;
    expect(await tracker.save(half())).toMatchObject({ is: 'taken' });
  });

  it('that refuses a batch for its size takes it one by one', async () => {
    const tracker = launched();
    await tracker.open();
    await tracker.save(aReport({ bookmark: 'first' }));
    lrs.fail({ resource: 'statements', how: 413, times: 1 });
    expect(await tracker.save(half())).toEqual({ is: 'taken', interactions: 1 });
    expect(complaints).toEqual([]);
  });

  it('that takes one statement in no size loses that one, says so to the console, and tells the rest', async () => {
    const tracker = launched();
    await tracker.open();
    await tracker.save(aReport({ bookmark: 'first' }));
    // The batch, then the first of it by itself.
    lrs.fail({ resource: 'statements', how: 413, times: 2 });
    expect(await tracker.save(half())).toEqual({ is: 'taken', interactions: 1 });
    expect(verbsIn(lrs)).toEqual(['initialized', 'answered', 'progressed']);
    expect(complaints).toHaveLength(1);
  });

  it('that never takes one statement loses that one, says so to the console, and tells the others', async () => {
    const tracker = launched();
    await tracker.open();
    const visits = [{ page: 'no iri', at: start, duration: 1 }, ...half().visits];
    expect(await tracker.save(half({ visits }))).toEqual({ is: 'taken', interactions: 1 });
    expect(verbsIn(lrs)).toEqual(['initialized', 'experienced', 'answered', 'progressed']);
    expect(complaints).toMatchObject([[expect.any(String), expect.stringContaining('not an IRI')]]);
  });

  it.each(['cut', 'time-out'] as const)(
    'of the line (%s) keeps them waiting',
    async (how) => {
      const tracker = launched();
      await tracker.open();
      await tracker.save(aReport({ bookmark: 'first' }));
      lrs.fail({ resource: 'statements', how, times: 1 });
      expect(await tracker.save(half())).toMatchObject({ is: 'waiting' });
      expect(await tracker.save(half())).toMatchObject({ is: 'taken' });
    },
    30_000,
  );

  it.each([false, true])(
    'that loses the answer makes no second statement (repeats are a conflict: %s)',
    async (refusesRepeats) => {
      lrs.settings = { ...lrs.settings, refusesRepeats };
      const tracker = launched();
      await tracker.open();
      await tracker.save(aReport({ bookmark: 'first' }));
      lrs.fail({ resource: 'statements', how: 'cut', isAnswerLost: true, times: 1 });
      expect(await tracker.save(half())).toEqual({ is: 'waiting', interactions: 0 });
      expect(await tracker.save(whole())).toEqual({ is: 'taken', interactions: 1 });
      expect(verbsIn(lrs)).toEqual([
        'initialized',
        'experienced',
        'answered',
        'progressed',
        'completed',
        'passed',
      ]);
      expect(new Set(ids()).size).toBe(ids().length);
      expect(complaints).toEqual([]);
    },
  );

  it('such as an LRS that is down for the whole sitting loses nothing, and the next sitting tells it in its order', async () => {
    await lrs.stop();
    const down = launched();
    expect(await down.open()).toMatchObject({ connection: 'lms', isFirst: false, bookmark: '' });
    expect(await down.save(half())).toEqual({ is: 'waiting', interactions: 0 });
    await down.close(whole());
    await lrs.start();
    clock += 3_600_000;
    const next = launched();
    await next.open();
    expect(await next.save(whole({ visits: [] }))).toEqual({ is: 'taken', interactions: 1 });
    expect(verbsIn(lrs)).toEqual([
      ...['initialized', 'experienced', 'answered', 'progressed', 'completed', 'passed', 'terminated'],
      'initialized',
    ]);
    expect(
      lrs
        .statements()
        .map(({ timestamp }) => timestamp)
        .slice(0, 3),
    ).toEqual(['2026-11-25T10:00:00.000Z', '2026-11-25T10:00:01.000Z', '2026-11-25T10:01:00.000Z']);
  });

  it('such as a restart in the middle makes no second statement and takes back no progress', async () => {
    const tracker = launched();
    await tracker.open();
    await tracker.save(half());
    await lrs.stop();
    expect(await tracker.save(whole())).toMatchObject({ is: 'waiting' });
    await lrs.start();
    expect(await tracker.save(whole())).toEqual({ is: 'taken', interactions: 1 });
    expect(await launched().open()).toMatchObject({ bookmark: 'whole' });
    expect(new Set(ids()).size).toBe(ids().length);
  });
});

describe('the place in the course', () => {
  it('of another device is not replaced by one that never read it', async () => {
    const there = launched();
    await there.open();
    await there.save(half());
    device = aDevice();
    lrs.fail({ resource: 'activities/state', how: 'time-out' });
    const here = launched();
    expect(await here.open()).toMatchObject({ bookmark: '' });
    lrs.fail(null);
    expect(await here.save(aReport({ bookmark: 'anew', at: start + 99_000 }))).toMatchObject({
      is: 'waiting',
    });
    expect(await launched().open()).toMatchObject({ bookmark: 'half' });
  });

  it('of this device goes on after an LRS that could not be read at the beginning', async () => {
    const first = launched();
    await first.open();
    await first.save(half());
    lrs.fail({ resource: 'activities/state', how: 503, times: 1 });
    const second = launched();
    expect(await second.open()).toMatchObject({ bookmark: '' });
    expect(await second.save(whole())).toMatchObject({ is: 'taken' });
    expect(await launched().open()).toMatchObject({ bookmark: 'whole' });
  });

  it('that two windows keep at once is that of the newer', async () => {
    const [one, other] = [launched(), launched()];
    await one.open();
    await other.open();
    await one.save(half({ at: start + 2000, bookmark: 'one' }));
    await other.save(half({ at: start + 3000, bookmark: 'other' }));
    await one.save(half({ at: start + 2500, bookmark: 'late' }));
    expect(await launched().open()).toMatchObject({ bookmark: 'other' });
  });

  it('is kept in memory where the device denies storage', async () => {
    device.isDenied = true;
    const tracker = launched();
    await tracker.open();
    lrs.fail({ how: 503, times: 3 });
    await tracker.save(half());
    lrs.fail(null);
    expect(await tracker.save(half())).toEqual({ is: 'taken', interactions: 1 });
    expect(verbsIn(lrs)).toEqual(['initialized', 'experienced', 'answered', 'progressed']);
  });
});
