/** Answers as xAPI writes them (xAPI Data, appendix C). Pure. */
import type { Component, Interaction, Pair } from '../../questions/logic.ts';
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

/** A fill-in of more characters is a long one. */
const shortText = 250;

/** The question as an activity: what was asked, what there was to choose, what is right. */
export function questionActivity(course: CourseActivities, id: string, what: Interaction): Activity {
  const question = course.questions[id];
  const type = typeOf(what);
  const described = lists[type].flatMap((list) => {
    const components = question?.components[list];
    return components ? [[list, components.map((one) => componentOf(one, course.language))] as const] : [];
  });
  const correct = patternsOf(what);
  const definition: ActivityDefinition = {
    ...(question && { name: { [course.language]: question.prompt } }),
    type: 'http://adlnet.gov/expapi/activities/cmi.interaction',
    interactionType: type,
    ...(correct.length > 0 && { correctResponsesPattern: correct }),
    ...Object.fromEntries(described),
  };
  return { objectType: 'Activity', id: iriOf(course, 'questions', id), definition };
}

function typeOf(what: Interaction): keyof typeof lists {
  return what.type === 'fill-in' && what.response.length > shortText ? 'long-fill-in' : what.type;
}

function componentOf({ id, text }: Component, language: string) {
  return { id, ...(text !== undefined && { description: { [language]: text } }) };
}

export function responseOf(what: Interaction): string {
  switch (what.type) {
    case 'true-false':
    case 'numeric':
      return String(what.response);
    case 'choice':
    case 'sequencing':
      return what.response.join('[,]');
    case 'matching':
    case 'performance':
      return pairs(what.response);
    case 'fill-in':
    case 'likert':
      return what.response;
  }
}

/** Every response that is right; none where nothing is. */
function patternsOf(what: Interaction): string[] {
  switch (what.type) {
    case 'true-false':
      return [String(what.correct)];
    case 'choice':
    case 'sequencing':
      return [what.correct.join('[,]')];
    case 'matching':
    case 'performance':
      return [pairs(what.correct)];
    case 'fill-in':
      return [...new Set(what.correct)];
    case 'numeric':
      return [`${what.correct.min}[:]${what.correct.max}`];
    case 'likert':
      return [];
  }
}

// A learner's own words hold no delimiter: it loses its brackets.
const plain = (words: string) => words.replace(/\[([,.:])\]/g, '$1');

function pairs(list: readonly Pair[]): string {
  return list.map(([source, target]) => `${source}[.]${plain(target)}`).join('[,]');
}
