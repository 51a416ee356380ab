import { describe, expect, it } from 'vitest';
import { encodeBookmark } from '../../src/session/bookmark.ts';
import { type AnsweredQuestion, noProgress, type Progress } from '../../src/session/state.ts';
import { resumedProgress } from '../../src/sitting/resume.ts';
import { anOutline } from '../session/an-outline.ts';

const outline = anOutline({ texts: { think: 50, feel: 50 } });
const bookmark = (savedAt: number, progress: Partial<Progress>) =>
  encodeBookmark(outline, { savedAt, progress: { ...noProgress, ...progress } }, 4096);
const opening = (text: string, isFirst = false, location = '') => ({
  connection: 'lms' as const,
  isFirst,
  bookmark: text,
  location,
});
const kept = (text: string, base: string, untold: AnsweredQuestion[] = []) => ({
  bookmark: text,
  base,
  untold,
});
const sorted: AnsweredQuestion = {
  question: 'q-sort',
  type: 'sorting',
  response: ['1a'],
  at: 5000,
  latency: null,
};

const before = bookmark(10, { page: 'one', seen: ['one'], texts: { think: 'first' } });
const here = bookmark(20, { page: 'two', seen: ['one', 'two'], texts: { think: 'first' } });
const elsewhere = bookmark(30, { page: 'one', seen: ['one', 'check'], texts: { think: 'second' } });
const otherTool = 'viewed=1,2,3|lastviewedslide=4';

describe('a sitting begins', () => {
  it('with nothing where neither LMS nor device knows the learner', () => {
    const nothing = { progress: noProgress, untold: [], isUnreadable: false };
    expect(resumedProgress(outline, opening('', true), null)).toEqual(nothing);
  });

  it('with what the LMS kept where the device kept nothing', () => {
    const { progress } = resumedProgress(outline, opening(here), null);
    expect(progress).toMatchObject({ page: 'two', seen: ['one', 'two'] });
  });

  it('with what the device kept where that went on from what the LMS holds', () => {
    const { progress, untold } = resumedProgress(outline, opening(before), kept(here, before, [sorted]));
    expect(progress).toMatchObject({ page: 'two', seen: ['one', 'two'] });
    expect(untold).toEqual([sorted]);
  });

  it('with both where the learner went on elsewhere: each change stands', () => {
    const { progress } = resumedProgress(outline, opening(elsewhere), kept(here, before));
    expect(progress).toMatchObject({ page: 'two', texts: { think: 'second' } });
    expect([...progress.seen].sort()).toEqual(['check', 'one', 'two']);
  });

  it('with what the device kept where the LMS keeps what cannot be read', () => {
    for (const spoilt of [otherTool, here.slice(0, 20), `${here}x`, '']) {
      const resumed = resumedProgress(outline, opening(spoilt), kept(here, before));
      expect(resumed).toMatchObject({ progress: { page: 'two' }, isUnreadable: false });
    }
  });

  it('on the page that the LMS knows, and says so, where nothing else can be read', () => {
    const resumed = resumedProgress(outline, opening(otherTool, false, 'two'), null);
    expect(resumed).toEqual({ progress: { ...noProgress, page: 'two' }, untold: [], isUnreadable: true });
    expect(resumedProgress(outline, opening(otherTool, false, 'gone'), null).progress.page).toBe('');
  });

  it('with what the LMS kept where the record of the device cannot be read', () => {
    const resumed = resumedProgress(outline, opening(before), kept(otherTool, before));
    expect(resumed).toMatchObject({ progress: { page: 'one' }, isUnreadable: false });
  });

  it('anew where an attempt that the LMS knew of was reset', () => {
    const resumed = resumedProgress(outline, opening('', true), kept(here, before, [sorted]));
    expect(resumed).toEqual({ progress: noProgress, untold: [], isUnreadable: false });
  });

  it('with what the device kept where the LMS never took anything', () => {
    const resumed = resumedProgress(outline, opening('', true), kept(here, '', [sorted]));
    expect(resumed).toMatchObject({ progress: { page: 'two' }, untold: [sorted] });
  });

  it('with the answers that the LMS was never told, even where it got the bookmark', () => {
    expect(resumedProgress(outline, opening(here), kept(here, before, [sorted])).untold).toEqual([sorted]);
  });

  it('without answers to what is another question by now', () => {
    const changed = { ...sorted, type: 'matching' };
    const gone = { ...sorted, question: 'q-gone' };
    expect(resumedProgress(outline, opening(before), kept(here, before, [changed, gone])).untold).toEqual([]);
  });
});
