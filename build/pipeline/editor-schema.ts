/**
 * The course format as JSON Schema for editors: completion and hover help for every field of every block and question
 * type. Made from the schemas that the builder itself checks with. Pure.
 */
import { courseSchema } from '../../src/course/course.ts';
import type { CourseTypes } from './course-types.ts';
import { type PackageFile, textFile } from './package-file.ts';

type Schema = Readonly<Record<string, unknown>>;

const draft = 'http://json-schema.org/draft-07/schema#';

/** Formats that editors know; ours only say to the builder what a string means. */
const commonFormats = ['uri'];

const inclusion = {
  type: 'object',
  description: 'Stands for what is in this file of the course folder.',
  properties: {
    file: { type: 'string', description: 'A .json or .md file; the path begins at the course folder.' },
  },
  required: ['file'],
  additionalProperties: false,
};

/** The schema of a whole course with these types; parts that may be files of their own are in its definitions. */
export function editorSchema(types: CourseTypes): Schema {
  const definitions: Record<string, unknown> = { inclusion };
  for (const kind of ['block', 'question'] as const) {
    const all = Object.entries(types[kind]);
    for (const [name, { schema }] of all) definitions[`${kind}-${name}`] = forEditors(schema, definitions);
    definitions[kind] = oneByType(
      kind,
      all.map(([name, { schema }]) => ({
        name,
        about: (schema as { description?: string }).description ?? '',
      })),
    );
  }
  return {
    $schema: draft,
    title: 'Coursewright course',
    ...(forEditors(courseSchema, definitions) as Schema),
    definitions: { ...definitions, ...parts(definitions) },
  };
}

/** A type is chosen first, and its own fields come with it. */
function oneByType(kind: string, types: readonly { name: string; about: string }[]): Schema {
  const names = types.map(({ name }) => name);
  return {
    type: 'object',
    required: ['type'],
    properties: { type: { enum: names, enumDescriptions: types.map(({ about }) => about) } },
    allOf: names.map((name) => ({
      if: { properties: { type: { const: name } }, required: ['type'] },
      // biome-ignore lint/suspicious/noThenProperty: it is a keyword of JSON Schema
      then: { $ref: `#/definitions/${kind}-${name}` },
    })),
  };
}

/** The schema without our own formats, with every object and list allowed to live in a file. */
function forEditors(node: unknown, definitions: Record<string, unknown>): unknown {
  if (Array.isArray(node)) return node.map((one) => forEditors(one, definitions));
  if (typeof node !== 'object' || node === null) return node;
  const schema = node as Schema;
  if (schema.$ref === 'block' || schema.$ref === 'question') return { $ref: `#/definitions/${schema.$ref}` };
  return Object.fromEntries(
    Object.entries(schema).flatMap(([key, value]) => {
      if (key === 'format' && !commonFormats.includes(String(value))) return [];
      if (key === 'properties') {
        const fields = Object.entries(value as Schema).map(([name, field]) => [
          name,
          orInFile(forEditors(field, definitions)),
        ]);
        return [[key, Object.fromEntries(fields)]];
      }
      if (key === 'items') return [[key, orInFile(forEditors(value, definitions))]];
      return [[key, forEditors(value, definitions)]];
    }),
  );
}

function orInFile(schema: unknown): unknown {
  const { type, $ref, pattern, enum: values, description } = schema as Schema;
  const canBeLong = type === 'string' && pattern === undefined && values === undefined;
  if (type !== 'object' && type !== 'array' && $ref === undefined && !canBeLong) return schema;
  return {
    ...(description !== undefined && { description }),
    anyOf: [schema, { $ref: '#/definitions/inclusion' }],
  };
}

/** What is a file of its own by habit: a lesson, a page, an item bank, the theme. */
function parts(definitions: Record<string, unknown>): Record<string, unknown> {
  const { lessons, banks, theme } = courseSchema.properties;
  return {
    lesson: forEditors(lessons.items, definitions),
    page: forEditors(lessons.items.properties.pages.items, definitions),
    bank: forEditors(banks.items, definitions),
    theme: forEditors(theme, definitions),
  };
}

/** The folder of schemas that lies beside a course: one for each kind of file that an editor opens. */
export function editorSchemaFiles(types: CourseTypes): PackageFile[] {
  // Nobody reads it but editors: laid out it would be four times as large.
  const text = (value: unknown) => `${JSON.stringify(value)}\n`;
  return [
    textFile('.coursewright/course.schema.json', text(editorSchema(types))),
    ...['lesson', 'page', 'bank', 'theme'].map((part) =>
      textFile(
        `.coursewright/${part}.schema.json`,
        text({ $schema: draft, $ref: `course.schema.json#/definitions/${part}` }),
      ),
    ),
  ];
}
