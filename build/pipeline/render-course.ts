/** The one document of a package, all pages in it: it reads without a script. Pure. */
import { imageSize } from 'image-size';
import type { Block, BlockType, Question } from '../../src/course/block.ts';
import { type Course, courseSchema, pagesOf, type Reference } from '../../src/course/course.ts';
import { walk } from '../../src/course/fields.ts';
import type { CourseOutline } from '../../src/course/outline.ts';
import { locales } from '../../src/locales/index.ts';
import { type Values, type WordKey, type Words, wordsIn } from '../../src/locales/word.ts';
import { type PackageData, packageDataId } from '../../src/player/package-data.ts';
import { questionTypes } from '../../src/questions/index.ts';
import { renderInlineMarkdown, renderMarkdown } from './markdown.ts';
import { type PackageFile, textFile } from './package-file.ts';
import { types } from './parse-course.ts';
import { type Helpers, prepareTemplates, safe, type TemplateSources, type Templates } from './templates.ts';

/** @param files the files of the course folder: pictures are measured, so that text does not jump when they come */
export function renderCourse(
  course: Course,
  outline: CourseOutline,
  sources: TemplateSources,
  files: ReadonlyMap<string, Uint8Array>,
): PackageFile {
  const words: Words = locales[course.language.split('-')[0] as keyof typeof locales] ?? locales.en;
  const word = wordsIn(course.language, words);
  const assessed = new Set(pagesOf(course).flatMap((page) => page.assessment?.questions ?? []));
  const helpers: Helpers = {
    word: (key: WordKey, options: { hash: Values }) => word(key, options.hash),
    markdown: (text: string | undefined) => safe(text === undefined ? '' : renderMarkdown(text)),
    inline: (text: string | undefined) => safe(text === undefined ? '' : renderInlineMarkdown(text)),
    block: (block: Block) => safe(renderBlock(templates, block)),
    question: (question: Question) => safe(renderQuestion(templates, question, assessed.has(question))),
    titleOf: (list: readonly { id: string; title: string }[], id: string) =>
      list.find((one) => one.id === id)?.title,
    textLimit: (id: string) => outline.texts[id],
    dimensions: (src: string) => safe(dimensions(files.get(src))),
    count: (list: readonly unknown[]) => list.length,
    position: (index: number) => index + 1,
    reference: (reference: Reference) => safe(renderReference(reference)),
  };
  const templates = prepareTemplates(sources, helpers);
  const data: PackageData = { outline, words };
  const html = templates.fill('document', {
    course: { disclaimer: undefined, references: undefined, passMark: undefined, ...course },
    lessons: course.lessons.map((lesson) => ({
      ...lesson,
      pages: lesson.pages.map((page) => ({ assessment: undefined, ...page })),
    })),
    isSingleLesson: course.lessons.length === 1,
    direction: directionOf(course.language),
    total: pagesOf(course).length,
    minutes: Math.ceil(pagesOf(course).reduce((sum, page) => sum + page.minutes, 0)),
    isAssessed: assessed.size > 0,
    dataId: packageDataId,
    // "</script" inside a string would end the element.
    data: safe(JSON.stringify(data).replaceAll('<', '\\u003c')),
  });
  return textFile('index.html', html);
}

function renderBlock(templates: Templates, block: Block): string {
  const body = templates.fill(`block/${block.type}`, complete(types.block, block));
  const keepsState = isLively(block);
  // A block with a control of its own gives its id to that; any other can be linked to by it.
  const anchor = keepsState ? undefined : block.id;
  return templates.fill('block', { type: block.type, id: block.id, anchor, keepsState, body: safe(body) });
}

/** Whether the block keeps the learner's words, so that its behaviour is to find it. */
function isLively({ type }: Block): boolean {
  return types.block[type]?.text !== undefined;
}

function renderQuestion(templates: Templates, block: Question, isScored: boolean): string {
  const question = (types.block[block.type]?.question?.(block as never) ?? block) as Question;
  const values = complete(types.question, question);
  const body = templates.fill(`question/${question.type}`, values);
  return templates.fill('question', { ...values, points: question.points ?? 1, isScored, body: safe(body) });
}

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

/** Title, part, edition, publisher and year in one line, as Markdown does it: escaped. */
function renderReference({ title, part, edition, publisher, year, url }: Reference): string {
  const rest = [part, edition, publisher, year].filter((one) => one !== undefined).join(', ');
  const escaped = (text: string) => text.replace(/[\\`*_[\]<>#&]/g, '\\$&');
  const name = url ? `[${escaped(title)}](<${url}>)` : `*${escaped(title)}*`;
  return renderInlineMarkdown(rest ? `${name}, ${escaped(rest)}` : name);
}

/** ` width="…" height="…"` of a picture, or nothing where it does not say. */
function dimensions(content: Uint8Array | undefined): string {
  try {
    const { width, height } = imageSize(content ?? new Uint8Array());
    return ` width="${width}" height="${height}"`;
  } catch {
    return '';
  }
}

const rightToLeft = ['ar', 'he', 'fa', 'ur'];

function directionOf(language: string): 'ltr' | 'rtl' {
  return rightToLeft.includes(language.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}

/** The names of the block and question types that a course uses, sorted. */
export function usedTypes(course: Course): { blocks: string[]; questions: string[] } {
  const { typed } = walk(course, courseSchema, types);
  const names = (kind: Readonly<Record<string, BlockType>>) =>
    Object.keys(kind).filter((name) =>
      typed.some(
        ({ type, value }) => type === kind[name] || (kind === questionTypes && asks(type, value) === name),
      ),
    );
  return { blocks: names(types.block), questions: names(types.question) };
}

function asks(type: BlockType, value: Readonly<Record<string, unknown>>): string | undefined {
  return type.question?.(value as never).type;
}
