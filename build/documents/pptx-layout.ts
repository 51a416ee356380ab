/** Where things stand on a slide of 13.33 by 7.5 inches: the layout of templates/slides/slide.css in inches and points. */

export interface SlideBox {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** The colours of templates/theme/tokens.css. */
export const accent = '1A5683';
export const second = 'A8500F';

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
  number: { x: 11.67, y: 7, w: 1, h: 0.3 },
} as const satisfies Readonly<Record<string, SlideBox>>;
