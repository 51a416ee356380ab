/** The views of a course's blocks and questions, ready to be filled: a page and a document show the same. Pure. */
import type { Block, BlockType, Question } from '../../src/course/block.ts';
import type { CourseOutline } from '../../src/course/outline.ts';
import type { Word, WordKey } from '../../src/locales/word.ts';
import { type Cloze, gapPattern } from '../../src/questions/cloze/schema.ts';
import { type QuestionType, questionTypes } from '../../src/questions/index.ts';
import type { Credit } from '../../src/questions/logic.ts';
import { fingerprintOfAll } from '../cache/fingerprint.ts';
import type { CourseTypes, TypedCourse } from './course-types.ts';
import type { Draw, DrawAmong } from './drawn-blocks.ts';
import { renderMarkdown } from './markdown.ts';
import { scoredQuestions } from './outline-course.ts';
import { schemaKey } from './schema-compiler.ts';
import type { ShownFiles } from './smaller-pictures.ts';
import type { TemplateSources } from './template-sources.ts';
import { type Helpers, prepareTemplates, safe, type Templates } from './templates.ts';
import { noteOnLinks, type Seen, viewHelpers } from './view-helpers.ts';

export interface CourseViews extends Templates {
  /** Keeps what is filled with nothing but what it is given. */
  readonly draw: Draw;
}

/**
 * @param shown     pictures are measured, so that text does not jump when they come
 * @param word      speaks the words that the templates ask for
 * @param drawAmong keeps the blocks of this kind of document
 */
export function courseViews(
  { course, types, elsewhere = new Map() }: TypedCourse,
  outline: CourseOutline,
  sources: TemplateSources,
  shown: ShownFiles,
  word: Word,
  drawAmong: DrawAmong,
): CourseViews {
  const scored = scoredQuestions(course);
  const noteOn = noteOnLinks(elsewhere, word);
  const { language, outcomes, references = [] } = course;
  const seen: Seen = { language, outcomes, references, texts: outline.texts, elsewhere };
  const pictures = [fingerprintOfAll(filesToShow(shown.files)), [...shown.smaller]];
  const kept = [schemaKey(types), [...sources], pictures, seen, [...elsewhere]];
  const draw = drawAmong(kept);
  const helpers: Helpers = {
    ...viewHelpers(seen, shown, word),
    block: (block: Block) => safe(draw(block, [], () => renderBlock(templates, types, block))),
    question: (question: Question, { hash: { feedback } }: { hash: { feedback?: string } }) => {
      const isScored = scored.has(question);
      const drawn = () => renderQuestion(templates, types, word, question, isScored, feedback);
      return safe(draw(question, [isScored, feedback], drawn));
    },
    gaps: (text: string, gaps: Cloze['gaps']) =>
      safe(renderGaps(templates, renderMarkdown(text, noteOn), gaps)),
  };
  const templates = prepareTemplates(sources, helpers);
  return { ...templates, draw };
}

/** Those whose size or weight a view may say. */
function filesToShow(files: ReadonlyMap<string, Uint8Array>): [path: string, content: Uint8Array][] {
  return [...files].filter(([path]) => !/\.(json|md|xlf)$/.test(path));
}

function renderBlock(templates: Templates, types: CourseTypes, block: Block): string {
  const values = complete(types.block, block);
  const body = templates.fill(`block/${block.type}`, values);
  // A block with a control of its own gives its id to that; any other can be linked to by it.
  const keepsState = types.block[block.type]?.text !== undefined;
  const anchor = keepsState ? undefined : block.id;
  return templates.fill('block', {
    type: block.type,
    id: block.id,
    anchor,
    keepsState,
    // For documents of the trainer: no template of the player shows them.
    notes: block.notes,
    classroom: values.classroom,
    purpose: values.purpose,
    body: safe(body),
  });
}

function renderQuestion(
  templates: Templates,
  types: CourseTypes,
  word: Word,
  block: Question,
  isScored: boolean,
  feedback: string | undefined,
): string {
  const question = (types.block[block.type]?.question?.(block as never) ?? block) as Question;
  const values = complete(types.question, question);
  const body = templates.fill(`question/${question.type}`, values);
  const { isUnscored, credit } =
    (questionTypes as Readonly<Record<string, QuestionType>>)[question.type] ?? {};
  const rule = credit?.(question as never);
  return templates.fill('question', {
    ...values,
    points: question.points ?? 1,
    isScored,
    isUnscored,
    credit: rule && word(creditWords[rule]),
    isCheckedAtOnce: feedback === 'now',
    body: safe(body),
  });
}

const creditWords = {
  all: 'credit.all',
  parts: 'credit.parts',
  choices: 'credit.choices',
  steps: 'credit.steps',
  end: 'credit.end',
} as const satisfies Readonly<Record<Credit, WordKey>>;

/** The text of a cloze, as HTML, with a field where each gap is. What ends a sentence stays on the line of its gap. */
function renderGaps(templates: Templates, html: string, gaps: Cloze['gaps']): string {
  return html.replace(gapAndEnd, (_, id: string, end: string) => {
    const index = gaps.findIndex((gap) => gap.id === id);
    const { options } = gaps[index] ?? {};
    return templates.fill('gap', { id, number: index + 1, options, end }).trim();
  });
}

const gapAndEnd = new RegExp(`${gapPattern.source}([.,;:!?)”’»]*)`, 'g');

/** Optional fields are there and undefined, so that strict templates can ask for them. */
function complete(kind: Readonly<Record<string, BlockType>>, value: Block): Record<string, unknown> {
  return fillIn(value, kind[value.type]?.schema as SchemaNode) as Record<string, unknown>;
}

interface SchemaNode {
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
}

function fillIn(value: unknown, schema: SchemaNode | undefined): unknown {
  if (Array.isArray(value)) return value.map((item) => fillIn(item, schema?.items));
  if (typeof value !== 'object' || value === null) return value;
  const properties = schema?.properties ?? {};
  const keys = new Set([...Object.keys(properties), ...Object.keys(value)]);
  return Object.fromEntries(
    [...keys].map((key) => [key, fillIn((value as Readonly<Record<string, unknown>>)[key], properties[key])]),
  );
}
