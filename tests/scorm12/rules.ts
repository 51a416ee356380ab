/** What SCORM 1.2 (run-time environment 3.4) refuses of one LMSSetValue. scorm-again is more lenient; this is not. */

type Check = (value: string) => boolean;

const matches =
  (pattern: RegExp): Check =>
  (value) =>
    pattern.test(value);
const oneOf =
  (...allowed: string[]): Check =>
  (value) =>
    allowed.includes(value);
const atMost =
  (limit: number): Check =>
  (value) =>
    value.length <= limit;
const percent: Check = (value) => /^\d{1,3}(\.\d{1,2})?$/.test(value) && Number(value) <= 100;
const timespan = matches(/^\d{4}:[0-5]\d:[0-5]\d\.\d{2}$/);
const identifier = matches(/^[A-Za-z0-9_.-]{1,255}$/);
const decimal = matches(/^-?\d+(\.\d+)?$/);
const lessonStatus = oneOf('passed', 'completed', 'failed', 'incomplete', 'browsed');
const mark = '[0-9a-z]';

const core: Readonly<Record<string, Check>> = {
  'cmi.core.lesson_status': lessonStatus,
  'cmi.core.score.raw': percent,
  'cmi.core.score.min': percent,
  'cmi.core.score.max': percent,
  'cmi.core.session_time': timespan,
  'cmi.core.exit': oneOf('time-out', 'suspend', 'logout', ''),
  'cmi.core.lesson_location': atMost(255),
  'cmi.suspend_data': atMost(4096),
};

const interactionFields: Readonly<Record<string, Check>> = {
  id: identifier,
  type: oneOf(
    'true-false',
    'choice',
    'fill-in',
    'matching',
    'performance',
    'sequencing',
    'likert',
    'numeric',
  ),
  time: matches(/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2})?$/),
  weighting: decimal,
  result: (value) => oneOf('correct', 'wrong', 'unanticipated', 'neutral')(value) || decimal(value),
  latency: timespan,
  'objectives.0.id': identifier,
};

const objectiveFields: Readonly<Record<string, Check>> = {
  id: identifier,
  status: (value) => lessonStatus(value) || value === 'not attempted',
  'score.raw': percent,
  'score.min': percent,
  'score.max': percent,
};

/** The form of a response, by the type of its interaction. */
const responses: Readonly<Record<string, Check>> = {
  'true-false': oneOf('t', 'f', '0', '1'),
  choice: matches(new RegExp(`^(${mark}(,${mark})*|\\{${mark}(,${mark})*\\})$`)),
  'fill-in': atMost(255),
  matching: matches(new RegExp(`^\\{?${mark}\\.${mark}(,${mark}\\.${mark})*\\}?$`)),
  sequencing: matches(new RegExp(`^${mark}(,${mark})*$`)),
  numeric: decimal,
  likert: matches(new RegExp(`^${mark}?$`)),
  performance: atMost(255),
};

/** A list that is written by index, without holes, its id first. */
const listElement = /^(cmi\.(interactions|objectives))\.(\d+)\.(.+)$/;

/**
 * What is wrong with setting this element, or null.
 * @param held everything set before in this sitting
 * @param earlier how many interactions and objectives the LMS held when the sitting began
 */
export function refusal(
  element: string,
  value: string,
  held: ReadonlyMap<string, string>,
  earlier: { readonly interactions: number; readonly objectives: number },
): string | null {
  const [, list = '', kind, number = '', field = ''] = listElement.exec(element) ?? [];
  if (!kind) {
    const check = core[element];
    if (!check) return `${element} cannot be written`;
    return check(value) ? null : `${element} may not be "${value.slice(0, 80)}" (${value.length} characters)`;
  }
  const index = Number(number);
  const has = (name: string) => held.has(`${list}.${number}.${name}`);
  const isNew = index >= earlier[kind as keyof typeof earlier];
  if (index > earlier[kind as keyof typeof earlier] && !held.has(`${list}.${index - 1}.id`))
    return `${element} leaves a hole`;
  if (isNew && field !== 'id' && !has('id')) return `${element} comes before the id`;
  if (kind === 'interactions' && !['id', 'type'].includes(field) && !has('type'))
    return `${element} comes before the type`;
  const isResponse = field === 'student_response' || /^correct_responses\.\d+\.pattern$/.test(field);
  const check =
    kind === 'objectives'
      ? objectiveFields[field]
      : isResponse
        ? responses[held.get(`cmi.interactions.${number}.type`) ?? '']
        : interactionFields[field];
  if (!check) return `${element} cannot be written`;
  return check(value) ? null : `${element} may not be "${value}"`;
}

const rank = ['not attempted', 'browsed', 'incomplete', 'failed', 'completed', 'passed'];

/** Whether the second status takes something back that the first gave. */
export function isDowngrade(from: string, to: string): boolean {
  return rank.indexOf(to) < rank.indexOf(from);
}
