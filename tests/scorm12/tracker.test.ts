import { describe, expect, it } from 'vitest';
import { type Lms, scorm12Lms } from '../../build/preview/scorm/scorm12-lms.ts';
import type { Fault } from '../../build/preview/scorm/strict-api.ts';
import type { ApiWindow } from '../../src/formats/scorm/find-api.ts';
import { scorm12Tracker } from '../../src/formats/scorm12/tracker.ts';
import { anInteraction, anObjective, aReport } from './a-report.ts';

const atOnce = async () => {};
const trackerOf = (lms: Lms) => scorm12Tracker({ API: lms.api } as ApiWindow, atOnce);
const setsOf = (lms: Lms) => lms.calls.filter(({ name }) => name === 'LMSSetValue').map(({ args }) => args);
const passed = aReport({ completion: 'completed', success: 'passed', score: 90 });

describe('a first sitting', () => {
  it('begins with incomplete and suspend, committed at once', async () => {
    const lms = scorm12Lms();
    const opening = await trackerOf(lms).open();
    expect(opening).toMatchObject({
      connection: 'lms',
      mode: 'normal',
      bookmark: '',
      learner: 'learner-7',
      passMark: null,
      returnUrl: null,
    });
    expect(setsOf(lms)).toEqual([
      ['cmi.core.lesson_status', 'incomplete'],
      ['cmi.core.exit', 'suspend'],
    ]);
    expect(lms.record()).toMatchObject({ status: 'incomplete', exit: 'suspend', score: '' });
  });

  it('ends with all that was reported, finished once, and nothing is said after it', async () => {
    const lms = scorm12Lms();
    const tracker = trackerOf(lms);
    await tracker.open();
    expect(await tracker.save(aReport())).toMatchObject({ is: 'taken' });
    expect(
      await tracker.close({ ...passed, interactions: [anInteraction('q-one')], sittingTime: 61_000 }),
    ).toMatchObject({ is: 'taken' });
    const said = lms.calls.length;
    expect([await tracker.save(passed), await tracker.close(passed)]).toMatchObject([
      { is: 'ended' },
      { is: 'ended' },
    ]);
    expect(lms.calls.length).toBe(said);
    expect(lms.calls.filter(({ name }) => name === 'LMSFinish')).toHaveLength(1);
    expect(lms.violations).toEqual([]);
    expect(lms.record()).toMatchObject({
      status: 'passed',
      score: '90',
      totalTime: '00:01:01',
      location: 'one',
    });
    expect(lms.record()?.interactions).toHaveLength(1);
  });

  it('says nothing twice', async () => {
    const lms = scorm12Lms();
    const tracker = trackerOf(lms);
    await tracker.open();
    const report = { ...passed, interactions: [anInteraction('q-one')] };
    await tracker.save(report);
    const said = lms.calls.length;
    expect(await tracker.save(report)).toMatchObject({ is: 'taken' });
    expect(lms.calls.length).toBe(said);
  });
});

describe('a second sitting', () => {
  it('gets place and bookmark back, counts interactions on, and takes nothing back', async () => {
    const first = scorm12Lms();
    const tracker = trackerOf(first);
    await tracker.open();
    await tracker.close({ ...passed, interactions: [anInteraction('q-one'), anInteraction('q-two')] });

    const second = scorm12Lms({}, first.record());
    const again = trackerOf(second);
    expect(await again.open()).toMatchObject({ bookmark: '1.abc', location: 'one' });
    await again.close(
      aReport({
        score: 20,
        success: 'failed',
        completion: 'completed',
        interactions: [anInteraction('q-one')],
      }),
    );
    expect(second.violations).toEqual([]);
    expect(second.record()).toMatchObject({ status: 'passed', score: '90', totalTime: '00:00:02' });
    expect(second.record()?.interactions).toHaveLength(3);
  });

  it('says nothing that the LMS holds from the first', async () => {
    const first = scorm12Lms();
    const tracker = trackerOf(first);
    await tracker.open();
    await tracker.close(passed);
    const second = scorm12Lms({}, first.record());
    const again = trackerOf(second);
    await again.open();
    await again.save({ ...passed, sittingTime: 0 });
    expect(setsOf(second).map(([element]) => element)).toEqual(['cmi.core.exit', 'cmi.core.session_time']);
  });
});

describe('learning outcomes', () => {
  const know = anObjective('know', 50, 'failed');
  const act = anObjective('act', 100, 'passed');

  it('become objectives, each under one index for ever', async () => {
    const first = scorm12Lms();
    const tracker = trackerOf(first);
    await tracker.open();
    await tracker.close(aReport({ objectives: [know] }));
    expect(first.record()?.objectives).toMatchObject([
      { id: 'know', status: 'failed', score: { raw: '50', min: '0', max: '100' } },
    ]);

    const second = scorm12Lms({}, first.record());
    const again = trackerOf(second);
    await again.open();
    await again.save(aReport({ objectives: [act, know] }));
    await again.close(aReport({ objectives: [act, { ...know, score: 90, success: 'passed' }] }));
    expect(second.violations).toEqual([]);
    expect(second.record()?.objectives).toMatchObject([
      { id: 'know', status: 'passed', score: { raw: '90' } },
      { id: 'act', status: 'passed', score: { raw: '100' } },
    ]);
    expect(setsOf(second).filter(([element]) => element?.startsWith('cmi.objectives.0'))).toEqual([
      ['cmi.objectives.0.score.raw', '90'],
      ['cmi.objectives.0.status', 'passed'],
    ]);
  });
});

