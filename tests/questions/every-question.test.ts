/** Grading holds for every question that our courses ask, not for examples alone: flagship and gallery. */
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outlineCourse } from '../../build/pipeline/outline-course.ts';
import { parseCourse } from '../../build/pipeline/parse-course.ts';
import { readCourse } from '../../build/pipeline/read-course.ts';
import { type QuestionType, questionTypes } from '../../src/questions/index.ts';
import { questionsOf, rightAnswer, wrongAnswer } from './right-answer.ts';

const types: Readonly<Record<string, QuestionType>> = questionTypes;
/** Lists whose order is shuffled on the screen. What stands in order in "sequencing" is the key itself. */
const shuffledLists = ['options', 'areas', 'statements', 'groups', 'targets', 'gaps', 'scale'];

describe.each(['course', 'tests/fixtures/full'])('in %s', async (folder) => {
  const parsed = parseCourse(await readCourse(join(import.meta.dirname, '../..', folder), folder));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const outline = outlineCourse(parsed);

  it.each([...questionsOf(parsed)])(
    '%s earns 1 for the full answer, less for a wrong one',
    (id, question) => {
      const type = types[question.type];
      const key = outline.questions[id]?.key as never;
      if (!type || type.isUnscored) return;
      const [right, wrong] = [rightAnswer(question), wrongAnswer(question)];
      expect(type.grade(key, right)).toBe(1);
      expect(type.grade(key, wrong)).toBeLessThan(1);
      expect(type.grade(key, [])).toBe(0);
      // Any part of the two, in any order: between 0 and 1, and the same however the lists were shuffled.
      const fields = Object.entries(key as Readonly<Record<string, unknown>>);
      const lists = question.type === 'matching' ? [...shuffledLists, 'items'] : shuffledLists;
      fc.assert(
        fc.property(
          fc.subarray([...new Set([...right, ...wrong])]),
          fc.infiniteStream(fc.nat()),
          (response, chance) => {
            const grade = type.grade(key, response);
            expect(grade).toBeGreaterThanOrEqual(0);
            expect(grade).toBeLessThanOrEqual(1);
            const shuffled = Object.fromEntries(
              fields.map(([name, value]) => [
                name,
                lists.includes(name) && Array.isArray(value)
                  ? value
                      .map((item) => ({ item, place: chance.next().value ?? 0 }))
                      .sort((one, other) => one.place - other.place)
                      .map(({ item }) => item)
                  : value,
              ]),
            );
            expect(type.grade(shuffled as never, response)).toBeCloseTo(grade, 12);
          },
        ),
        { numRuns: 30 },
      );
    },
  );
});
