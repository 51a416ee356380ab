import { describe, expect, it } from 'vitest';
import { identifier } from '../../src/formats/scorm/identifier.ts';
import {
  interactionWrites,
  lessonStatus,
  stateWrites,
  timespan,
} from '../../src/formats/scorm12/vocabulary.ts';
import { anInteraction, aReport } from './a-report.ts';

it.each([
  { completion: 'completed', success: 'failed', held: 'incomplete', status: 'failed' },
  { completion: 'completed', success: 'unknown', held: 'incomplete', status: 'completed' },
  { completion: 'incomplete', success: 'passed', held: 'incomplete', status: 'passed' },
  { completion: 'incomplete', success: 'unknown', held: 'not attempted', status: 'incomplete' },
  { completion: 'incomplete', success: 'unknown', held: 'browsed', status: 'incomplete' },
  { completion: 'incomplete', success: 'unknown', held: 'passed', status: 'passed' },
  { completion: 'completed', success: 'failed', held: 'passed', status: 'passed' },
  { completion: 'completed', success: 'failed', held: 'completed', status: 'completed' },
  { completion: 'incomplete', success: 'unknown', held: 'failed', status: 'failed' },
  { completion: 'incomplete', success: 'unknown', held: 'an unknown word', status: 'incomplete' },
] as const)('$completion and $success on top of "$held" is told as $status', ({ status, held, ...given }) => {
  expect(lessonStatus({ mayFall: false, ...given }, held)).toBe(status);
});

it('lets a failed last attempt take back what an earlier one passed, where the last one counts', () => {
  const failed = { completion: 'completed', success: 'failed', mayFall: true } as const;
  expect(lessonStatus(failed, 'passed')).toBe('failed');
  expect(lessonStatus({ ...failed, success: 'unknown' }, 'passed')).toBe('passed');
});

it.each([
  [0, '0000:00:00.00'],
  [30_400, '0000:00:30.40'],
  [59_999, '0000:01:00.00'],
  [3_723_050, '0001:02:03.05'],
  [9999 * 3_600_000 + 3_599_990, '9999:59:59.99'],
  [40_000_000 * 3_600, '9999:59:59.99'],
  [-5, '0000:00:00.00'],
])('%d milliseconds are %s', (milliseconds, text) => expect(timespan(milliseconds)).toBe(text));

it('makes identifiers that SCORM takes, of any text', () => {
  expect(identifier('q-one.2')).toBe('q-one.2');
  expect(identifier('question één')).toBe('question___n');
  expect(identifier('x'.repeat(300))).toHaveLength(255);
});

describe('what is said of a report', () => {
  const names = (
    report = aReport(),
    held: Parameters<typeof stateWrites>[1] = { status: 'incomplete', score: null },
  ) => stateWrites(report, held).map(([element]) => element);

  it('has no score before something scored was answered', () => {
    expect(names().filter((element) => element.includes('score'))).toEqual([]);
  });

  it('says the score before the status', () => {
    const said = stateWrites(aReport({ score: 87.5, success: 'passed' }), {
      status: 'incomplete',
      score: null,
    });
    expect(said.slice(0, 4)).toEqual([
      ['cmi.core.score.raw', '87.5'],
      ['cmi.core.score.min', '0'],
      ['cmi.core.score.max', '100'],
      ['cmi.core.lesson_status', 'passed'],
    ]);
  });

  it('says no score that is lower than what the LMS holds', () => {
    expect(names(aReport({ score: 40, success: 'failed' }), { status: 'passed', score: 90 })).not.toContain(
      'cmi.core.score.raw',
    );
  });

  it('has neither score nor status where there is no credit', () => {
    expect(names(aReport({ score: 90, success: 'passed' }), null)).toEqual([
      'cmi.suspend_data',
      'cmi.core.lesson_location',
      'cmi.core.session_time',
    ]);
  });
});

it('says an interaction id first, then type, then the rest', () => {
  expect(interactionWrites(3, anInteraction('q-one'))).toEqual([
    ['cmi.interactions.3.id', 'q-one'],
    ['cmi.interactions.3.type', 'choice'],
    ['cmi.interactions.3.objectives.0.id', 'know'],
    ['cmi.interactions.3.time', '09:05:07'],
    ['cmi.interactions.3.correct_responses.0.pattern', 'a'],
    ['cmi.interactions.3.weighting', '2'],
    ['cmi.interactions.3.student_response', 'b,c'],
    ['cmi.interactions.3.result', 'wrong'],
    ['cmi.interactions.3.latency', '0000:01:05.43'],
  ]);
});
