/** A number as people type it: decimal comma or point, spaces or apostrophes between thousands, any minus sign, Arabic digits. */

/** Null for what is not a number. Pure. */
export function readNumber(text: string): number | null {
  const plain = text
    .trim()
    // Both rows of Arabic digits count from 0 in the last four bits of their codes.
    .replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/(?<=\d)[\s'’](?=\d{3}(\D|$))/gu, '');
  const decimal = plain.replace(/[,\u066B]/, '.');
  return /^[-+]?(\d+(\.\d*)?|\.\d+)$/.test(decimal) ? Number(decimal) : null;
}
