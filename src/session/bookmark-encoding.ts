/** How numbers, words and marks are written in a bookmark: printable ASCII without its separators. Pure. */
import { seedOf } from './draw.ts';

/** A hash of a text in base 36, always as long: the builder works out the longest bookmark. */
export function checksum(text: string): string {
  return seedOf(text).toString(36).padStart(7, '0');
}

/** @throws RangeError for what is no number in base 36 */
export function number(text: string | undefined): number {
  const value = Number.parseInt(text ?? '', 36);
  if (Number.isNaN(value)) throw new RangeError('not a number');
  return value;
}

/** Marks and pairs of marks go as they are, anything else as words. */
export function writeToken(token: string): string {
  return /^[0-9a-z]+$/.test(token) ? token : `!${writeWords(token)}`;
}

export function readToken(token: string): string {
  return token.startsWith('!') ? readWords(token.slice(1)) : token;
}

export function writeWords(text: string): string {
  return toBase64(new TextEncoder().encode(text));
}

export function readWords(text: string): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(fromBase64(text));
}

/** Base64 with `_` for `/` and `*` for `+`, unpadded: `-` separates tokens. */
export function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replace(/=+$/, '')
    .replaceAll('+', '*')
    .replaceAll('/', '_');
}

export function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text.replaceAll('*', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0));
}
