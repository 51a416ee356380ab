/** Checks values against schemas. Mistakes are said in schema-mistakes.ts. */
import type { ValidateFunction } from 'ajv';
import { type BlockType, blockSchema } from '../../src/course/block.ts';
import type { Types } from '../../src/course/fields.ts';
import type { Mistake } from '../../src/course/problem.ts';
import { loadShipped } from '../package-root.ts';
import { compileCourse, compileSchema, schemaKey } from './schema-compiler.ts';
import { saysSomething, toMistake } from './schema-mistakes.ts';
import { blockStringMeanings } from './string-formats.ts';

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
export function checkOwnSchema(value: unknown): readonly Mistake[] {
  const key = JSON.stringify(value) ?? '';
  const known = ofOwnSchemas.get(key);
  if (known) return known;
  const mistakes = ownSchemaMistakes(value);
  if (ofOwnSchemas.size >= most) ofOwnSchemas.clear();
  ofOwnSchemas.set(key, mistakes);
  return mistakes;
}

/** What was found before: a course is looked at for each of its formats, and again at each change. */
const ofOwnSchemas = new Map<string, readonly Mistake[]>();

function ownSchemaMistakes(value: unknown): Mistake[] {
  const mistakes = mistakesOf(ownCheck(), value, { block: [], question: [] });
  if (mistakes.length > 0) return mistakes;
  const { properties } = value as { properties: Readonly<Record<string, never>> };
  try {
    compileSchema(blockSchema('own', 'A block type of a course.', properties, []));
    return [];
  } catch (error) {
    const hint = `Strings may have one of these formats: ${blockStringMeanings.map((one) => `"${one}"`).join(', ')}.`;
    return [{ pointer: '/properties', message: `this is no schema: ${(error as Error).message}.`, hint }];
  }
}

function compiledFor(types: Types<BlockType>): ValidateFunction {
  const key = schemaKey(types);
  const accepts = recent.get(key) ?? shippedCheck(key) ?? compileCourse(types);
  recent.set(key, accepts);
  const oldest = recent.keys().next().value;
  if (recent.size > most && oldest !== undefined) recent.delete(oldest);
  return accepts;
}

/**
 * The check that `npm run compile` made for courses without types of their own, in two: a short one that says whether a
 * course is right, and one that says what is wrong, read where something is. null where they are of another schema.
 */
function shippedCheck(key: string): ValidateFunction | null {
  const short = loadShipped('course-accepts.cjs') as Shipped | null;
  if (short?.key !== key) return null;
  const check = (value: unknown): boolean => {
    check.errors = null;
    if (short.accepts(value)) return true;
    const full = loadShipped('course-check.cjs') as Shipped;
    const isRight = full.accepts(value) as boolean;
    check.errors = full.accepts.errors ?? null;
    return isRight;
  };
  check.errors = null as ValidateFunction['errors'];
  return check as unknown as ValidateFunction;
}

interface Shipped {
  readonly key: string;
  readonly accepts: ValidateFunction;
}

let own: ValidateFunction | undefined;

function ownCheck(): ValidateFunction {
  own ??= compileSchema(ownSchema);
  return own;
}

const ownSchema = {
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
};

function mistakesOf(
  accepts: ValidateFunction,
  value: unknown,
  known: Readonly<Record<'block' | 'question', readonly string[]>>,
): Mistake[] {
  if (accepts(value)) return [];
  return (accepts.errors ?? []).filter(saysSomething).map((error) => toMistake(error, known));
}
