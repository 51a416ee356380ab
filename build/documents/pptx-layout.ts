/** Where things stand on a slide of 13.33 by 7.5 inches: the layout of templates/slides/slide.css in inches and points. */
import type { CourseTheme } from '../pipeline/theme/course-theme.ts';

export interface SlideBox {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** A theme in the words of a deck: colours without "#", one font a name. */
export interface SlideLook {
  readonly paper: string;
  readonly ink: string;
  readonly quiet: string;
  readonly accent: string;
  readonly second: string;
  readonly headings: string;
  readonly text: string;
}

export function slideLook({ light, fonts }: Pick<CourseTheme, 'light' | 'fonts'>): SlideLook {
  const hex = (role: 'paper' | 'ink' | 'quiet' | 'accent' | 'second') => light[role].slice(1).toUpperCase();
  const font = (name: string) => officeFonts[name] ?? name;
  return {
    paper: hex('paper'),
    ink: hex('ink'),
    quiet: hex('quiet'),
    accent: hex('accent'),
    second: hex('second'),
    headings: font(fonts.headings),
    text: font(fonts.text),
  };
}

/** What every office program has, or has a twin of. */
const officeFonts: Readonly<Record<string, string>> = { sans: 'Arial', serif: 'Georgia', rounded: 'Arial' };

/** Inches and points. */
export const size = { width: 13.33, title: 36, text: 26, small: 14 } as const;

const [start, wide, top, bottom] = [0.67, 12, 1.7, 6.9];
const half = (wide - 0.5) / 2;

export const box = {
  bar: { x: 0, y: 0, w: 0.16, h: 7.5 },
  course: { x: start, y: 0.32, w: 9, h: 0.3 },
  title: { x: start, y: 0.66, w: wide, h: 0.85 },
  text: { x: start, y: top, w: wide, h: bottom - top },
  narrow: { x: start, y: top, w: 7.5, h: bottom - top },
  left: { x: start, y: top, w: half, h: bottom - top },
  right: { x: start + half + 0.5, y: top, w: half, h: bottom - top },
  above: { x: start, y: top, w: wide, h: 1.6 },
  'lower-left': { x: start, y: top + 1.7, w: half, h: bottom - top - 1.7 },
  'lower-right': { x: start + half + 0.5, y: top + 1.7, w: half, h: bottom - top - 1.7 },
  picture: { x: 8.5, y: top, w: 4.17, h: 4.6 },
  logo: { x: start, y: 6.95, w: 3, h: 0.38 },
  number: { x: 11.67, y: 7, w: 1, h: 0.3 },
} as const satisfies Readonly<Record<string, SlideBox>>;
