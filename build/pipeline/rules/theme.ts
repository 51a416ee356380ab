/** A theme is held to WCAG 2.2, level AA, before anything is built with it. */
import type { Mistake } from '../../../src/course/problem.ts';
import { deviceFonts, type GivenColours } from '../../../src/course/theme.ts';
import { didYouMean, oneOf } from '../did-you-mean.ts';
import { type Colour, contrast, type Demand, nearest } from '../theme/colour.ts';
import { courseTheme } from '../theme/course-theme.ts';
import { madeOf, type Pair, pairs } from '../theme/pairs.ts';
import { type Palette, paletteOf } from '../theme/palette.ts';
import type { Rule } from './rule.ts';

/** Every text can be read on its ground and every control be seen, by day and by night: 1.4.3 and 1.4.11. */
export const coloursCanBeRead: Rule = ({ course }) =>
  (['light', 'dark'] as const).flatMap((time) => {
    const palette = courseTheme(course)[time];
    // What is made by night of colours by day can be read; so what cannot is given there, or by day.
    const given = { ...(time === 'light' && course.theme?.light), ...course.theme?.[time] };
    const worst = new Map<keyof GivenColours, Pair>();
    for (const pair of pairs.filter((one) => ratioOf(one, palette) < one.needed)) {
      const cause = causeOf(pair, given);
      const before = cause && worst.get(cause);
      if (cause && (!before || shareOf(pair, palette) < shareOf(before, palette))) worst.set(cause, pair);
    }
    return [...worst].map(([cause, pair]) => mistakeOf(pair, cause, palette, `/theme/${time}/${cause}`));
  });

const ratioOf = ({ colour, ground }: Pair, palette: Palette) => contrast(palette[colour], palette[ground]);
const shareOf = (pair: Pair, palette: Palette) => ratioOf(pair, palette) / pair.needed;

/** The colour of the theme that a pair fails by: the one in front, before what it stands on. */
function causeOf({ colour, ground }: Pair, given: GivenColours): keyof GivenColours | undefined {
  const candidates = [colour, ...(madeOf[colour] ?? []), ground, ...(madeOf[ground] ?? [])];
  // A ground is blamed last: many things stand on it.
  const inOrder = [...candidates.filter((one) => one !== 'paper'), 'paper'] as const;
  return inOrder.find((one): one is keyof GivenColours => given[one as keyof GivenColours] !== undefined);
}

function mistakeOf(pair: Pair, cause: keyof GivenColours, palette: Palette, pointer: string): Mistake {
  const { colour, ground, needed, what } = pair;
  const made = madeOf[ground];
  const where = made ? `${ground}, made of ${made.join(', ').replace(/, (?=[^,]*$)/, ' and ')}` : ground;
  const better = betterThan(cause, palette);
  return {
    pointer,
    message: `"${palette[colour]}" (${colour}) on "${palette[ground]}" (${where}) has a contrast of ${ratioOf(pair, palette)}:1; ${what} need ${needed}:1.`,
    hint: better
      ? `The nearest that passes everywhere is "${better}".`
      : `No colour passes with the others: change "${cause === colour ? ground : colour}" as well.`,
  };
}

/** The nearest colour in its place that passes with all others, and with what is made of it; null where there is none. */
function betterThan(cause: keyof GivenColours, palette: Palette, tries = 8): Colour | null {
  const demands = pairs.flatMap(({ colour, ground, needed }): Demand[] => {
    if (colour === cause) return [{ other: palette[ground], needed }];
    return ground === cause ? [{ other: palette[colour], needed }] : [];
  });
  const better = nearest(palette[cause], demands);
  if (better === null || better === palette[cause] || tries === 0) return better;
  return betterThan(cause, paletteOf({ ...palette, [cause]: better }), tries - 1);
}

/** Fonts are those of every device, or files that come along. */
export const fontsAreThere: Rule = ({ course: { theme } }) => {
  const known = [...deviceFonts, ...(theme?.fonts?.files ?? []).map(({ name }) => name)];
  return (['text', 'headings'] as const).flatMap((use): Mistake[] => {
    const seen = theme?.fonts?.[use];
    if (seen === undefined || known.includes(seen)) return [];
    return [
      {
        pointer: `/theme/fonts/${use}`,
        message: `"${seen}" is not a font that every learner has.`,
        hint: `${didYouMean(seen, known)} Use one of ${oneOf(known)}, or bring it along in "files".`.trim(),
      },
    ];
  });
};
