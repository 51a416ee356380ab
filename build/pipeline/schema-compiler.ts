/** Compiles schemas to checks: the one place that knows ajv. It is loaded when a schema has to be compiled, and no sooner. */
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import type { Ajv, Options, ValidateFunction } from 'ajv';
import type { BlockType } from '../../src/course/block.ts';
import { courseSchema } from '../../src/course/course.ts';
import type { Types } from '../../src/course/fields.ts';
import { rememberedOf } from './remembered.ts';
import { stringForms, stringMeanings } from './string-formats.ts';

const load = createRequire(import.meta.url);

function newAjv(more: Options = {}): Ajv {
  const { Ajv: Compiler } = load('ajv') as typeof import('ajv');
  const ajv = new Compiler({
    allErrors: true,
    discriminator: true,
    verbose: true,
    strict: true,
    strictRequired: false,
    logger: false,
    ...more,
  });
  for (const meaning of stringMeanings) ajv.addFormat(meaning, true);
  for (const [form, accepts] of Object.entries(stringForms)) ajv.addFormat(form, accepts);
  return ajv;
}

export function compileSchema(schema: object): ValidateFunction {
  return newAjv().compile(schema);
}

/** The check of courses with these types: more than a second of work. */
export function compileCourse(types: Types<BlockType>): ValidateFunction {
  return withTypes(newAjv(), types).compile(courseSchema);
}

/**
 * The same as the text of a CommonJS module, so that it is compiled once and for all.
 * @param forms   what `require` finds `stringForms` by
 * @param isShort true for one that only says whether a course is right: a fifth of the text, and read at each start
 */
export function courseCheckModule(types: Types<BlockType>, forms: string, isShort: boolean): string {
  const { default: standaloneCode } = load('ajv/dist/standalone/index.js');
  const { _ } = load('ajv') as typeof import('ajv');
  const code = { source: true, formats: _`require(${forms}).stringForms` };
  // What many types share is checked by one function: half the text. The paths in messages need it in its place.
  const short = { allErrors: false, verbose: false, messages: false, inlineRefs: false };
  const ajv = withTypes(newAjv({ code, ...(isShort && short) }), types);
  return standaloneCode(ajv, ajv.compile(courseSchema));
}

function withTypes(ajv: Ajv, types: Types<BlockType>): Ajv {
  for (const kind of ['block', 'question'] as const)
    ajv.addSchema({
      $id: kind,
      type: 'object',
      required: ['type'],
      discriminator: { propertyName: 'type' },
      oneOf: Object.values(types[kind]).map((type) => type.schema),
    });
  return ajv;
}

/** What the check of courses with these types is made of, as a short text: another for every other schema. */
export const schemaKey = rememberedOf(({ block, question }: Types<BlockType>): string => {
  const schemas = [
    courseSchema,
    ...[block, question].map((kind) => Object.values(kind).map(({ schema }) => schema)),
  ];
  return createHash('sha256').update(JSON.stringify(schemas)).digest('hex');
});
