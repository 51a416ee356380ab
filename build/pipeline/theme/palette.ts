/** Every colour that style sheets may name, made of the few that a theme gives. Pure. */
import type { GivenColours } from '../../../src/course/theme.ts';
import { type Colour, type Demand, mix, nearest } from './colour.ts';

export type GivenPalette = Readonly<Record<keyof GivenColours, Colour>>;

/** By the name of its custom property. */
export interface Palette extends GivenPalette {
  /** The ground of what stands beside the text: outline, panels. */
  readonly surface: Colour;
  /** The ground of what is chosen or here. */
  readonly 'accent-soft': Colour;
  /** The accent under the pointer. */
  readonly 'accent-strong': Colour;
  /** Text that may be passed over. */
  readonly quiet: Colour;
  /** Lines that part. */
  readonly line: Colour;
  /** Lines that a control is made of. */
  readonly 'line-strong': Colour;
  readonly focus: Colour;
}

export const grounds = ['paper', 'surface', 'accent-soft'] as const;

/** WCAG 2.2, 1.4.3 and 1.4.11. */
export const needed = { text: 4.5, control: 3 } as const;

export function paletteOf(given: GivenPalette): Palette {
  const { paper, ink, accent, second } = given;
  const base = {
    ...given,
    surface: mix(paper, mix(ink, accent, 0.5), 0.05),
    'accent-soft': mix(paper, accent, 0.1),
  };
  const demands = (ratio: number): Demand[] =>
    grounds.map((ground) => ({ other: base[ground], needed: ratio }));
  // Where the given colours leave no room, they are told themselves: see pairs.ts.
  const readable = (colour: Colour, ratio: number) => nearest(colour, demands(ratio)) ?? ink;
  return {
    ...base,
    'accent-strong': mix(accent, ink, 0.35),
    quiet: readable(mix(paper, ink, 0.7), needed.text),
    line: mix(paper, mix(ink, accent, 0.5), 0.18),
    'line-strong': readable(mix(paper, ink, 0.52), needed.control),
    focus: readable(second, needed.control),
  };
}

/** The colours by night that a theme leaves out, where it gives their counterparts by day: the same, lighter. */
export function byNight(given: GivenColours, own: GivenPalette): GivenColours {
  const { surface } = paletteOf(own);
  const lively = (['accent', 'second', 'right', 'wrong'] as const).flatMap((role) => {
    const colour = given[role];
    const found = colour && nearest(colour, [{ other: surface, needed: comfortable }]);
    return found ? [[role, found] as const] : [];
  });
  return Object.fromEntries(lively);
}

/** More than is needed: on dark grounds strong colours swim. */
const comfortable = 6.5;
