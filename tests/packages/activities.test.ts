import { join } from 'node:path';
import { expect, it } from 'vitest';
import { courseActivities } from '../../build/pipeline/activities.ts';
import { outlineCourse } from '../../build/pipeline/outline-course.ts';
import { parseCourse } from '../../build/pipeline/parse-course.ts';
import { readCourse } from '../../build/pipeline/read-course.ts';
import { statementFaults } from '../../build/preview/lrs/statement-rules.ts';
import { questionActivity, responseOf } from '../../src/formats/xapi/definition.ts';
import { type QuestionType, questionTypes } from '../../src/questions/index.ts';
import { aStatement } from '../lrs/a-statement.ts';
import { questionsOf, rightAnswer, wrongAnswer } from '../questions/right-answer.ts';

const full = 'tests/fixtures/full';

it('every question type is told by a definition and a response that a strict LRS takes', async () => {
  const parsed = parseCourse(await readCourse(join(import.meta.dirname, '../..', full), full));
  if (!parsed.ok) throw new Error('the gallery has mistakes');
  const course = { ...parsed.course, iri: 'https://example.org/full' };
  const activities = courseActivities({ ...parsed, course }, null);
  if (!activities) throw new Error('the gallery has no activities');
  const outline = outlineCourse(parsed);
  const told = new Set<string>();
  for (const [id, question] of questionsOf(parsed)) {
    const type: QuestionType = questionTypes[question.type as keyof typeof questionTypes];
    told.add(question.type);
    for (const response of type.isUnscored
      ? [rightAnswer(question)]
      : [rightAnswer(question), wrongAnswer(question)]) {
      const what = type.interaction(outline.questions[id]?.key as never, response);
      const object = questionActivity(activities, id, what);
      const statement = { ...aStatement(), object, result: { response: responseOf(what) } };
      expect(statementFaults(statement), `${id} ${JSON.stringify(object)}`).toEqual([]);
      expect(object.definition?.name).toEqual({ en: activities.questions[id]?.prompt });
      expect(outline.lessons.flatMap(({ pages }) => pages.map((page) => page.id))).toContain(
        activities.questions[id]?.page,
      );
    }
  }
  expect([...told].sort()).toEqual(Object.keys(questionTypes).sort());
});
