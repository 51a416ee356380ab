/** Answers as xAPI writes them (xAPI Data, appendix C). Pure. */
import type { Component, Interaction } from '../../questions/logic.ts';
import { patternsOf, responseOf as responseIn, typeOf } from '../responses.ts';
import { type CourseActivities, iriOf } from './activities.ts';
import type { Activity, ActivityDefinition } from './statement.ts';

/** Which components a type of interaction may name; others are not allowed there. */
const lists = {
  'true-false': [],
  choice: ['choices'],
  matching: ['source', 'target'],
  sequencing: ['choices'],
  'fill-in': [],
  'long-fill-in': [],
  numeric: [],
  likert: ['scale'],
  performance: ['steps'],
} as const;

/** The question as an activity: what was asked, what there was to choose, what is right. */
export function questionActivity(course: CourseActivities, id: string, what: Interaction): Activity {
  const question = course.questions[id];
  const type = typeOf(what);
  const described = lists[type].flatMap((list) => {
    const components = question?.components[list];
    return components ? [[list, components.map((one) => componentOf(one, course.language))] as const] : [];
  });
  const correct = patternsOf(what, limits);
  const definition: ActivityDefinition = {
    ...(question && { name: { [course.language]: question.prompt } }),
    type: 'http://adlnet.gov/expapi/activities/cmi.interaction',
    interactionType: type,
    ...(correct.length > 0 && { correctResponsesPattern: correct }),
    ...Object.fromEntries(described),
  };
  return { objectType: 'Activity', id: iriOf(course, 'questions', id), definition };
}

function componentOf({ id, text }: Component, language: string) {
  return { id, ...(text !== undefined && { description: { [language]: text } }) };
}

/** xAPI keeps every text whole. */
const limits = { short: Number.POSITIVE_INFINITY, long: Number.POSITIVE_INFINITY };

export const responseOf = (what: Interaction): string => responseIn(what, limits);
