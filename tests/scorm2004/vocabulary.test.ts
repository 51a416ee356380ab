import { describe, expect, it } from 'vitest';
import { duration } from '../../src/formats/duration.ts';
import { interactionWrites, stateWrites, timestamp } from '../../src/formats/scorm2004/vocabulary.ts';
import type { Interaction } from '../../src/questions/logic.ts';
import { anInteraction, aReport } from '../scorm12/a-report.ts';

const fields = (what: Interaction, grade: number | null = 1) =>
  Object.fromEntries(
    interactionWrites(0, { ...anInteraction('q'), what, grade }).map(([element, value]) => [
      element.replace('cmi.interactions.0.', ''),
      value,
    ]),
  );

describe('interactions in the words of SCORM 2004', () => {
  it.each<[string, Interaction, string, string | undefined]>([
    ['true-false', { type: 'true-false', response: true, correct: false }, 'true', 'false'],
    ['choice', { type: 'choice', response: ['a', 'c'], correct: ['b'] }, 'a[,]c', 'b'],
    ['sequencing', { type: 'sequencing', response: ['b', 'a'], correct: ['a', 'b'] }, 'b[,]a', 'a[,]b'],
    [
      'matching',
      {
        type: 'matching',
        response: [['1', 'a']],
        correct: [
          ['1', 'b'],
          ['2', 'a'],
        ],
      },
      '1[.]a',
      '1[.]b[,]2[.]a',
    ],
    [
      'performance',
      { type: 'performance', response: [['1', 'a [,] b']], correct: [['1', 'x']] },
      '1[.]a , b',
      '1[.]x',
    ],
    ['fill-in', { type: 'fill-in', response: 'peace', correct: ['Peace', 'peace'] }, 'peace', 'Peace'],
    ['numeric', { type: 'numeric', response: 34.5, correct: { min: 30, max: 40 } }, '34.5', '30[:]40'],
  ])('%s', (type, what, response, correct) => {
    expect(fields(what)).toMatchObject({
      type,
      learner_response: response,
      'correct_responses.0.pattern': correct,
    });
  });

  it('a long text is a long fill-in, and what is never scored has no right answer', () => {
    const long = fields({ type: 'fill-in', response: 'x'.repeat(300), correct: [] }, null);
    expect(long).toMatchObject({ type: 'long-fill-in', result: 'neutral' });
    expect(Object.keys(long).some((field) => field.startsWith('correct_responses'))).toBe(false);
    expect(fields({ type: 'likert', response: '3' }, null)).toMatchObject({
      type: 'likert',
      learner_response: '3',
    });
  });

  it('every accepted answer is a pattern, five at most', () => {
    const accepted = ['a', 'b', 'c', 'd', 'e', 'f'];
    const written = fields({ type: 'fill-in', response: 'a', correct: accepted });
    expect(Object.keys(written).filter((field) => field.startsWith('correct_responses'))).toHaveLength(5);
  });

  it.each([
    [1, 'correct'],
    [0, 'incorrect'],
    [1 / 3, '0.3333333'],
  ])('a grade of %s is %s', (grade, result) => {
    expect(fields({ type: 'true-false', response: true, correct: true }, grade).result).toBe(result);
  });
});

it.each([
  [0, 'PT0H0M0S'],
  [3_903_250, 'PT1H5M3.25S'],
  [59_999, 'PT0H1M0S'],
  [-5, 'PT0H0M0S'],
])('%s milliseconds are %s', (milliseconds, text) => expect(duration(milliseconds)).toBe(text));

it('a time has two decimals always, and is UTC', () => {
  expect(timestamp(Date.UTC(2026, 10, 23, 10, 0, 0))).toBe('2026-11-23T10:00:00.00Z');
  expect(timestamp(Date.UTC(2026, 10, 23, 10, 0, 0, 987))).toBe('2026-11-23T10:00:00.98Z');
});

it('no place is no location: some LMSs take no empty one', () => {
  const elements = stateWrites(aReport({ location: '' }), null).map(([element]) => element);
  expect(elements).toEqual(['cmi.suspend_data', 'cmi.session_time']);
});
