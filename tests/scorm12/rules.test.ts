import { describe, expect, it } from 'vitest';
import { refusal, standard } from '../../build/preview/scorm/scorm12-rules.ts';
import { type Strictness, strictApi } from '../../build/preview/scorm/strict-api.ts';

const held = new Map([
  ['cmi.interactions.0.id', 'q'],
  ['cmi.interactions.0.type', 'choice'],
  ['cmi.interactions.1.id', 'r'],
]);

const none = { interactions: 0, objectives: 0 };

describe('the strict layer takes what SCORM 1.2 allows', () => {
  it.each([
    ['cmi.core.lesson_status', 'passed'],
    ['cmi.core.score.raw', '79.99'],
    ['cmi.core.session_time', '9999:59:59.99'],
    ['cmi.core.exit', ''],
    ['cmi.suspend_data', 'x'.repeat(4096)],
    ['cmi.interactions.0.student_response', 'a,c'],
    ['cmi.interactions.0.result', '0.5'],
    ['cmi.interactions.2.id', 's'],
    ['cmi.objectives.0.id', 'know'],
  ])('%s = %s', (element, value) => expect(refusal(element, value, held, none)).toBeNull());
});

describe('the strict layer refuses what SCORM 1.2 does, where scorm-again does not', () => {
  it.each([
    ['cmi.core.lesson_status', 'not attempted'],
    ['cmi.core.score.raw', '101'],
    ['cmi.core.session_time', 'PT1H'],
    ['cmi.core.exit', 'normal'],
    ['cmi.suspend_data', 'x'.repeat(4097)],
    ['cmi.core.student_name', 'Somebody'],
    ['cmi.interactions.0.student_response', 'valve'],
    ['cmi.interactions.0.result', 'incorrect'],
    ['cmi.interactions.1.result', 'correct'],
    ['cmi.interactions.2.type', 'choice'],
    ['cmi.interactions.2.id', 'question one'],
    ['cmi.interactions.4.id', 't'],
    ['cmi.objectives.0.status', 'passed'],
    ['cmi.objectives.1.id', 'know'],
    ['cmi.objectives.0.score', '5'],
  ])('%s = %s', (element, value) =>
    expect(refusal(element, value, held, none)).toMatch(/cannot|may not|hole|before/),
  );
});

describe('what is legal and unwise', () => {
  const overLms = (strictness: Strictness) =>
    strictApi(
      Object.fromEntries(
        Object.entries(standard.names).map(([what, name]) => [
          name,
          () => (what === 'lastError' ? '0' : what === 'get' ? '' : 'true'),
        ]),
      ),
      standard,
      strictness,
    );

  it.each([
    ['cmi.core.score.raw', ''],
    ['cmi.core.score.raw', '66.667'],
    ['cmi.core.session_time', '0000:00:30.4'],
    ['cmi.interactions.0.id', 'urn:q:1'],
    ['cmi.core.lesson_status', 'passed'],
  ])('%s = %s is refused in our own courses, and advice in those of any tool', (element, value) => {
    const [house, any] = [overLms('house'), overLms('standard')];
    for (const { api } of [house, any]) api.LMSInitialize?.('');
    expect(house.api.LMSSetValue?.(element, value)).toBe('false');
    expect(house.violations).toHaveLength(1);
    expect(any.api.LMSSetValue?.(element, value)).toBe('true');
    expect([any.violations, any.advice]).toEqual([[], house.violations]);
  });

  it('takes a number for its text, as LMSs do, and says so', () => {
    const { api, advice } = overLms('standard');
    api.LMSInitialize?.('');
    expect(api.LMSSetValue?.('cmi.core.score.raw', 80 as never)).toBe('true');
    expect(advice).toEqual(['LMSSetValue with something that is no string']);
  });
});

it('knows which status takes another back', () => {
  const lms = strictApi(
    Object.fromEntries(Object.values(standard.names).map((name) => [name, () => 'true'])),
    standard,
  );
  const set = (status: string) => lms.api.LMSSetValue?.('cmi.core.lesson_status', status);
  lms.api.LMSInitialize?.('');
  lms.api.LMSSetValue?.('cmi.core.score.raw', '90');
  expect([set('incomplete'), set('failed'), set('passed')]).toEqual(['true', 'true', 'true']);
  expect([set('incomplete'), set('completed')]).toEqual(['false', 'false']);
  expect(lms.violations).toHaveLength(2);
});
