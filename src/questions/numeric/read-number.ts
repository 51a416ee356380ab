/** A number as people type it: decimal comma or point, spaces or apostrophes between thousands, any minus sign. */

/** Null for what is not a number. Pure. */
export function readNumber(text: string): number | null {
  const plain = text
    .trim()
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/(?<=\d)[\s'’](?=\d{3}(\D|$))/gu, '');
  const decimal = plain.replace(',', '.');
  return /^[-+]?(\d+(\.\d*)?|\.\d+)$/.test(decimal) ? Number(decimal) : null;
}
