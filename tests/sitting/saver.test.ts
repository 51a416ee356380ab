import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/session/report.ts';
import { type Acknowledgement, nobodyThere, type Opening, type Tracker } from '../../src/session/tracker.ts';
import type { SaveState } from '../../src/sitting/saver.ts';
import { openSitting } from '../../src/sitting/sitting.ts';
import { settled, VirtualTime } from '../chaos/virtual-time.ts';
import { anOutline, logics } from '../session/an-outline.ts';

interface Telling {
  readonly at: number;
  readonly report: Report;
  readonly answer: (acknowledgement: Acknowledgement) => Promise<void>;
}

/** A sitting whose every telling is answered by the test: at once as `is` says, or when the test likes (`null`). */
function aSitting(is: Acknowledgement['is'] | null = 'taken', takes = 0, own: Partial<Opening> = {}) {
  const time = new VirtualTime();
  const clock = { by: 0 };
  const told: Telling[] = [];
  const shown: SaveState[] = [];
  const store = new Map<string, string>();
  const lms = { is, takes };
  const tell = (report: Report) =>
    new Promise<Acknowledgement>((resolve) => {
      const answer = async (acknowledgement: Acknowledgement) => {
        resolve(acknowledgement);
        await settled();
      };
      told.push({ at: time.elapsed, report, answer });
      time.block(lms.takes);
      if (lms.is)
        void answer({ is: lms.is, interactions: lms.is === 'taken' ? report.interactions.length : 0 });
    });
  const tracker: Tracker = { open: async () => nobodyThere(4096), save: tell, close: tell };
  const opening: Opening = { ...nobodyThere(4096), connection: 'lms', learner: 'learner-7', ...own };
  const storage = {
    getItem: (key: string) => store.get(key) ?? null,
    setItem: (key: string, value: string) => void store.set(key, value),
    removeItem: (key: string) => void store.delete(key),
  };
  const { session, saver } = openSitting(
    anOutline(),
    logics,
    tracker,
    opening,
    () => storage,
    time.clock(clock, () => true),
    (state) => shown.push(state),
  );
  const tick = async (seconds: number) => {
    for (let second = 0; second < seconds; second++) {
      await time.pass(1000);
      session.happen({ type: 'ticked' });
    }
  };
  const answer = (mark: string) => session.happen({ type: 'chosen', question: 'q-sort', response: [mark] });
  const times = () => told.map(({ at }) => at);
  return { time, clock, told, shown, store, lms, session, saver, tick, answer, times };
}

describe('what a learner does', () => {
  it('is told within two seconds where it matters, and a page turn within five', async () => {
    const { time, session, answer, times } = aSitting();
    await time.pass(10_000);
    session.happen({ type: 'page-shown', page: 'two' });
    await time.pass(10_000);
    answer('1a');
    await time.pass(10_000);
    // The first tells what an earlier sitting may have left.
    expect(times()).toEqual([1000, 15_000, 21_000]);
  });

  it('is told together: never more than once in two seconds', async () => {
    const { time, answer, times } = aSitting();
    for (let step = 0; step < 100; step++) {
      answer(step % 2 === 0 ? '1a' : '1b');
      await time.pass(100);
    }
    const gaps = times().map((at, n) => at - (times()[n - 1] ?? Number.NEGATIVE_INFINITY));
    expect(Math.min(...gaps)).toBe(2000);
    expect(times()).toHaveLength(5);
  });

  it('is told at once when the tab is hidden, and when it closes', async () => {
    const { time, answer, saver, times } = aSitting();
    await time.pass(1500);
    answer('1a');
    saver.saveNow();
    answer('1b');
    saver.close();
    await time.pass(10_000);
    expect(times()).toEqual([1000, 1500, 1500]);
  });

  it('that asks for no saving causes none: moving, meeting a question, hiding', async () => {
    const { time, session, times } = aSitting();
    await time.pass(5000);
    for (const type of ['active', 'hidden', 'visible', 'left'] as const) session.happen({ type });
    session.happen({ type: 'question-met', question: 'q-sort' });
    await time.pass(30_000);
    expect(times()).toEqual([1000]);
  });

  it('is followed by a word a minute while the learner reads, which keeps the session in the LMS alive', async () => {
    const { session, tick, times } = aSitting();
    session.happen({ type: 'page-shown', page: 'one' });
    await tick(200);
    expect(times()).toEqual([1000, 65_000, 129_000, 193_000]);
  });

  it('is kept on the device before the LMS knows', async () => {
    const { store, answer } = aSitting(null);
    answer('1a');
    const [record = ''] = store.values();
    expect(JSON.parse(record)).toMatchObject({ base: '', untold: [] });
    expect(JSON.parse(record).bookmark).toContain('1a');
  });

  it('is told in time after the clock was set back or forward', async () => {
    for (const by of [-86_400_000, 86_400_000]) {
      const { time, clock, answer, times } = aSitting();
      await time.pass(1500);
      clock.by = by;
      answer('1a');
      await time.pass(5000);
      expect(times()).toEqual([1000, 3000]);
    }
  });
});

