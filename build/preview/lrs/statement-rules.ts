/** What a conformant LRS refuses of a statement (xAPI 1.0.3 Data 2; IEEE 9274.1.1 for 2.0). Pure. */
import { activity, responseFaults } from './activity-rules.ts';
import { actor, agent, group } from './actor-rules.ts';
import {
  anyOf,
  being,
  type Check,
  every,
  flag,
  isObject,
  listOf,
  number,
  rule,
  shape,
  text,
  whole,
} from './checks.ts';
import {
  duration,
  extensions,
  iri,
  languageMap,
  languageTag,
  timestamp,
  uuid,
  version1,
  version2,
} from './values.ts';

export type XapiVersion = '1.0.3' | '2.0.0';

export const voided = 'http://adlnet.gov/expapi/verbs/voided';

const verb = shape({ id: iri, display: languageMap }, 'id');
const statementRef = shape({ objectType: anyOf('StatementRef'), id: uuid }, 'objectType', 'id');

const score = every(
  shape({
    scaled: every(
      number,
      being('between -1 and 1', (value) => Number(value) >= -1 && Number(value) <= 1),
    ),
    raw: number,
    min: number,
    max: number,
  }),
  rule(({ raw, min, max }, path) => [
    ...(Number(min) >= Number(max) ? [`${path}.min is not below its max`] : []),
    ...(Number(raw) < Number(min) || Number(raw) > Number(max) ? [`${path}.raw is out of its bounds`] : []),
  ]),
);

const result = shape({ score, success: flag, completion: flag, response: text, duration, extensions });

const activities: Check = (value, path) => (Array.isArray(value) ? listOf(activity) : activity)(value, path);
const contextFields = {
  registration: uuid,
  instructor: actor,
  team: group,
  contextActivities: shape({
    parent: activities,
    grouping: activities,
    category: activities,
    other: activities,
  }),
  revision: text,
  platform: text,
  language: languageTag,
  statement: statementRef,
  extensions,
};
const contextOf: Readonly<Record<XapiVersion, Check>> = {
  '1.0.3': shape(contextFields),
  '2.0.0': shape({
    ...contextFields,
    contextAgents: listOf(
      shape({ objectType: anyOf('contextAgent'), agent, relevantTypes: listOf(iri) }, 'objectType', 'agent'),
    ),
    contextGroups: listOf(
      shape({ objectType: anyOf('contextGroup'), group, relevantTypes: listOf(iri) }, 'objectType', 'group'),
    ),
  }),
};

const attachment = shape(
  {
    usageType: iri,
    display: languageMap,
    description: languageMap,
    contentType: text,
    length: whole,
    sha2: text,
    fileUrl: iri,
  },
  ...['usageType', 'display', 'contentType', 'length', 'sha2'],
);

const core = (version: XapiVersion, object: Check) => ({
  actor,
  verb,
  object,
  result,
  context: contextOf[version],
  timestamp,
  attachments: listOf(attachment),
});
const required = ['actor', 'verb', 'object'];

const plainObject: Check = (value, path) => {
  switch (isObject(value) ? value.objectType : undefined) {
    case 'Agent':
      return agent(value, path);
    case 'Group':
      return group(value, path);
    case 'StatementRef':
      return statementRef(value, path);
    default:
      return activity(value, path);
  }
};

const together = rule((value, path) => {
  const object = isObject(value.object) ? value.object : {};
  const context = isObject(value.context) ? value.context : {};
  const said = isObject(value.result) ? value.result.response : undefined;
  const isActivity = object.objectType === undefined || object.objectType === 'Activity';
  const id = isObject(value.verb) ? value.verb.id : undefined;
  return [
    ...['revision', 'platform']
      .filter((name) => !isActivity && context[name] !== undefined)
      .map((name) => `${path}.context.${name} belongs to activities alone`),
    ...(id === voided && object.objectType !== 'StatementRef' ? [`${path} voids what is no statement`] : []),
    ...responseFaults(object.definition, said, `${path}.result.response`),
  ];
});

function statementOf(version: XapiVersion): Check {
  const sub = every(
    shape({ objectType: anyOf('SubStatement'), ...core(version, plainObject) }, 'objectType', ...required),
    together,
  );
  const object: Check = (value, path) =>
    (isObject(value) && value.objectType === 'SubStatement' ? sub : plainObject)(value, path);
  return every(
    shape(
      {
        id: uuid,
        ...core(version, object),
        stored: timestamp,
        authority: actor,
        version: version === '1.0.3' ? version1 : being('a version', isVersion),
      },
      ...required,
    ),
    together,
  );
}

const isVersion = (value: unknown) => [version1, version2].some((check) => check(value, '').length === 0);

const rules: Readonly<Record<XapiVersion, Check>> = {
  '1.0.3': statementOf('1.0.3'),
  '2.0.0': statementOf('2.0.0'),
};

/** Everything wrong with a statement; empty where an LRS has to take it. */
export function statementFaults(statement: unknown, version: XapiVersion = '1.0.3'): readonly string[] {
  return rules[version](statement, 'statement');
}
