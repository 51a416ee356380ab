/** Activities and what an interaction is made of (xAPI Data 2.4.4.1 and appendix C). */
import { anyOf, type Check, every, isObject, listOf, rule, shape, text } from './checks.ts';
import { extensions, iri, languageMap } from './values.ts';

/** Which lists of components a type of interaction may have. */
const components: Readonly<Record<string, readonly string[]>> = {
  'true-false': [],
  choice: ['choices'],
  'fill-in': [],
  'long-fill-in': [],
  matching: ['source', 'target'],
  performance: ['steps'],
  sequencing: ['choices'],
  likert: ['scale'],
  numeric: [],
  other: [],
};
const lists = ['choices', 'scale', 'source', 'target', 'steps'] as const;
const component = listOf(shape({ id: text, description: languageMap }, 'id'));

const definition: Check = every(
  shape({
    name: languageMap,
    description: languageMap,
    type: iri,
    moreInfo: iri,
    extensions,
    interactionType: anyOf(...Object.keys(components)),
    correctResponsesPattern: listOf(text),
    choices: component,
    scale: component,
    source: component,
    target: component,
    steps: component,
  }),
  rule((value, path) => {
    const type = value.interactionType;
    const present = lists.filter((list) => value[list] !== undefined);
    if (type === undefined)
      return present.length > 0 || value.correctResponsesPattern !== undefined
        ? [`${path} has parts of an interaction and no interactionType`]
        : [];
    return [
      ...present
        .filter((list) => !components[String(type)]?.includes(list))
        .map((list) => `${path}.${list} does not belong to "${type}"`),
      ...present
        .filter((list) => !hasDistinctIds(value[list]))
        .map((list) => `${path}.${list} holds an id twice`),
    ];
  }),
  rule((value, path) => patternFaults(value, `${path}.correctResponsesPattern`)),
);

export const activity: Check = shape({ objectType: anyOf('Activity'), id: iri, definition }, 'id');

/** What a learner answered is written as the type of the interaction says, with ids that it has. */
export function responseFaults(definition: unknown, response: unknown, path: string): readonly string[] {
  if (!isObject(definition) || typeof response !== 'string') return [];
  return isWritten(definition, response, false)
    ? []
    : [`${path} "${response}" is not a response to "${definition.interactionType}"`];
}

function patternFaults(value: Readonly<Record<string, unknown>>, path: string): string[] {
  const patterns = Array.isArray(value.correctResponsesPattern) ? value.correctResponsesPattern : [];
  return patterns
    .filter((pattern) => typeof pattern === 'string' && !isWritten(value, pattern, true))
    .map((pattern) => `${path} "${pattern}" is not a pattern of "${value.interactionType}"`);
}

function isWritten(value: Readonly<Record<string, unknown>>, words: string, isPattern: boolean): boolean {
  const has = (list: string, id: string) => value[list] === undefined || idsIn(value[list]).includes(id);
  const bare = isPattern ? words.replace(/^(\{(case_matters|order_matters|lang)=[^}]*\})+/, '') : words;
  switch (value.interactionType) {
    case 'true-false':
      return bare === 'true' || bare === 'false';
    case 'choice':
    case 'sequencing':
      return bare === '' || bare.split('[,]').every((id) => has('choices', id));
    case 'likert':
      return bare === '' || has('scale', bare);
    case 'numeric':
      return isPattern
        ? bare.split('[:]').every((end) => end === '' || !Number.isNaN(Number(end)))
        : bare.trim() !== '' && !Number.isNaN(Number(bare));
    case 'matching':
      return pairs(bare).every(
        ([source = '', target]) => target !== undefined && has('source', source) && has('target', target),
      );
    case 'performance':
      return pairs(bare).every(([step = '', answer]) => answer !== undefined && has('steps', step));
    default:
      return true;
  }
}

const pairs = (words: string) => (words === '' ? [] : words.split('[,]').map((pair) => pair.split('[.]')));

function idsIn(list: unknown): unknown[] {
  return Array.isArray(list) ? list.map((one) => (isObject(one) ? one.id : undefined)) : [];
}

function hasDistinctIds(list: unknown): boolean {
  const ids = idsIn(list);
  return new Set(ids).size === ids.length;
}
