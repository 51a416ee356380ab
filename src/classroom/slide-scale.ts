/** How large the text of a slide is: as large as it fits, from the same reckoning on paper, screen and in PowerPoint. Pure. */
import type { SlideText } from '../course/classroom.ts';

/** Of the usual size. */
export const scales = [1, 0.85, 0.72, 0.6] as const;
export type SlideScale = (typeof scales)[number];

/** Lines that fit below the title, and characters in a full line, at scale 1. */
const room = { lines: 10.5, characters: 60 };

/** The largest scale at which the text of a slide fits; the smallest where none does. */
export function slideScale(slide: SlideText): SlideScale {
  return scales.find((scale) => fits(slide, scale)) ?? 0.6;
}

/** Whether all of a slide can be read from the back of a room. */
export function slideFits(slide: SlideText): boolean {
  return fits(slide, 0.6);
}

function fits({ text, columns, image }: SlideText, scale: number): boolean {
  const wide = room.characters * (image ? 0.62 : 1);
  const beside = (columns ?? []).map((one) => 1.3 + linesOf(one.text, (room.characters * 0.47) / scale));
  return linesOf(text ?? '', wide / scale) + Math.max(0, ...beside) <= room.lines / scale;
}

/** Lines that a text takes, with the space between its paragraphs. */
function linesOf(text: string, characters: number): number {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .reduce(
      (sum, line) => sum + Math.max(1, Math.ceil(line.replace(/[*_]/g, '').length / characters)) + 0.25,
      0,
    );
}
