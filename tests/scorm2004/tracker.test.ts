import { describe, expect, it } from 'vitest';
import { type Lms2004, scorm2004Lms } from '../../build/preview/scorm/scorm2004-lms.ts';
import type { ApiWindow } from '../../src/formats/scorm/find-api.ts';
import { scorm2004Tracker } from '../../src/formats/scorm2004/tracker.ts';
import { anInteraction, anObjective, aReport } from '../scorm12/a-report.ts';

const atOnce = async () => {};
const trackerOf = (lms: Lms2004) => scorm2004Tracker({ API_1484_11: lms.api } as ApiWindow, atOnce);
const setsOf = (lms: Lms2004) => lms.calls.filter(({ name }) => name === 'SetValue').map(({ args }) => args);
const objectives = [anObjective('know', 90, 'passed')];
const passed = aReport({ completion: 'completed', success: 'passed', score: 90, progress: 1, objectives });

describe('a first sitting', () => {
  it('begins with incomplete and suspend, committed at once', async () => {
    const lms = scorm2004Lms();
    expect(await trackerOf(lms).open()).toMatchObject({
      connection: 'lms',
      mode: 'normal',
      bookmark: '',
      bookmarkLimit: 64_000,
      learner: 'learner-7',
      passMark: null,
      completionThreshold: null,
      returnUrl: null,
    });
    expect(setsOf(lms)).toEqual([
      ['cmi.completion_status', 'incomplete'],
      ['cmi.exit', 'suspend'],
    ]);
    expect(lms.record()).toMatchObject({ completion: 'incomplete', success: 'unknown', exit: 'suspend' });
    expect(lms.violations).toEqual([]);
  });

  it('ends with all that was reported: completion and success apart, a scaled score, progress', async () => {
    const lms = scorm2004Lms();
    const tracker = trackerOf(lms);
    await tracker.open();
    expect(await tracker.save(aReport({ progress: 1 / 3 }))).toMatchObject({ is: 'taken' });
    expect(lms.record()).toMatchObject({
      completion: 'incomplete',
      success: 'unknown',
      progress: '0.3333333',
    });
    expect(
      await tracker.close({ ...passed, interactions: [anInteraction('q-one')], sittingTime: 61_000 }),
    ).toMatchObject({ is: 'taken' });
    expect([await tracker.save(passed), await tracker.close(passed)]).toMatchObject([
      { is: 'ended' },
      { is: 'ended' },
    ]);
    expect(lms.violations).toEqual([]);
    expect(lms.record()).toMatchObject({
      completion: 'completed',
      success: 'passed',
      scaled: '0.9',
      score: '90',
      progress: '1',
      totalTime: 'PT1M1S',
      location: 'one',
    });
    expect(lms.record()?.interactions).toMatchObject([
      { id: 'q-one', type: 'choice', learner_response: 'b[,]c', result: 'incorrect', weighting: '2' },
    ]);
    expect(lms.record()?.objectives).toMatchObject([
      { id: 'know', success_status: 'passed', description: '{lang=en}To know.' },
    ]);
  });

  it('says nothing twice', async () => {
    const lms = scorm2004Lms();
    const tracker = trackerOf(lms);
    await tracker.open();
    await tracker.save(passed);
    const said = lms.calls.length;
    expect(await tracker.save(passed)).toMatchObject({ is: 'taken' });
    expect(lms.calls.length).toBe(said);
  });
});

describe('a later sitting', () => {
  const kept = async () => {
    const lms = scorm2004Lms();
    const tracker = trackerOf(lms);
    await tracker.open();
    await tracker.close({ ...passed, interactions: [anInteraction('q-one')] });
    return lms.record();
  };

  it('resumes, and takes back neither completion nor success nor score', async () => {
    const lms = scorm2004Lms({}, await kept());
    const tracker = trackerOf(lms);
    expect(await tracker.open()).toMatchObject({ bookmark: '1.abc', location: 'one' });
    await tracker.close(
      aReport({ success: 'failed', score: 20, progress: 0.2, interactions: [anInteraction('q-two')] }),
    );
    expect(lms.violations).toEqual([]);
    expect(lms.record()).toMatchObject({
      completion: 'completed',
      success: 'passed',
      scaled: '0.9',
      progress: '1',
    });
    expect(lms.record()?.interactions).toMatchObject([{ id: 'q-one' }, { id: 'q-two' }]);
    expect(lms.record()?.objectives).toHaveLength(1);
  });
});

describe('an LMS with rules of its own', () => {
  it('has the last word on the pass mark', async () => {
    const lms = scorm2004Lms({ masteryScore: '85' });
    expect(await trackerOf(lms).open()).toMatchObject({ passMark: 85 });
  });

  it('has the last word on how much progress makes complete', async () => {
    const lms = scorm2004Lms({ completionThreshold: '0.6' });
    const tracker = trackerOf(lms);
    expect(await tracker.open()).toMatchObject({ completionThreshold: 60 });
    tracker.close(aReport({ completion: 'completed', progress: 0.6 }));
    expect(lms.record()).toMatchObject({ completion: 'completed', progress: '0.6' });
  });

  it('that knows the objectives from the manifest is told of each under the index it has', async () => {
    const lms = scorm2004Lms({ objectives: ['objective-small', 'act', 'know'] });
    const tracker = trackerOf(lms);
    await tracker.open();
    tracker.close(passed);
    expect(lms.violations).toEqual([]);
    expect(lms.record()?.objectives).toMatchObject([
      { id: 'objective-small', success_status: 'unknown' },
      { id: 'act', success_status: 'unknown' },
      { id: 'know', success_status: 'passed', score: { scaled: '0.9' } },
    ]);
  });

  it('that gives no credit is told neither status nor score', async () => {
    const lms = scorm2004Lms({ credit: 'no-credit' });
    const tracker = trackerOf(lms);
    await tracker.open();
    await tracker.close(passed);
    expect(setsOf(lms).filter(([element]) => /status|score|progress/.test(element ?? ''))).toEqual([]);
  });

  it.each(['review', 'browse'] as const)('in %s is told nothing', async (mode) => {
    const lms = scorm2004Lms({ mode });
    const tracker = trackerOf(lms);
    expect(await tracker.open()).toMatchObject({ mode: 'review' });
    expect(await tracker.close(passed)).toMatchObject({ is: 'taken' });
    expect(setsOf(lms)).toEqual([]);
    expect(lms.violations).toEqual([]);
  });

  it('that fails is told everything again, and interactions leave no hole', async () => {
    const lms = scorm2004Lms();
    const tracker = trackerOf(lms);
    await tracker.open();
    lms.fail({ calls: ['SetValue', 'Commit'], how: 'throw' });
    const report = { ...passed, interactions: [anInteraction('q-one'), anInteraction('q-two')] };
    expect(await tracker.save(report)).toMatchObject({ is: 'waiting' });
    lms.fail(null);
    expect(await tracker.save(report)).toMatchObject({ is: 'taken' });
    expect(lms.record()).toMatchObject({ success: 'passed', scaled: '0.9' });
    expect(lms.record()?.interactions).toHaveLength(2);
    expect(lms.violations).toEqual([]);
  });
});