describe('an LMS that does not take it', () => {
  it('is asked again after 2, 5, 15 and 30 seconds, and every 30 from then on', async () => {
    const { time, lms, times, shown } = aSitting('waiting');
    await time.pass(120_000);
    expect(times()).toEqual([1000, 3000, 8000, 23_000, 53_000, 83_000, 113_000]);
    expect(shown.at(-1)).toMatchObject({ is: 'waiting', isKept: true, savedAt: null });
    lms.is = 'taken';
    await time.pass(30_000);
    expect(shown.at(-1)).toMatchObject({ is: 'saved' });
  });

  it('is told what waits, and the learner when it is tried again by the clock on the wall', async () => {
    const { time, clock, session, answer, shown } = aSitting('waiting');
    answer('1a');
    session.happen({ type: 'checked', question: 'q-sort' });
    clock.by = 3_600_000;
    await time.pass(1000);
    const now = time.clock(clock, () => true).now();
    expect(shown.at(-1)).toMatchObject({ is: 'waiting', answers: 1, again: now + 2000 });
  });

  it('counts an answer that is given meanwhile at once, not with the next try', async () => {
    const { time, session, answer, shown } = aSitting('waiting');
    await time.pass(10_000);
    expect(shown.at(-1)).toMatchObject({ is: 'waiting', answers: 0 });
    answer('1a');
    session.happen({ type: 'checked', question: 'q-sort' });
    expect(shown.at(-1)).toMatchObject({ is: 'waiting', answers: 1 });
  });

  it('because it ended the conversation is left alone', async () => {
    const { time, session, answer, times, shown } = aSitting('ended');
    await time.pass(120_000);
    expect(times()).toEqual([1000]);
    expect(shown.at(-1)).toMatchObject({ is: 'ended', again: null, isKept: true });
    answer('1a');
    session.happen({ type: 'checked', question: 'q-sort' });
    expect(shown.at(-1)).toMatchObject({ is: 'ended', answers: 1, again: null });
  });

  it('but slowly gets four times as long to rest as it took', async () => {
    const { time, answer, times } = aSitting('taken', 5000);
    for (let second = 0; second < 60; second++) {
      answer(second % 2 === 0 ? '1a' : '1b');
      await time.pass(1000);
    }
    const gaps = times().map((at, n) => at - (times()[n - 1] ?? Number.NEGATIVE_INFINITY));
    expect(Math.min(...gaps)).toBe(20_000);
  });
});

describe('acknowledgements', () => {
  it('that come late take nothing back of what a later one said', async () => {
    const { time, told, shown, store, saver, session, answer } = aSitting(null);
    await time.pass(1000);
    answer('1a');
    session.happen({ type: 'checked', question: 'q-sort' });
    saver.saveNow();
    const [first, second] = told;
    await second?.answer({ is: 'taken', interactions: 1 });
    const record = () => JSON.parse([...store.values()][0] ?? '');
    expect(record()).toMatchObject({ base: second?.report.bookmark, untold: [] });
    await first?.answer({ is: 'waiting', interactions: 0 });
    expect(shown.at(-1)).toMatchObject({ is: 'saved' });
    expect(record()).toMatchObject({ base: second?.report.bookmark, untold: [] });
  });

  it('say when it was saved, and what', async () => {
    const { time, clock, told, shown } = aSitting(null);
    await time.pass(4000);
    await told[0]?.answer({ is: 'taken', interactions: 0 });
    const { now } = time.clock(clock, () => true);
    expect(shown.at(-1)).toEqual({ is: 'saved', at: now(), report: told[0]?.report });
  });

  it('of the end leave with the device what was not told', async () => {
    const { told, store, saver, session, answer } = aSitting(null);
    answer('1a');
    session.happen({ type: 'checked', question: 'q-sort' });
    saver.close();
    await told[0]?.answer({ is: 'waiting', interactions: 0 });
    expect(JSON.parse([...store.values()][0] ?? '')).toMatchObject({
      base: '',
      untold: [{ question: 'q-sort', type: 'sorting', response: ['1a'] }],
    });
  });
});

describe('nothing is told', () => {
  it('in a review, but the end', async () => {
    const { time, answer, saver, told, store, shown } = aSitting('taken', 0, { mode: 'review' });
    answer('1a');
    saver.saveNow();
    await time.pass(60_000);
    expect([told.length, store.size, shown]).toEqual([0, 0, [{ is: 'review' }]]);
    saver.close();
    expect(told).toHaveLength(1);
  });

  it('where there is no LMS: the device keeps it', async () => {
    const { time, answer, saver, told, store, shown } = aSitting('taken', 0, { connection: 'device' });
    answer('1a');
    saver.saveNow();
    await time.pass(60_000);
    expect([told.length, store.size, shown.at(-1)]).toEqual([0, 1, { is: 'device' }]);
  });
});