describe('the LMS decides', () => {
  it.each(['review', 'browse'] as const)('in %s nothing is written', async (mode) => {
    const lms = scorm12Lms({ mode });
    const tracker = trackerOf(lms);
    expect((await tracker.open()).mode).toBe('review');
    expect(await tracker.save(passed)).toMatchObject({ is: 'taken' });
    await tracker.close(passed);
    expect(setsOf(lms)).toEqual([]);
    expect(lms.calls.some(({ name }) => name === 'LMSCommit')).toBe(false);
    expect(lms.calls.at(-1)?.name).toBe('LMSFinish');
  });

  it('without credit neither status nor score is written', async () => {
    const lms = scorm12Lms({ credit: 'no-credit' });
    const tracker = trackerOf(lms);
    await tracker.open();
    await tracker.save(passed);
    expect(setsOf(lms).map(([element]) => element)).toEqual([
      'cmi.core.exit',
      'cmi.suspend_data',
      'cmi.core.lesson_location',
      'cmi.core.session_time',
    ]);
  });

  it('its mastery score is the pass mark', async () => {
    expect((await trackerOf(scorm12Lms({ masteryScore: '65' })).open()).passMark).toBe(65);
  });
});

describe('an LMS with faults', () => {
  it('that adds its API late is found', async () => {
    const window: { API?: unknown } = {};
    let waits = 0;
    const lms = scorm12Lms();
    const tracker = scorm12Tracker(window as ApiWindow, async () => {
      if (++waits === 7) window.API = lms.api;
    });
    expect((await tracker.open()).connection).toBe('lms');
  });

  it('that never comes leaves the device', async () => {
    expect((await scorm12Tracker({}, atOnce, 3).open()).connection).toBe('device');
  });

  it.each(['false', 'throw'] as const)(
    'that answers initialize with %s is refused, and is left alone',
    async (how) => {
      const lms = scorm12Lms();
      lms.fail({ calls: ['LMSInitialize'], how });
      const tracker = trackerOf(lms);
      expect((await tracker.open()).connection).toBe('refused');
      expect([await tracker.save(passed), await tracker.close(passed)]).toMatchObject([
        { is: 'ended' },
        { is: 'ended' },
      ]);
      expect(lms.calls.map(({ name }) => name)).toEqual(['LMSInitialize', 'LMSGetValue']);
    },
  );

  it.each<Fault>([
    { calls: ['LMSSetValue'], how: 'false' },
    { calls: ['LMSSetValue'], how: 'throw' },
    { calls: ['LMSCommit'], how: 'false' },
    { calls: ['LMSCommit'], how: 'throw' },
    { calls: ['LMSSetValue', 'LMSCommit', 'LMSGetValue'], how: 'throw' },
  ])('that fails for a while ($calls, $how) is told everything when it is back', async (fault) => {
    const lms = scorm12Lms();
    const tracker = trackerOf(lms);
    await tracker.open();
    lms.fail(fault);
    const report = { ...passed, interactions: [anInteraction('q-one'), anInteraction('q-two')] };
    expect(await tracker.save(report)).toMatchObject({ is: 'waiting' });
    lms.fail(null);
    expect(await tracker.save(report)).toMatchObject({ is: 'taken' });
    expect(lms.violations).toEqual([]);
    expect(lms.record()).toMatchObject({ status: 'passed', score: '90', suspendData: '1.abc' });
    expect(lms.record()?.interactions).toHaveLength(2);
  });

  it('that fails at the end is no reason to throw', async () => {
    const lms = scorm12Lms();
    const tracker = trackerOf(lms);
    await tracker.open();
    lms.fail({ calls: ['LMSFinish'], how: 'throw' });
    expect(await tracker.close(passed)).toMatchObject({ is: 'waiting' });
  });

  it('that knows no interactions is not asked to take any', async () => {
    const lms = scorm12Lms();
    const LMSGetValue = (element = '') =>
      element.startsWith('cmi.interactions') ? '' : (lms.api.LMSGetValue?.(element) ?? '');
    const tracker = trackerOf({ ...lms, api: { ...lms.api, LMSGetValue } });
    await tracker.open();
    expect(await tracker.save({ ...passed, interactions: [anInteraction('q-one')] })).toMatchObject({
      is: 'taken',
    });
    expect(setsOf(lms).filter(([element]) => element?.startsWith('cmi.interactions'))).toEqual([]);
  });

  it('that lacks lists says so with a general error, and is told the rest', async () => {
    const lms = scorm12Lms();
    const lacking = (element = '') => /^cmi\.(interactions|objectives)\.\d/.test(element);
    let error = '0';
    const api = {
      ...lms.api,
      LMSSetValue: (element: string, value: string) => {
        error = lacking(element) ? '101' : '0';
        return lacking(element) ? 'false' : (lms.api.LMSSetValue?.(element, value) ?? '');
      },
      LMSGetLastError: () => (error === '0' ? (lms.api.LMSGetLastError?.() ?? '') : error),
    };
    const tracker = scorm12Tracker({ API: api } as ApiWindow, atOnce);
    await tracker.open();
    const objectives = [anObjective('know', 90, 'passed')];
    const report = { ...passed, objectives, interactions: [anInteraction('q-one')] };
    for (const page of ['a', 'b', 'c', 'd'])
      expect(await tracker.save({ ...report, location: page })).toMatchObject({ is: 'waiting' });
    expect(await tracker.save({ ...report, location: 'e' })).toMatchObject({ is: 'waiting' });
    // It has been patient long enough: from now on the learner is told what is true, that all the rest is saved.
    expect(await tracker.save({ ...report, location: 'f' })).toEqual({ is: 'taken', interactions: 1 });
    expect(lms.record()).toMatchObject({ status: 'passed', score: '90', location: 'f' });
    expect(lms.violations).toEqual([]);
  });

  it('that takes no word at first is told at last that the learner will come back', async () => {
    const lms = scorm12Lms();
    const tracker = trackerOf(lms);
    lms.fail({ calls: ['LMSSetValue'], how: 'false' });
    await tracker.open();
    lms.fail(null);
    expect(await tracker.save(passed)).toMatchObject({ is: 'taken' });
    expect(lms.record()).toMatchObject({ exit: 'suspend', status: 'passed' });
  });

  it('that fails at every third word takes an interaction all the same, bit by bit', async () => {
    const lms = scorm12Lms();
    let words = 0;
    const LMSSetValue = (element = '', value = '') => {
      lms.fail(++words % 3 === 0 ? { calls: ['LMSSetValue'], how: 'false' } : null);
      return lms.api.LMSSetValue?.(element, value) ?? '';
    };
    const tracker = trackerOf({ ...lms, api: { ...lms.api, LMSSetValue } });
    await tracker.open();
    const report = { ...passed, interactions: [anInteraction('q-one'), anInteraction('q-two')] };
    let tries = 0;
    while ((await tracker.save(report)).is !== 'taken' && tries < 30) tries++;
    expect(tries).toBeLessThan(20);
    expect(lms.violations).toEqual([]);
    expect(lms.record()?.interactions).toMatchObject([
      { id: 'q-one', student_response: 'b,c' },
      { id: 'q-two', student_response: 'b,c' },
    ]);
  });

  it('that was deaf for long is not taken for one without interactions', async () => {
    const lms = scorm12Lms();
    const tracker = trackerOf(lms);
    await tracker.open();
    lms.fail({ calls: ['LMSSetValue'], how: 'false' });
    const report = { ...passed, interactions: [anInteraction('q-one')] };
    for (let save = 0; save < 10; save++) await tracker.save(report);
    lms.fail(null);
    expect(await tracker.save(report)).toEqual({ is: 'taken', interactions: 1 });
    expect(lms.record()?.interactions).toHaveLength(1);
  });

  it.each(['false', 'throw'] as const)(
    'that does not say what it holds (%s) is not overwritten, and is heard later without a second greeting',
    async (how) => {
      const first = scorm12Lms();
      const before = trackerOf(first);
      await before.open();
      await before.close(passed);
      const lms = scorm12Lms({}, first.record());
      let isMute = true;
      const LMSGetValue = (element = '') => {
        if (!isMute) return lms.api.LMSGetValue?.(element) ?? '';
        if (how === 'throw') throw new Error('The LMS fails.');
        return '';
      };
      const LMSGetLastError = () => (isMute ? '101' : (lms.api.LMSGetLastError?.() ?? ''));
      const tracker = trackerOf({ ...lms, api: { ...lms.api, LMSGetValue, LMSGetLastError } });
      expect((await tracker.open()).connection).toBe('refused');
      expect(await tracker.save(aReport())).toMatchObject({ is: 'ended' });
      expect(setsOf(lms)).toEqual([]);
      isMute = false;
      expect(await tracker.open()).toMatchObject({ connection: 'lms', bookmark: '1.abc' });
      expect(lms.calls.filter(({ name }) => name === 'LMSInitialize')).toHaveLength(1);
      expect(lms.violations).toEqual([]);
    },
  );

  it('that gives an error for what was never set is spoken with on a first launch', async () => {
    const lms = scorm12Lms();
    let isUnset = false;
    const LMSGetValue = (element = '') => {
      const value = lms.api.LMSGetValue?.(element) ?? '';
      isUnset = element === 'cmi.suspend_data' || element === 'cmi.core.lesson_location';
      return value;
    };
    const LMSGetLastError = () => (isUnset ? '101' : (lms.api.LMSGetLastError?.() ?? ''));
    const tracker = trackerOf({ ...lms, api: { ...lms.api, LMSGetValue, LMSGetLastError } });
    expect((await tracker.open()).connection).toBe('lms');
  });
});
