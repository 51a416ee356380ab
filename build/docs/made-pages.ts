/** The pages of the documentation that are made of the tool itself, so that they never say what it does not do. */

import { blockTypes } from '../../src/blocks/index.ts';
import { courseSchema } from '../../src/course/course.ts';
import { commonFields } from '../../src/course/field.ts';
import { questionTypes } from '../../src/questions/index.ts';
import type { Command } from '../cli/define-command.ts';
import { renderInlineMarkdown } from '../pipeline/markdown.ts';
import { exampleOf, examplePage, type Kind } from './example-course.ts';
import { type FieldRow, fieldsOf, outermost } from './schema-fields.ts';

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A type with its example, live and as JSON, and its fields. */
export async function typePage(kind: Kind, type: string, toRoot: string): Promise<string> {
  const { schema } = { block: blockTypes, question: questionTypes }[kind][type as never] as {
    schema: { description: string; properties: Readonly<Record<string, unknown>> };
  };
  const shared = kind === 'block' ? Object.keys(commonFields) : sharedByQuestions();
  const isShared = (row: FieldRow) => shared.includes(outermost(row));
  const fields = fieldsOf(schema);
  return [
    `<h1><code>${type}</code></h1>`,
    `<p class="lead">${renderInlineMarkdown(schema.description)}</p>`,
    '<h2 id="example">Example</h2>',
    `<iframe class="example" title="Example of ${type}" src="${toRoot}examples/index.html#${examplePage(kind, type)}" loading="lazy"></iframe>`,
    `<pre tabindex="0"><code>${escaped(await exampleOf(kind, type))}</code></pre>`,
    '<h2 id="fields">Fields</h2>',
    table(fields.filter((row) => !isShared(row))),
    `<details><summary>Fields that every ${kind} may have</summary>${table(fields.filter(isShared))}</details>`,
  ].join('\n');
}

/** What every question type has, whatever else it has. */
function sharedByQuestions(): string[] {
  const [first, ...others] = Object.values(questionTypes).map(({ schema }) => Object.keys(schema.properties));
  return (first ?? []).filter((name) => name !== 'type' && others.every((names) => names.includes(name)));
}

const parts: readonly {
  readonly id: string;
  readonly title: string;
  readonly schema: object;
  /** Fields that have a part of their own. */
  readonly apart: readonly string[];
}[] = [
  {
    id: 'course',
    title: 'Course',
    schema: courseSchema,
    apart: ['lessons', 'banks', 'outcomes', 'references', 'slides', 'completion', 'theme', 'certificate'],
  },
  { id: 'completion', title: 'Completion', schema: courseSchema.properties.completion, apart: [] },
  { id: 'outcome', title: 'Outcome', schema: courseSchema.properties.outcomes.items, apart: [] },
  { id: 'reference', title: 'Reference', schema: courseSchema.properties.references.items, apart: [] },
  { id: 'lesson', title: 'Lesson', schema: courseSchema.properties.lessons.items, apart: ['pages'] },
  {
    id: 'page',
    title: 'Page',
    schema: courseSchema.properties.lessons.items.properties.pages.items,
    apart: ['assessment'],
  },
  {
    id: 'assessment',
    title: 'Assessment',
    schema: courseSchema.properties.lessons.items.properties.pages.items.properties.assessment,
    apart: [],
  },
  { id: 'item-bank', title: 'Item bank', schema: courseSchema.properties.banks.items, apart: [] },
  { id: 'certificate', title: 'Certificate', schema: courseSchema.properties.certificate, apart: [] },
  { id: 'theme', title: 'Theme', schema: courseSchema.properties.theme, apart: [] },
  { id: 'slide', title: 'Classroom slide', schema: courseSchema.properties.slides.items, apart: [] },
];

/** Every field of a course, part by part. */
export function courseFormatPage(): string {
  return [
    '<h1>Course format</h1>',
    '<p class="lead">A course is <code>course.json</code>; any object, list or long text in it may live in a file of its own: <code>{ "file": "lessons/one.json" }</code>. Editors complete and explain these fields by the schema that <code>coursewright schema</code> writes.</p>',
    ...parts.flatMap(({ id, title, schema, apart }) => {
      const { description = '' } = schema as { description?: string };
      return [
        `<h2 id="${id}">${title}</h2>`,
        description ? `<p>${renderInlineMarkdown(description)}</p>` : '',
        table(
          fieldsOf(schema).filter((row) => row.name === outermost(row) || !apart.includes(outermost(row))),
        ),
      ];
    }),
  ].join('\n');
}

/** Every command with its options, as `coursewright help` tells them. */
export function commandsPage(all: readonly Command[]): string {
  return [
    '<h1>Commands</h1>',
    '<p class="lead">Exit codes: 0 done, 1 the course or package has mistakes (<code>diff</code>: learners lose progress), 2 wrong use, 3 the tool’s own fault.</p>',
    ...all.flatMap(({ name, about, usage, details }) => [
      `<h2 id="${name}"><code>${name}</code></h2>`,
      `<p>${escaped(about)}</p>`,
      `<pre tabindex="0"><code>coursewright ${escaped(usage)}</code></pre>`,
      details.length > 0 ? `<pre tabindex="0"><code>${escaped(details.join('\n'))}</code></pre>` : '',
    ]),
  ].join('\n');
}

function table(rows: readonly FieldRow[]): string {
  const lines = rows.map(
    ({ name, type, isRequired, about }) =>
      `<tr><th scope="row"><code>${escaped(name)}</code>${isRequired ? ' <span class="required">required</span>' : ''}</th><td>${escaped(type)}</td><td>${renderInlineMarkdown(about)}</td></tr>`,
  );
  return `<div class="table" role="group" aria-label="Fields" tabindex="0"><table><thead><tr><th scope="col">Field</th><th scope="col">Value</th><th scope="col">What it is for</th></tr></thead><tbody>${lines.join('')}</tbody></table></div>`;
}
