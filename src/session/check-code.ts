/** A short code over a receipt's lines: it shows whether one of them was changed. No secret: packages have none. Pure. */
import { seedOf } from './draw.ts';

/** Eight characters in two groups, such as `0K3F-9QXZ`. White space around lines and empty lines count for nothing. */
export function checkCode(lines: readonly string[]): string {
  const text = lines
    .map((line) => line.trim().normalize('NFC'))
    .filter(Boolean)
    .join('\n');
  const code = seedOf(text).toString(36).toUpperCase().padStart(8, '0');
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}
