/** Checks values against schemas: the one place that knows ajv. Mistakes are said in schema-mistakes.ts. */
import Ajv, { type ValidateFunction } from 'ajv';
import { type BlockType, blockSchema } from '../../src/course/block.ts';
import { courseSchema } from '../../src/course/course.ts';
import type { Types } from '../../src/course/fields.ts';
import type { Mistake } from '../../src/course/problem.ts';
import { saysSomething, toMistake } from './schema-mistakes.ts';

/**
 * The schema of courses with these types, compiled once for each set of types: that takes longer than all the rest
 * of a check. A preview and a catalogue meet the same own types again and again, read anew each time.
 */
const compiled = new WeakMap<object, ValidateFunction>();
const recent = new Map<string, ValidateFunction>();
const most = 20;

/** Every place where the value is not what a course is; none when it is one. */
export function checkSchema(value: unknown, types: Types<BlockType>): Mistake[] {
  const accepts = compiled.get(types) ?? compiledFor(types);
  compiled.set(types, accepts);
  const known = { block: Object.keys(types.block), question: Object.keys(types.question) };
  return mistakesOf(accepts, value, known);
}

/** Every place where a block type of a course does not say what it is: its fields are JSON Schema in our formats. */
export function checkOwnSchema(value: unknown): Mistake[] {
  const mistakes = mistakesOf(acceptsOwn, value, { block: [], question: [] });
  if (mistakes.length > 0) return mistakes;
  const { properties } = value as { properties: Readonly<Record<string, never>> };
  try {
    newAjv().compile(blockSchema('own', 'A block type of a course.', properties, []));
    return [];
  } catch (error) {
    const hint = `Strings may have one of these formats: ${formats.map((one) => `"${one}"`).join(', ')}.`;
    return [{ pointer: '/properties', message: `this is no schema: ${(error as Error).message}.`, hint }];
  }
}

/** What a string of a course can mean in a block; see src/course/field.ts. */
const formats = [
  ...['id', 'mark', 'markdown', 'inline-markdown', 'plain', 'outcome', 'page', 'bank', 'reference'],
  ...['asset', 'media', 'captions', 'download', 'embed'],
];

function newAjv(): Ajv {
  const ajv = new Ajv({
    allErrors: true,
    discriminator: true,
    verbose: true,
    strict: true,
    strictRequired: false,
    logger: false,
  });
  for (const meaning of [...formats, 'classroom-asset']) ajv.addFormat(meaning, true);
  ajv.addFormat('uri', (text) => URL.canParse(text));
  ajv.addFormat('language', (text) => {
    try {
      return Intl.getCanonicalLocales(text).length === 1;
    } catch {
      return false;
    }
  });
  return ajv;
}

function compiledFor(types: Types<BlockType>): ValidateFunction {
  const key = JSON.stringify(Object.values(types.block).map((type) => type.schema));
  const accepts = recent.get(key) ?? compileCourse(types);
  recent.set(key, accepts);
  const oldest = recent.keys().next().value;
  if (recent.size > most && oldest !== undefined) recent.delete(oldest);
  return accepts;
}

function compileCourse(types: Types<BlockType>): ValidateFunction {
  const ajv = newAjv();
  for (const kind of ['block', 'question'] as const)
    ajv.addSchema({
      $id: kind,
      type: 'object',
      required: ['type'],
      discriminator: { propertyName: 'type' },
      oneOf: Object.values(types[kind]).map((type) => type.schema),
    });
  return ajv.compile(courseSchema);
}

const acceptsOwn = newAjv().compile({
  type: 'object',
  properties: {
    description: { type: 'string', minLength: 1, description: 'What the block is for. One sentence.' },
    properties: {
      type: 'object',
      description: 'The fields of the block, as JSON Schema.',
      propertyNames: { not: { enum: ['type', 'id', 'notes', 'sources'] } },
    },
    required: {
      type: 'array',
      items: { type: 'string' },
      description: 'The fields that every such block has.',
    },
    keepsText: {
      type: 'integer',
      minimum: 1,
      maximum: 1000,
      description: 'How many characters the block keeps for each learner; nothing when left out.',
    },
  },
  required: ['description', 'properties'],
  additionalProperties: false,
});

function mistakesOf(
  accepts: ValidateFunction,
  value: unknown,
  known: Readonly<Record<'block' | 'question', readonly string[]>>,
): Mistake[] {
  if (accepts(value)) return [];
  return (accepts.errors ?? []).filter(saysSomething).map((error) => toMistake(error, known));
}
