/** A slide that the author did not write: made of what stands out on its pages. Pure. */
import type { SlideText } from '../course/classroom.ts';
import type { Page } from '../course/course.ts';

/** More cannot be read from the back of a room. */
const mostPoints = 6;

/** Title of the first page, and its headings, titles and terms; its key messages where it has none of these. */
export function slideOfPages(number: number, pages: readonly Page[]): SlideText {
  const blocks = pages.flatMap((page) => page.blocks as readonly Standing[]);
  const points = blocks.flatMap(standsOut);
  const lines =
    points.length > 0
      ? points
      : blocks.flatMap(({ type, text }) => (type === 'key-message' && text ? [text] : []));
  const image = blocks.find(({ type, src, alt }) => type === 'image' && src && alt);
  return {
    number,
    title: (pages[0]?.title ?? '').slice(0, 80),
    ...(lines.length > 0 && {
      text: lines
        .slice(0, mostPoints)
        .map((line) => `- ${line}`)
        .join('\n'),
    }),
    ...(image && { image: { src: String(image.src), alt: String(image.alt) } }),
  };
}

interface Standing {
  readonly type: string;
  readonly title?: string;
  readonly term?: string;
  readonly text?: string;
  readonly src?: string;
  readonly alt?: string;
  readonly items?: readonly { readonly title?: string }[];
  readonly groups?: readonly { readonly title?: string }[];
}

function standsOut({ type, title, term, text, items, groups }: Standing): string[] {
  if (type === 'knowledge-check' || type === 'references') return [];
  const headings =
    type === 'text' ? [...(text ?? '').matchAll(/^#+ +(.+)$/gm)].map(([, heading]) => heading) : [];
  const within = type === 'links' ? [] : [...(items ?? []), ...(groups ?? [])].map((one) => one.title);
  const plain = [title, term, ...within].filter((one) => one !== undefined).map(asMarkdown);
  return [...plain, ...headings.filter((one) => one !== undefined)];
}

function asMarkdown(plain: string): string {
  return plain.replace(/[\\`*_[\]<>#&]/g, '\\$&').replace(/^(\d+)([.)])/, '$1\\$2');
}
