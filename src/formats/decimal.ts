/**
 * A number as standards write it: digits and a point, never an exponent, no zeros at the end. Not by `Intl`, which takes
 * a cheap phone a tenth of a second to begin.
 * @param digits most after the point; real(10,7) of SCORM 2004 when left out
 */
export function decimal(number: number, digits = 7): string {
  if (Math.abs(number) >= 1e21) return String(BigInt(number));
  return number.toFixed(digits).replace(/\.?0+$/, '');
}
