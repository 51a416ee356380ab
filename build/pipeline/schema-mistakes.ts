/** Says what a schema did not take, the way an author would want to hear it. Pure. */
import type { ErrorObject } from 'ajv';
import { type Mistake, pointerStep, pointerSteps } from '../../src/course/problem.ts';
import { didYouMean, oneOf } from './did-you-mean.ts';

type KnownTypes = Readonly<Record<'block' | 'question', readonly string[]>>;

/** `oneOf` and `if` only repeat what the errors within them say. */
export function saysSomething(
  { keyword, instancePath }: ErrorObject,
  _: number,
  all: readonly ErrorObject[],
): boolean {
  if (keyword === 'oneOf') return false;
  // A missing type is told by the discriminator in better words.
  return !(
    keyword === 'required' &&
    all.some((e) => e.keyword === 'discriminator' && e.instancePath === instancePath)
  );
}

interface Described {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Described>>;
}

/** @param known the names of the types of each kind */
export function toMistake(error: ErrorObject, known: KnownTypes): Mistake {
  const { keyword, instancePath: pointer, params, data } = error;
  const schema = (error.parentSchema ?? {}) as Described;
  const about = schema.description ?? '';
  const mistake = (message: string, hint: string): Mistake => ({
    pointer,
    message,
    hint: hint || about || 'See the course format.',
  });
  switch (keyword) {
    case 'required': {
      const meaning = schema.properties?.[params.missingProperty]?.description;
      return mistake(
        `"${params.missingProperty}" is missing.`,
        `Add "${params.missingProperty}".${meaning ? ` ${meaning}` : ''}`,
      );
    }
    case 'additionalProperties': {
      const fields = Object.keys(schema.properties ?? {});
      const seen: string = params.additionalProperty;
      return {
        pointer: `${pointer}${pointerStep(seen)}#key`,
        message: `"${seen}" is not a field here.`,
        hint: `${didYouMean(seen, fields)} Allowed: ${oneOf(fields)}.`.trim(),
      };
    }
    case 'discriminator':
      return discriminatorMistake(error, known);
    case 'type':
      return mistake(`${show(data)} is not ${article(String(params.type))}.`, about);
    case 'const':
      return mistake(`${show(data)} stands where ${show(params.allowedValue)} is wanted.`, about);
    case 'enum':
      return mistake(
        `${show(data)} is not allowed.`,
        `Use one of ${oneOf(params.allowedValues.map(String))}.`,
      );
    case 'pattern':
    case 'format':
      return mistake(`${show(data)} does not have the right form.`, about);
    case 'maximum':
      return mistake(`${show(data)} is too large.`, `At most ${params.limit}. ${about}`.trim());
    case 'minimum':
    case 'exclusiveMinimum':
      return mistake(
        `${show(data)} is too small.`,
        `${keyword === 'minimum' ? 'At least' : 'More than'} ${params.limit}. ${about}`.trim(),
      );
    case 'minLength':
      return mistake(
        'the text is empty.',
        `Write something, or leave "${pointerSteps(pointer).at(-1)}" out. ${about}`.trim(),
      );
    case 'maxLength':
      return mistake(
        `the text has ${String(data).length} characters.`,
        `At most ${params.limit} fit. ${about}`.trim(),
      );
    case 'minItems':
      return mistake(
        `the list has ${(data as unknown[]).length} entries.`,
        `It needs at least ${params.limit}. ${about}`.trim(),
      );
    case 'maxItems':
      return mistake(
        `the list has ${(data as unknown[]).length} entries.`,
        `At most ${params.limit} are allowed. ${about}`.trim(),
      );
    default:
      return mistake(`${show(data)} ${error.message ?? 'is not allowed'}.`, about);
  }
}

function discriminatorMistake({ instancePath, params, schemaPath }: ErrorObject, types: KnownTypes): Mistake {
  const kind = schemaPath.startsWith('question') ? 'question' : 'block';
  const known = types[kind];
  if (params.error === 'tag')
    return {
      pointer: params.tagValue === undefined ? instancePath : `${instancePath}/type`,
      message:
        params.tagValue === undefined
          ? `this ${kind} has no "type".`
          : `${show(params.tagValue)} is not a ${kind} type.`,
      hint: `Use one of ${oneOf(known)}.`,
    };
  return {
    pointer: `${instancePath}/type`,
    message: `${show(params.tagValue)} is not a ${kind} type.`,
    hint: `${didYouMean(String(params.tagValue), known)} Use one of ${oneOf(known)}.`.trim(),
  };
}

/** The value as its author wrote it, cut where it is long. */
function show(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function article(type: string): string {
  const names: Readonly<Record<string, string>> = {
    array: 'a list ([…])',
    object: 'an object ({…})',
    string: 'a text ("…")',
    integer: 'a whole number',
    number: 'a number',
    boolean: 'true or false',
  };
  return names[type] ?? type;
}
