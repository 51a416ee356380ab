import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LrsFault, type ServedLrs, serveLrs } from '../../build/preview/lrs/serve-lrs.ts';
import { scorm12Lms } from '../../build/preview/scorm/scorm12-lms.ts';
import type { ApiWindow } from '../../src/formats/scorm/find-api.ts';
import { withLrs } from '../../src/formats/scorm/with-lrs.ts';
import { scorm12Tracker } from '../../src/formats/scorm12/tracker.ts';
import { besidesLms } from '../../src/formats/xapi/besides.ts';
import { xapiTracker } from '../../src/formats/xapi/conversation.ts';
import type { Opening, Tracker } from '../../src/session/tracker.ts';
import { key, settings } from '../lrs/ask.ts';
import { pumps, wholePumps } from '../xapi/course.ts';
import { aDevice, type TestDevice } from '../xapi/device.ts';
import { judge, verbsIn } from '../xapi/judge.ts';
import { aReport } from './a-report.ts';

const start = Date.parse('2026-11-25T10:00:00.000Z');
let lrs: ServedLrs;
let folder: string;
let device: TestDevice;
let clock: number;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'besides-'));
  lrs = await serveLrs({ ...settings, isStateStrict: true }, join(folder, 'lrs.json'));
  device = aDevice();
  clock = start;
});
afterEach(async () => {
  judge(lrs);
  await lrs.stop();
  await rm(folder, { recursive: true });
});

const answer = {
  ...{ id: 'q-valve', grade: 0, weighting: 2, outcome: 'safe', at: start + 60_000, latency: 4200 },
  what: { type: 'choice', response: ['b'], correct: ['a'] } as const,
};
const half = aReport({
  ...{ at: start + 61_000, progress: 0.5, bookmark: 'half', sittingTime: 61_000, interactions: [answer] },
  visits: [{ page: 'one', at: start + 1000, duration: 30_000 }],
});
const whole = { ...half, completion: 'completed', success: 'passed', score: 85, progress: 1 } as const;

type Find = (opening: Opening) => Promise<Tracker | null>;
const find: Find = async (opening) =>
  xapiTracker(
    besidesLms(pumps, wholePumps, [new URLSearchParams({ endpoint: lrs.endpoint, auth: key })], opening),
    () => device,
    () => clock,
    () => new Promise((resolve) => setTimeout(resolve, 1000)),
    () => {},
  );

/** A sitting of a learner; what the LMS was asked, with its answers. */
async function sitting(
  found: Find | null,
  kept: Parameters<typeof scorm12Lms>[1] = null,
  settle = async () => {},
) {
  const lms = scorm12Lms({}, kept);
  const scorm = scorm12Tracker({ API: lms.api } as ApiWindow, async () => {});
  const tracker = found ? withLrs(scorm, found) : scorm;
  const answers: unknown[] = [await tracker.open()];
  await settle();
  answers.push(await tracker.save(half));
  await settle();
  answers.push(await tracker.save(whole), await tracker.close(whole));
  return { answers, calls: lms.calls, violations: lms.violations, record: lms.record() };
}

/** Until the LRS knows of so many sittings: who closes before is told without its frame. */
const begun = (sittings: number) => async () => {
  const count = () => verbsIn(lrs).filter((verb) => verb === 'initialized').length;
  await expect.poll(count, { timeout: 5000 }).toBe(sittings);
};

describe('an LRS besides SCORM', () => {
  it('is told each thing once, over two sittings, of an account by the id that the LMS gives', async () => {
    const first = await sitting(find, null, begun(1));
    await expect.poll(() => verbsIn(lrs).at(-1)).toBe('terminated');
    clock += 3_600_000;
    await sitting(find, first.record, begun(2));
    await expect.poll(() => verbsIn(lrs).filter((verb) => verb === 'terminated').length).toBe(2);
    expect(verbsIn(lrs)).toEqual([
      ...['initialized', 'experienced', 'answered', 'progressed', 'completed', 'passed', 'terminated'],
      ...['initialized', 'resumed', 'terminated'],
    ]);
    for (const statement of lrs.statements())
      expect(statement.actor).toEqual({
        ...{ objectType: 'Agent', name: 'Learner, Seven' },
        account: { homePage: pumps.iri, name: 'learner-7' },
      });
    // The place in the course is the LMS's.
    expect(JSON.stringify(lrs.documents())).not.toContain('half');
    // Who closes does not wait for what is on its way: both may keep what was told, and one of them finds it kept.
    expect(lrs.refusals.filter((line) => !line.startsWith('PUT /xapi/activities/state 412'))).toEqual([]);
  });

  const faults: readonly (readonly [string, LrsFault | 'stopped' | 'no script' | 'slow script'])[] = [
    ['takes everything', { how: 500, times: 0 }],
    ['is down', 'stopped'],
    ['never answers', { how: 'time-out' }],
    ['cuts the line', { how: 'cut' }],
    ['does not know the credentials', { how: 401 }],
    ['forbids it', { how: 403 }],
    ['fails', { how: 503 }],
    ['has no script', 'no script'],
    ['has a script that does not come', 'slow script'],
  ];
  it.each(faults)('that %s changes no call and no answer of the LMS', async (_, fault) => {
    const alone = await sitting(null);
    if (fault === 'stopped') await lrs.stop();
    else if (typeof fault === 'object' && fault.times !== 0) lrs.fail(fault);
    const found: Find =
      fault === 'no script'
        ? () => Promise.reject(new Error('no script'))
        : fault === 'slow script'
          ? () => new Promise(() => {})
          : find;
    const both = await sitting(found);
    expect({ ...both }).toEqual({ ...alone });
    expect(both.violations).toEqual([]);
  });

  it('that is down for a whole sitting is told by the next', async () => {
    await lrs.stop();
    const failed = async () => void (await new Promise((resolve) => setTimeout(resolve, 1200)));
    const first = await sitting(find, null, failed);
    await lrs.start();
    clock += 3_600_000;
    await sitting(find, first.record, begun(2));
    await expect.poll(() => verbsIn(lrs).filter((verb) => verb === 'terminated').length).toBe(2);
    expect(verbsIn(lrs).filter((verb) => /answered|completed|passed/.test(verb))).toEqual([
      ...['answered', 'completed', 'passed'],
    ]);
  });

  it('whose script could not be had at first is told when it can', async () => {
    let tries = 0;
    const late: Find = (opening) => (tries++ === 0 ? Promise.reject(new Error('no script')) : find(opening));
    await sitting(late);
    await expect.poll(() => verbsIn(lrs), { timeout: 5000 }).toContain('answered');
  });

  it('is told nothing of a review', async () => {
    const lms = scorm12Lms({ mode: 'review', credit: 'no-credit' });
    let isAsked = false;
    const tracker = withLrs(
      scorm12Tracker({ API: lms.api } as ApiWindow, async () => {}),
      async () => {
        isAsked = true;
        return null;
      },
    );
    await tracker.open();
    await tracker.save(whole);
    await tracker.close(whole);
    expect(isAsked).toBe(false);
  });
});
