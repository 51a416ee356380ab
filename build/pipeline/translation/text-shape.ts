/** Whether a translation keeps what its source holds besides words: links, gaps, emphasis, lists, headings. Pure. */
import { gapPattern } from '../../../src/questions/cloze/schema.ts';
import { linksIn, shapeOf } from '../markdown.ts';
import type { Segment } from './segments.ts';

export interface ShapeMistake {
  readonly message: string;
  readonly hint: string;
}

/** @param source the text that was translated, which may be older than the course */
export function shapeMistakes(
  { kind, maxLength }: Pick<Segment, 'kind' | 'maxLength'>,
  source: string,
  target: string,
): ShapeMistake[] {
  const isTooLong = maxLength !== null && target.length > maxLength;
  const long = {
    message: `the translation has ${target.length} characters.`,
    hint: `At most ${maxLength} are shown here.`,
  };
  return [
    ...(isTooLong ? [long] : []),
    ...(kind.endsWith('markdown') ? markdownMistakes(source, target) : []),
  ];
}

function markdownMistakes(source: string, target: string): ShapeMistake[] {
  const wantedLinks = linksIn(source);
  const links = linksIn(target);
  const gaps = (text: string) => [...text.matchAll(gapPattern)].map(([all]) => all);
  const lost = difference(wantedLinks, links).map((href) => `the link to "${href}"`);
  const added = difference(links, wantedLinks).map((href) => `the link to "${href}"`);
  const lostGaps = difference(gaps(source), gaps(target)).map((gap) => `the gap ${gap}`);
  const addedGaps = difference(gaps(target), gaps(source)).map((gap) => `the gap ${gap}`);
  const [wanted, had] = [shapeOf(source), shapeOf(target)];
  const fewer = (Object.keys(names) as (keyof typeof names)[]).filter((part) => had[part] < wanted[part]);
  return [
    ...[...lost, ...lostGaps].map((what) => ({
      message: `${what} of the source is lost.`,
      hint: 'Keep what stands in round and in double square brackets as it is; translate the words of a link only.',
    })),
    ...[...added, ...addedGaps].map((what) => ({
      message: `${what} is not in the source.`,
      hint: 'Take it out: a translation has the links and gaps of its source.',
    })),
    ...fewer.map((part) => ({
      message: `the source has ${wanted[part]} of ${names[part]}, the translation ${had[part]}.`,
      hint: 'Keep the signs of Markdown: **strong**, *emphasis*, # headings, - lists, | tables.',
    })),
  ];
}

const names = {
  emphasis: '*emphasis* and **strong**',
  headings: 'headings',
  items: 'items of lists',
  rows: 'rows of tables',
} as const satisfies Readonly<Record<keyof ReturnType<typeof shapeOf>, string>>;

/** What the first list has more of. */
function difference(list: readonly string[], other: readonly string[]): string[] {
  const rest = [...other];
  return list.filter((one) => {
    const at = rest.indexOf(one);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}
