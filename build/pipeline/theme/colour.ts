/** What is reckoned with colours: contrast, mixing, the nearest that can be read. The one place that knows culori. Pure. */
import {
  clampChroma,
  formatHex,
  interpolate,
  modeLrgb,
  modeOklab,
  modeOklch,
  modeRgb,
  useMode,
  wcagContrast,
} from 'culori/fn';
import { remembered } from '../remembered.ts';

// Those of its thirty colour spaces that are used here: to make all of them ready takes longer than to use these.
for (const mode of [modeRgb, modeLrgb, modeOklab]) useMode(mode);
const oklch = useMode(modeOklch);

/** A colour as `#1a5683`. */
export type Colour = string;

/** Contrast of two colours by WCAG 2.2, from 1 to 21; rounded down, so that what is told to pass does. */
export function contrast(one: Colour, other: Colour): number {
  return contrastOf(`${one} ${other}`);
}

const contrastOf = remembered((both) => {
  const [one = '', other = ''] = both.split(' ');
  return Math.floor(wcagContrast(one, other) * 100) / 100;
});

/** So much of the second colour in the first, as eyes see it (OKLab). @param share 0 to 1 */
export function mix(first: Colour, second: Colour, share: number): Colour {
  return formatHex(interpolate([first, second], 'oklab')(share));
}

/** What a colour has to stand out from, and how far. */
export interface Demand {
  readonly other: Colour;
  readonly needed: number;
}

/**
 * The colour itself where it meets every demand, else the nearest that does: of the same hue, lighter or darker
 * (OKLCH), paler where screens cannot show it as it was.
 * @returns null where no lightness does
 */
export function nearest(colour: Colour, demands: readonly Demand[]): Colour | null {
  const meets = (one: Colour) => demands.every(({ other, needed }) => contrast(one, other) >= needed);
  if (meets(colour)) return colour;
  const { l, ...hue } = oklch(colour) ?? { mode: 'oklch', l: 0, c: 0 };
  for (let step = 1; step <= steps; step++)
    for (const lightness of [l - step / steps, l + step / steps]) {
      if (lightness < 0 || lightness > 1) continue;
      const moved = formatHex(clampChroma({ ...hue, l: lightness }, 'oklch'));
      if (meets(moved)) return moved;
    }
  return null;
}

/** Lightnesses that are tried between black and white: more than eyes tell apart. */
const steps = 500;
