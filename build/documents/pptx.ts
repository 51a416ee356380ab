/** Writes the deck for PowerPoint and LibreOffice: real titles, text and lists. The one place that knows pptxgenjs. */
import PptxGenJS from 'pptxgenjs';
import { slideScale } from '../../src/classroom/slide-scale.ts';
import type { SpokenSlide } from '../../src/classroom/spoken.ts';
import type { Course } from '../../src/course/course.ts';
import { directionOf } from '../../src/locales/direction.ts';
import { type Line, linesOf, plainLines } from '../pipeline/markdown-lines.ts';
import { isMarked, withoutMarks } from '../pipeline/source-passages.ts';
import { courseTheme } from '../pipeline/theme/course-theme.ts';
import { box, type SlideBox, type SlideLook, size, slideLook } from './pptx-layout.ts';
import { settleDeck } from './settle-deck.ts';
import { pictureFor, type SlidePicture } from './slide-picture.ts';

// The module's declaration has a default export; in Node it is the module itself.
const Pptx = PptxGenJS as unknown as new () => PptxGenJS;

/**
 * @param files          the files of the course folder
 * @param sourceLanguage of the texts that are marked as not translated
 */
export async function writeDeck(
  course: Course,
  slides: readonly SpokenSlide[],
  files: ReadonlyMap<string, Uint8Array>,
  sourceLanguage: string,
): Promise<Uint8Array> {
  const deck = new Pptx();
  const isRtl = directionOf(course.language) === 'rtl';
  deck.layout = 'LAYOUT_WIDE';
  const title = withoutMarks(course.title);
  deck.title = title;
  deck.subject = withoutMarks(course.description);
  deck.author = 'Coursewright';
  deck.company = '';
  deck.rtlMode = isRtl;
  const theme = courseTheme(course);
  const look = slideLook(theme);
  deck.theme = { headFontFace: look.headings, bodyFontFace: look.text };
  const logo = theme.logo && (await pictureFor(theme.logo.src, files));
  const alt = withoutMarks(theme.logo?.alt ?? '');
  const head: SlideHead = { title, logo: logo && { ...logo, alt } };
  for (const name of Object.keys(layouts)) defineLayout(deck, name as Layout, head, look, isRtl);
  for (const slide of slides) await addSlide(deck, slide, course.language, sourceLanguage, files, look);
  const written = await deck.write({ outputType: 'nodebuffer' });
  return settleDeck(written as Uint8Array, course.language, sourceLanguage);
}

const layouts = {
  'Title and text': ['text'],
  'Title, text and picture': ['narrow'],
  'Title and two texts': ['left', 'right'],
  'Title, text and two texts': ['above', 'lower-left', 'lower-right'],
} as const satisfies Readonly<Record<string, readonly (keyof typeof box)[]>>;
type Layout = keyof typeof layouts;

function layoutOf({ text, columns, image }: SpokenSlide): Layout {
  if (columns) return text ? 'Title, text and two texts' : 'Title and two texts';
  return image ? 'Title, text and picture' : 'Title and text';
}

/** What stands on every slide. */
interface SlideHead {
  readonly title: string;
  readonly logo: (SlidePicture & { readonly alt: string }) | null | undefined;
}

function defineLayout(
  deck: PptxGenJS,
  name: Layout,
  { title, logo }: SlideHead,
  look: SlideLook,
  isRtl: boolean,
): void {
  const align = isRtl ? 'right' : 'left';
  const at = (place: SlideBox) => mirrored(place, isRtl);
  deck.defineSlideMaster({
    title: name,
    background: { color: look.paper },
    objects: [
      { rect: { ...at(box.bar), fill: { color: look.accent } } },
      {
        text: {
          text: title,
          options: {
            ...at(box.course),
            fontSize: size.small,
            color: look.quiet,
            align,
            margin: 0,
            rtlMode: isRtl,
          },
        },
      },
      placeholder('title', 'title', at(box.title), {
        fontSize: size.title,
        color: look.accent,
        fontFace: look.headings,
        bold: true,
        align,
      }),
      ...(logo
        ? [
            {
              image: {
                data: logo.data,
                ...within(at(box.logo), logo.ratio, isRtl ? 1 : 0),
                altText: logo.alt,
              },
            },
          ]
        : []),
      ...layouts[name].map((part) =>
        placeholder(part, 'body', at(box[part]), { fontSize: size.text, color: look.ink, align }),
      ),
    ],
    slideNumber: {
      ...at(box.number),
      fontSize: size.small,
      color: look.quiet,
      align: isRtl ? 'left' : 'right',
    },
  });
}

