import { pagesOf } from '../../../src/course/course.ts';
import { type Mistake, pointerStep } from '../../../src/course/problem.ts';
import type { Rule } from './rule.ts';

/** Every scored question names the outcome it serves: results are told by outcome. */
export const scoredQuestionsNameAnOutcome: Rule = ({ course }) =>
  course.lessons.flatMap((lesson, l) =>
    lesson.pages.flatMap((page, p) =>
      (page.assessment?.questions ?? []).flatMap((question, q): Mistake[] =>
        question.outcome
          ? []
          : [
              {
                pointer: `/lessons${pointerStep(l)}/pages${pointerStep(p)}/assessment/questions${pointerStep(q)}`,
                message: `the scored question "${question.id}" names no outcome.`,
                hint: `Add "outcome" with the id of what it tests: ${course.outcomes.map(({ id }) => `"${id}"`).join(', ')}.`,
              },
            ],
      ),
    ),
  );

/** A pass mark without an assessment, or an assessment without one: the LMS would wait for a score for ever. */
export const passMarkFitsTheCourse: Rule = ({ course }) => {
  const isAssessed = pagesOf(course).some((page) => page.assessment);
  if (isAssessed === (course.passMark !== undefined)) return [];
  return isAssessed
    ? [
        {
          pointer: '',
          message: 'the course has an assessment and no pass mark.',
          hint: 'Add "passMark" to course.json: per cent of the points, such as 80.',
        },
      ]
    : [
        {
          pointer: '/passMark',
          message: `the course has a pass mark of ${course.passMark} and no assessment.`,
          hint: 'Take "passMark" out, or give a page an "assessment".',
        },
      ];
};
