/** What a view may call to show a value: words, Markdown, numbers, files. Pure. */
import type { Course, Reference } from '../../src/course/course.ts';
import type { CourseOutline } from '../../src/course/outline.ts';
import { intlLocale } from '../../src/locales/direction.ts';
import { numberIn } from '../../src/locales/number.ts';
import type { Values, Word, WordKey } from '../../src/locales/word.ts';
import { type NumberRange, rangeOf } from '../../src/questions/numeric/grade.ts';
import { scramble } from '../../src/questions/sequencing/scramble.ts';
import { imageSize } from './image-size.ts';
import { type NoteOn, renderInlineMarkdown, renderMarkdown, renderPlain } from './markdown.ts';
import { choiceOf, type ShownFiles, type SmallerPicture } from './smaller-pictures.ts';
import { isMarked, marked, withoutMarks } from './source-passages.ts';
import { type Helpers, safe } from './templates.ts';

/** All that a view sees of a course besides its block. Blocks are kept by it: what is not in here cannot be shown. */
export interface Seen extends Pick<Course, 'language' | 'outcomes'> {
  readonly references: readonly Reference[];
  /** Most characters of each text that learners write. */
  readonly texts: CourseOutline['texts'];
  /** See `TypedCourse`. */
  readonly elsewhere: ReadonlyMap<string, string>;
}

/** @param shown pictures are measured, so that text does not jump when they come */
export function viewHelpers(
  { language, outcomes, references, texts, elsewhere }: Seen,
  { files, smaller }: ShownFiles,
  word: Word,
): Helpers {
  const noteOn = noteOnLinks(elsewhere, word);
  const number = numberIn(language, 10);
  return {
    word: (key: WordKey, options: { hash: Values }) => word(key, options.hash),
    markdown: (text: string | undefined) => safe(text === undefined ? '' : renderMarkdown(text, noteOn)),
    inline: (text: string | undefined) => safe(text === undefined ? '' : renderInlineMarkdown(text, noteOn)),
    plain: renderPlain,
    titleOf: (list: readonly { id: string; title: string }[], id: string) =>
      list.find((one) => one.id === id)?.title,
    outcome: (id: string | undefined) => {
      const found = outcomes.find((one) => one.id === id);
      return found && (found.short ?? renderPlain(found.text));
    },
    textOf: (list: readonly { id: string; text: string }[], id: string) =>
      list.find((one) => one.id === id)?.text,
    textLimit: (id: string) => texts[id],
    scramble,
    range: (numbers: NumberRange) => {
      const { min, max } = rangeOf(numbers);
      const all = min === max ? number(min) : `${number(min)}–${number(max)}`;
      return numbers.answer === undefined || min === max ? all : `${number(numbers.answer)} (${all})`;
    },
    icon: (name: string) => `icon/${name}`,
    calloutLabel: (kind: keyof typeof calloutWords) => word(calloutWords[kind]),
    references: (ids: readonly string[] | undefined) =>
      references.filter(({ id }) => !ids || ids.includes(id)),
    reference: (reference: Reference) => safe(renderReference(reference)),
    source: (wanted: string) =>
      safe(
        references
          .filter(({ id }) => id === wanted)
          .map(renderReference)
          .join(''),
      ),
    language: () => language,
    fileSize: (path: string) => fileSize(files.get(path)?.length ?? 0, language),
    dimensions: (src: string) => safe(dimensions(src, files.get(src), smaller.get(src))),
    some: (...given: unknown[]) => given.slice(0, -1).some(Boolean),
    numeral: (value: number) => number(value),
    difficultyWord: (difficulty: string) => `guide.difficulty.${difficulty}`,
    count: (list: readonly unknown[]) => list.length,
    position: (index: number) => index + 1,
  };
}

/** A link to another lesson's page, where that is a document of its own: its words, and the lesson that they are from. */
export function noteOnLinks(elsewhere: Seen['elsewhere'], word: Word): NoteOn {
  return (href) => {
    const title = href.startsWith('#') ? elsewhere.get(href.slice(1)) : undefined;
    return title === undefined ? undefined : word('link.elsewhere', { title });
  };
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
  const format = new Intl.NumberFormat(intlLocale(language), {
    style: 'unit',
    unit,
    maximumFractionDigits: isLarge ? 1 : 0,
  });
  return format.format(isLarge ? bytes / 1_000_000 : Math.max(1, bytes / 1000));
}

/** Title, part, edition, publisher and year in one line, as Markdown does it: escaped. */
function renderReference(reference: Reference): string {
  const { title, part, edition, publisher, year, url } = reference;
  const texts = [title, part, edition, publisher].filter((one) => one !== undefined);
  // One passage, where none of it is translated: its parts keep their order.
  if (texts.every(isMarked)) {
    const entries = Object.entries(reference).map(([key, value]) => [
      key,
      typeof value === 'string' ? withoutMarks(value) : value,
    ]);
    return marked(renderReference(Object.fromEntries(entries) as Reference));
  }
  const rest = [part, edition, publisher, year].filter((one) => one !== undefined).join(', ');
  const escaped = (text: string) => text.replace(/[\\`*_[\]<>#&]/g, '\\$&');
  const name = url ? `[${escaped(title)}](<${url}>)` : `*${escaped(title)}*`;
  return renderInlineMarkdown(rest ? `${name}, ${escaped(rest)}` : name);
}

/** ` width="…" height="…"` of a picture, or nothing where it does not say; and in which other sizes it can be had. */
function dimensions(
  path: string,
  content: Uint8Array | undefined,
  smaller: readonly SmallerPicture[] | undefined,
): string {
  const size = content && imageSize(content);
  return size ? ` width="${size.width}" height="${size.height}"${choiceOf(path, size.width, smaller)}` : '';
}