function placeholder(
  name: string,
  type: 'title' | 'body',
  place: SlideBox,
  style: PptxGenJS.TextPropsOptions,
) {
  return {
    placeholder: { options: { name, type, ...place, margin: 0, valign: 'top', ...style }, text: '' },
  } as const;
}

async function addSlide(
  deck: PptxGenJS,
  slide: SpokenSlide,
  language: string,
  sourceLanguage: string,
  files: ReadonlyMap<string, Uint8Array>,
  look: SlideLook,
): Promise<void> {
  const name = layoutOf(slide);
  const page = deck.addSlide({ masterName: name });
  const isRtl = directionOf(language) === 'rtl';
  const styles = { own: styleIn(language), source: styleIn(sourceLanguage) };
  const title = isMarked(slide.title) ? styles.source : styles.own;
  page.addText(withoutMarks(slide.title), { placeholder: 'title', ...title });
  const texts = [
    ...(slide.text ? [{ text: slide.text }] : []),
    ...(slide.columns ?? []).map(({ title, text }) => ({ title, text })),
  ];
  const fontSize = Math.round(size.text * slideScale(slide));
  for (const [index, part] of layouts[name].entries()) {
    const text = texts[index];
    if (text) page.addText(paragraphs(text, fontSize, styles, look), { placeholder: part, ...styles.own });
  }
  if (slide.image) {
    const picture = await pictureFor(slide.image.src, files);
    const place = picture && within(mirrored(box.picture, isRtl), picture.ratio);
    if (picture && place)
      page.addImage({ data: picture.data, ...place, altText: withoutMarks(slide.image.alt) });
  }
  page.addNotes(slide.spoken.map((text) => plainLines(text).join('\n')).join('\n\n'));
}

type Style = Pick<PptxGenJS.TextPropsOptions, 'lang' | 'rtlMode' | 'align' | 'color'>;

/** Of a course's own language, and of what is not translated into it. */
interface Styles {
  readonly own: Style;
  readonly source: Style;
}

function styleIn(language: string): Style {
  const isRtl = directionOf(language) === 'rtl';
  return { lang: language, rtlMode: isRtl, align: isRtl ? 'right' : 'left' };
}

function paragraphs(
  { title, text }: { title?: string; text: string },
  fontSize: number,
  styles: Styles,
  { second, ink }: SlideLook,
): PptxGenJS.TextProps[] {
  const style = title && isMarked(title) ? styles.source : styles.own;
  const heading = { ...style, bold: true, color: second, fontSize, paraSpaceAfter: 6, breakLine: true };
  const lines = linesOf(text);
  return [
    ...(title ? [{ text: withoutMarks(title), options: heading }] : []),
    ...lines.flatMap((line, index) =>
      runsOf(
        line,
        fontSize,
        { ...(line.isInSource ? styles.source : styles.own), color: ink },
        index < lines.length - 1,
      ),
    ),
  ];
}

function runsOf(line: Line, fontSize: number, style: Style, isBroken: boolean): PptxGenJS.TextProps[] {
  const { kind, level, runs } = line;
  const indent = Math.round(fontSize * 1.3);
  const bullet =
    kind === 'text' ? {} : { bullet: kind === 'number' ? ({ type: 'number', indent } as const) : { indent } };
  return runs.map(({ text, bold, italic }, index) => ({
    text,
    options: {
      ...style,
      ...bullet,
      ...(level > 0 && { indentLevel: level }),
      bold,
      italic,
      fontSize,
      paraSpaceAfter: 6,
      // A paragraph ends with its last run.
      breakLine: index === runs.length - 1 && isBroken,
    },
  }));
}

/** The same place on a slide that is read from the right. */
function mirrored({ x, w, ...rest }: SlideBox, isRtl: boolean): SlideBox {
  return { x: isRtl ? size.width - x - w : x, w, ...rest };
}

/** The largest place of this ratio within another, at its top. @param across 0 for its left, 1 for its right */
function within({ x, y, w, h }: SlideBox, ratio: number, across = 0.5): SlideBox {
  const height = Math.min(h, w / ratio);
  const width = height * ratio;
  return { x: x + (w - width) * across, y, w: width, h: height };
}
