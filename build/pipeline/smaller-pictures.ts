/** A picture in several sizes: a phone fetches no more of it than it shows. Pure. */

/** The files that views show. */
export interface ShownFiles {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly smaller: SmallerPictures;
}

/** What else there is of a picture, by the path of that: the smallest first. */
export type SmallerPictures = ReadonlyMap<string, readonly SmallerPicture[]>;

export interface SmallerPicture {
  readonly path: string;
  /** Pixels across. */
  readonly width: number;
}

/** Pixels across: for the column of a phone with two pixels to a CSS pixel, and with three; the latter is a desk's with two. */
export const smallerWidths = [800, 1400] as const;

/** What a picture of less than so many times the width is not made smaller for. */
export const worthAFile = 1.3;

/** `media/pump.800w.jpg`, beside `media/pump.jpg`. */
export function smallerPath(path: string, width: number): string {
  return path.replace(/\.[^./]*$/, `.${width}w$&`);
}

/** The column is as wide as the screen, less its margins, up to what is read well: `--measure` in tokens.css. */
const sizes = 'auto, (min-width: 42rem) 40rem, calc(100vw - 2rem)';

/** ` srcset="…" sizes="…"`, by which a browser chooses; nothing where there is one size. @param width of the whole picture */
export function choiceOf(path: string, width: number, smaller: readonly SmallerPicture[] = []): string {
  if (smaller.length === 0) return '';
  const all = [...smaller, { path, width }].map((one) => `${one.path} ${one.width}w`);
  return ` srcset="${all.join(', ')}" sizes="${sizes}"`;
}
