/** The one document of a package, all pages in it: it reads without a script. Pure. */
import { imageSize } from 'image-size';
import type { Block, BlockType, Question } from '../../src/course/block.ts';
import { type Course, courseSchema, type Page, pagesOf, type Reference } from '../../src/course/course.ts';
import { walk } from '../../src/course/fields.ts';
import { type CourseOutline, outlinePages } from '../../src/course/outline.ts';
import { locales } from '../../src/locales/index.ts';
import { type Values, type WordKey, type Words, wordsIn } from '../../src/locales/word.ts';
import { type PackageData, packageDataId } from '../../src/player/package-data.ts';
import { type Cloze, gapPattern } from '../../src/questions/cloze/schema.ts';
import { type QuestionType, questionTypes } from '../../src/questions/index.ts';
import { scramble } from '../../src/questions/sequencing/scramble.ts';
import { assessmentView, doneWhen } from './assessment-view.ts';
import { renderInlineMarkdown, renderMarkdown, renderPlain } from './markdown.ts';
import { scoredQuestions } from './outline-course.ts';
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
  const scored = scoredQuestions(course);
  const number = new Intl.NumberFormat(course.language, { maximumFractionDigits: 10 });
  const helpers: Helpers = {
    word: (key: WordKey, options: { hash: Values }) => word(key, options.hash),
    markdown: (text: string | undefined) => safe(text === undefined ? '' : renderMarkdown(text)),
    inline: (text: string | undefined) => safe(text === undefined ? '' : renderInlineMarkdown(text)),
    block: (block: Block) => safe(renderBlock(templates, block)),
    question: (question: Question, { hash }: { hash: { feedback?: string } }) =>
      safe(renderQuestion(templates, question, scored.has(question), hash.feedback)),
    titleOf: (list: readonly { id: string; title: string }[], id: string) =>
      list.find((one) => one.id === id)?.title,
    textOf: (list: readonly { id: string; text: string }[], id: string) =>
      list.find((one) => one.id === id)?.text,
    plain: renderPlain,
    scramble,
    range: (min: number, max: number) =>
      min === max ? number.format(min) : `${number.format(min)}–${number.format(max)}`,
    gaps: (text: string, gaps: Cloze['gaps']) => safe(renderGaps(templates, text, gaps)),
    textLimit: (id: string) => outline.texts[id],
    calloutLabel: (kind: keyof typeof calloutWords) => word(calloutWords[kind]),
    references: (ids: readonly string[] | undefined) =>
      (course.references ?? []).filter(({ id }) => !ids || ids.includes(id)),
    source: (id: string) =>
      safe(
        (course.references ?? [])
          .filter((one) => one.id === id)
          .map(renderReference)
          .join(''),
      ),
    language: () => course.language,
    fileSize: (path: string) => fileSize(files.get(path)?.length ?? 0, course.language),
    dimensions: (src: string) => safe(dimensions(files.get(src))),
    count: (list: readonly unknown[]) => list.length,
    position: (index: number) => index + 1,
    reference: (reference: Reference) => safe(renderReference(reference)),
  };
  const templates = prepareTemplates(sources, helpers);
  const viewOf = ({ id, assessment }: Page) => {
    const rules = outlinePages(outline).find((page) => page.id === id)?.assessment;
    return assessment && rules && assessmentView(course, assessment, rules);
  };
  const data: PackageData = { outline, words };
  const html = templates.fill('document', {
    course: {
      disclaimer: undefined,
      references: undefined,
      passMark: undefined,
      completion: undefined,
      ...course,
    },
    doneWhen: doneWhen(outline, word),
    lessons: course.lessons.map((lesson) => ({
      ...lesson,
      pages: lesson.pages.map((page) => ({
        ...page,
        assessment: viewOf(page),
      })),
    })),
    isSingleLesson: course.lessons.length === 1,
    direction: directionOf(course.language),
    total: pagesOf(course).length,
    minutes: Math.ceil(pagesOf(course).reduce((sum, page) => sum + page.minutes, 0)),
    isAssessed: scored.size > 0,
    dataId: packageDataId,
    // "</script" inside a string would end the element.
    data: safe(JSON.stringify(data).replaceAll('<', '\\u003c')),
  });
  return textFile('index.html', html);
}

function renderBlock(templates: Templates, block: Block): string {
  const body = templates.fill(`block/${block.type}`, complete(types.block, block));
  // A block with a control of its own gives its id to that; any other can be linked to by it.
  const keepsState = types.block[block.type]?.text !== undefined;
  const anchor = keepsState ? undefined : block.id;
  return templates.fill('block', { type: block.type, id: block.id, anchor, keepsState, body: safe(body) });
}

function renderQuestion(
  templates: Templates,
  block: Question,
  isScored: boolean,
  feedback: string | undefined,
): string {
  const question = (types.block[block.type]?.question?.(block as never) ?? block) as Question;
  const values = complete(types.question, question);
  const body = templates.fill(`question/${question.type}`, values);
  return templates.fill('question', {
    ...values,
    points: question.points ?? 1,
    isScored,
    isUnscored: (questionTypes as Readonly<Record<string, QuestionType>>)[question.type]?.isUnscored,
    isCheckedAtOnce: feedback === 'now',
    body: safe(body),
  });
}

const calloutWords = {
  note: 'callout.note',
  caution: 'callout.caution',
  'content-note': 'callout.contentNote',
} as const;

/** Bytes as people read them. */
function fileSize(bytes: number, language: string): string {
  const isLarge = bytes >= 1_000_000;
  const unit = isLarge ? 'megabyte' : 'kilobyte';
  const format = new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    maximumFractionDigits: isLarge ? 1 : 0,
  });
  return format.format(isLarge ? bytes / 1_000_000 : Math.max(1, bytes / 1000));
}

/** The text of a cloze with a field where each gap is. */
function renderGaps(templates: Templates, text: string, gaps: Cloze['gaps']): string {
  return renderMarkdown(text).replace(gapPattern, (_, id: string) => {
    const index = gaps.findIndex((gap) => gap.id === id);
    return templates.fill('gap', { id, number: index + 1, options: gaps[index]?.options }).trim();
  });
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
