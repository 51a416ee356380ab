/** Checks a value against the schema of courses, and says each mistake the way an author would want to hear it. */
import Ajv, { type ErrorObject } from 'ajv';
import { blockTypes } from '../../src/blocks/index.ts';
import type { BlockType } from '../../src/course/block.ts';
import { courseSchema } from '../../src/course/course.ts';
import { type Mistake, pointerStep, pointerSteps } from '../../src/course/problem.ts';
import { questionTypes } from '../../src/questions/index.ts';
import { didYouMean, oneOf } from './did-you-mean.ts';

const typesOf: Readonly<Record<string, Readonly<Record<string, BlockType>>>> = {
  block: blockTypes,
  question: questionTypes,
};

const ajv = new Ajv({
  allErrors: true,
  discriminator: true,
  verbose: true,
  strict: true,
  strictRequired: false,
  logger: false,
});
for (const meaning of [
  ...['id', 'mark', 'markdown', 'inline-markdown', 'plain', 'outcome', 'bank', 'reference'],
  ...['asset', 'media', 'captions', 'download', 'embed'],
])
  ajv.addFormat(meaning, true);
ajv.addFormat('uri', (text) => URL.canParse(text));
ajv.addFormat('language', (text) => {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
});
for (const [name, types] of Object.entries(typesOf))
  ajv.addSchema({
    $id: name,
    type: 'object',
    required: ['type'],
    discriminator: { propertyName: 'type' },
    oneOf: Object.values(types).map((type) => type.schema),
  });
const accepts = ajv.compile(courseSchema);

/** Every place where the value is not what a course is; none when it is one. */
export function checkSchema(value: unknown): Mistake[] {
  if (accepts(value)) return [];
  return (accepts.errors ?? []).filter(saysSomething).map(toMistake);
}

/** `oneOf` and `if` only repeat what the errors within them say. */
function saysSomething(
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

function toMistake(error: ErrorObject): Mistake {
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
      const known = Object.keys(schema.properties ?? {});
      const seen: string = params.additionalProperty;
      return {
        pointer: `${pointer}${pointerStep(seen)}#key`,
        message: `"${seen}" is not a field here.`,
        hint: `${didYouMean(seen, known)} Allowed: ${oneOf(known)}.`.trim(),
      };
    }
    case 'discriminator':
      return discriminatorMistake(error);
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

function discriminatorMistake({ instancePath, params, schemaPath }: ErrorObject): Mistake {
  const kind = schemaPath.startsWith('question') ? 'question' : 'block';
  const known = Object.keys(typesOf[kind] ?? {});
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
