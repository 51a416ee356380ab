/** What a version of SCORM refuses of one set, from the tables of its elements. */
import type { Standard } from './strict-api.ts';

export type Check = (value: string) => boolean;
type Checks = Readonly<Record<string, Check>>;

export const matches =
  (pattern: RegExp): Check =>
  (value) =>
    pattern.test(value);
export const oneOf =
  (...allowed: string[]): Check =>
  (value) =>
    allowed.includes(value);
export const atMost =
  (limit: number): Check =>
  (value) =>
    value.length <= limit;

/** What is legal and unwise: elements, what is better, and why. */
export type Caution = readonly [elements: RegExp, isWise: Check, why: string];

export const unwiseBy =
  (cautions: readonly Caution[]): Standard['unwise'] =>
  (element, value) => {
    const [, , why] = cautions.find(([elements, isWise]) => elements.test(element) && !isWise(value)) ?? [];
    return why ? `${element} is "${value.slice(0, 80)}": ${why}` : null;
  };

/** A list that is written by index, without holes, its id first. */
const listElement = /^(cmi\.(interactions|objectives))\.(\d+)\.(.+)$/;

/**
 * Elements outside of these lists (an index in them is written `n`), fields of interactions and objectives, and the form of a response by the type of its
 * interaction. `earlier` in the result is how many entries the LMS held when the sitting began.
 */
export function refusalBy(tables: {
  readonly elements: Checks;
  readonly interactions: Checks;
  readonly objectives: Checks;
  readonly responses: Checks;
  readonly patterns?: Checks;
  readonly responseField: string;
}): Standard['refusal'] {
  return (element, value, held, earlier) => {
    const [, list = '', kind, number = '', field = ''] = listElement.exec(element) ?? [];
    if (!kind) {
      const check = tables.elements[element.replace(/\.\d+\./g, '.n.')];
      if (!check) return `${element} cannot be written`;
      return check(value)
        ? null
        : `${element} may not be "${value.slice(0, 80)}" (${value.length} characters)`;
    }
    const index = Number(number);
    const has = (name: string) => held.has(`${list}.${number}.${name}`);
    const isNew = index >= earlier[kind as keyof typeof earlier];
    if (index > earlier[kind as keyof typeof earlier] && !held.has(`${list}.${index - 1}.id`))
      return `${element} leaves a hole`;
    if (isNew && field !== 'id' && !has('id')) return `${element} comes before the id`;
    if (kind === 'interactions' && !['id', 'type'].includes(field) && !has('type'))
      return `${element} comes before the type`;
    const type = held.get(`cmi.interactions.${number}.type`) ?? '';
    const isPattern = /^correct_responses\.\d+\.pattern$/.test(field);
    const check =
      kind === 'objectives'
        ? tables.objectives[field]
        : isPattern
          ? (tables.patterns ?? tables.responses)[type]
          : field === tables.responseField
            ? tables.responses[type]
            : tables.interactions[field.replace(/\.\d+\./, '.n.')];
    if (!check) return `${element} cannot be written`;
    return check(value) ? null : `${element} may not be "${value}"`;
  };
}
