import { describe, expect, it } from 'vitest';
import { ledgerText } from '../../build/pipeline/course-ledger.ts';
import { parseCourse } from '../../build/pipeline/parse-course.ts';
import { type Sco, scosOf } from '../../build/pipeline/scos.ts';
import { formats } from '../../src/formats/index.ts';
import { decodeBookmark, encodeBookmark } from '../../src/session/bookmark.ts';
import { noProgress } from '../../src/session/state.ts';
import { courseOf } from '../contracts/course-of.ts';

const page = (id: string, minutes: number, more: object = {}) => ({
  id,
  title: id,
  minutes,
  outcomes: ['know'],
  blocks: [{ type: 'text', text: 'Hello.' }],
  ...more,
});
const question = (id: string) => ({ type: 'true-false', id, prompt: 'True?', answer: true, outcome: 'know' });
const lesson = (id: string, ...pages: object[]) => ({ id, title: id, pages });

function scos(fields: object): Sco[] {
  const parsed = parseCourse(courseOf({ scos: 'lesson', ...fields }));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return scosOf(parsed, formats.scorm12);
}

describe('the rule of the course, lesson by lesson', () => {
  const lessons = [
    lesson('first', page('one', 10)),
    lesson('second', page('two', 20), page('check', 10, { assessment: { questions: [question('q-one')] } })),
  ];

  it('shares out the minutes, and asks for an assessment only where there is one', () => {
    const completion = { pages: 50, minutes: 30, assessment: 'passed' };
    const rules = scos({ passMark: 80, completion, lessons }).map(({ outline }) => outline.completion);
    expect(rules).toMatchObject([
      { pages: 50, minutes: 8, assessment: 'none' },
      { pages: 50, minutes: 23, assessment: 'passed' },
    ]);
  });

  it('is every page and the assessment where the course says nothing', () => {
    const [first, second] = scos({ passMark: 80, lessons });
    expect(first?.outline).toMatchObject({ passMark: null, completion: { pages: 100, assessment: 'taken' } });
    expect(second?.outline).toMatchObject({ passMark: 80, completion: { pages: 100, assessment: 'taken' } });
    expect([first?.place, second?.place]).toMatchObject([
      { number: 1, total: 2, next: { title: 'second', launch: 'lesson-second.html' } },
      { number: 2, total: 2, next: null },
    ]);
  });
});

it('a bookmark of a lesson is read after a page was added to the lesson and another moved out of it', () => {
  const [first, own] = scos({
    lessons: [lesson('first', page('one', 1)), lesson('second', page('two', 1), page('three', 1))],
  });
  if (!first || !own) throw new Error('there are two');
  expect(first.outline.ledger).toEqual(own.outline.ledger);
  const progress = { ...noProgress, page: 'two', seen: ['two', 'three'] };
  const bookmark = encodeBookmark(own.outline, { progress, savedAt: 1 }, 4096);

  const [other, later] = scos({
    lessons: [
      lesson('first', page('one', 1), page('three', 1)),
      lesson('second', page('new', 1), page('two', 1)),
    ],
    files: { 'ledger.json': ledgerText(own.outline.ledger) },
  });
  expect(later && decodeBookmark(later.outline, bookmark)?.progress).toMatchObject({
    page: 'two',
    seen: ['two'],
  });
  // And no lesson takes the bookmark of another for its own.
  expect(other && decodeBookmark(other.outline, bookmark)).toBe(null);
});
