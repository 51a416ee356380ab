import type { Assessment } from '../../../src/course/assessment.ts';
import { type Course, pagesOf, poolOf } from '../../../src/course/course.ts';
import { type Mistake, pointerStep } from '../../../src/course/problem.ts';
import { questionTypes } from '../../../src/questions/index.ts';
import type { Rule } from './rule.ts';

/** A question that is scored has a right answer and names the outcome it serves: results are told by outcome. */
export const scoredQuestionsCanBeScored: Rule = ({ course, typed }) => {
  const scored = new Set<unknown>(
    assessmentsOf(course).flatMap(({ assessment }) => poolOf(course, assessment)),
  );
  return typed
    .filter(({ value }) => scored.has(value))
    .flatMap(({ pointer, value, type }): Mistake[] => [
      ...(value.outcome
        ? []
        : [
            {
              pointer,
              message: `the scored question "${value.id}" names no outcome.`,
              hint: `Add "outcome" with the id of what it tests: ${course.outcomes.map(({ id }) => `"${id}"`).join(', ')}.`,
            },
          ]),
      ...(Object.values(questionTypes).some((one) => one.schema === type.schema && 'isUnscored' in one)
        ? [
            {
              pointer: `${pointer}/type`,
              message: `a question of type "${value.type}" is never scored, and this one is asked in an assessment.`,
              hint: 'Ask it in a "knowledge-check" block of a page.',
            },
          ]
        : []),
    ]);
};

/** Every assessment asks something, and draws no more than it has. */
export const assessmentsHaveQuestions: Rule = ({ course }) =>
  assessmentsOf(course).flatMap(({ assessment, pointer }): Mistake[] => {
    const pool = poolOf(course, assessment).length;
    if (!assessment.questions && !assessment.banks)
      return [
        {
          pointer,
          message: 'the assessment asks nothing.',
          hint: 'Give it "questions", or name "banks" of course.json to draw from.',
        },
      ];
    if (assessment.draw === undefined || pool === 0 || assessment.draw <= pool) return [];
    return [
      {
        pointer: `${pointer}/draw`,
        message: `${assessment.draw} questions are to be drawn and there are ${pool}.`,
        hint: 'Draw fewer, or write more.',
      },
    ];
  });

/** An item bank serves one assessment: answers are kept by question, and a question is asked in one place. */
export const banksServeOneAssessment: Rule = ({ course, ofFormats }) => {
  const named = ofFormats('bank');
  const isMisspelt = named.some(({ value }) => !course.banks?.some(({ id }) => id === value));
  return [
    ...named.flatMap(({ pointer, value }, index): Mistake[] =>
      named.findIndex((one) => one.value === value) === index
        ? []
        : [
            {
              pointer,
              message: `the bank "${value}" is drawn from before.`,
              hint: 'Give each assessment banks of its own: answers are kept by question.',
            },
          ],
    ),
    ...(course.banks ?? []).flatMap(({ id }, index): Mistake[] =>
      isMisspelt || named.some(({ value }) => value === id)
        ? []
        : [
            {
              pointer: `/banks${pointerStep(index)}/id`,
              message: `no assessment draws from the bank "${id}".`,
              hint: `Name it in the "banks" of an assessment, or take it out.`,
            },
          ],
    ),
  ];
};

/** What is asked of a learner can be done: no assessment to be passed where there is none. */
export const completionCanBeReached: Rule = ({ course }) => {
  const wanted = course.completion?.assessment;
  if (!wanted || assessmentsOf(course).some(({ assessment }) => !assessment.pretest)) return [];
  return [
    {
      pointer: '/completion/assessment',
      message: `the assessment is to be ${wanted}, and the course has none that counts.`,
      hint: 'Take "assessment" out of "completion", or give a page an "assessment".',
    },
  ];
};

function assessmentsOf({ lessons }: Course): { assessment: Assessment; pointer: string }[] {
  return lessons.flatMap(({ pages }, l) =>
    pages.flatMap(({ assessment }, p) =>
      assessment
        ? [{ assessment, pointer: `/lessons${pointerStep(l)}/pages${pointerStep(p)}/assessment` }]
        : [],
    ),
  );
}

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
