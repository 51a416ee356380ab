/** Numbers as a language writes them. */
import { intlLocale } from './direction.ts';

/** Written with the digits of this text, where a number has no part to group and none after the point. */
const plain = /^(en|fr|es|zh|ru)(-\w{2})?$|^ar$/;

/**
 * `Intl` takes a cheap phone a tenth of a second to begin, and most numbers of a course are written the same without it.
 * @param language BCP 47 tag, as in the course
 * @param digits   most after the point
 */
export function numberIn(language: string, digits: number): (value: number) => string {
  let format: Intl.NumberFormat | undefined;
  return (value) => {
    if (plain.test(language) && Number.isInteger(value) && value >= 0 && value < 1000) return `${value}`;
    format ??= new Intl.NumberFormat(intlLocale(language), { maximumFractionDigits: digits });
    return format.format(value);
  };
}
