import { describe, expect, it } from 'vitest';
import { intlLocale } from '../../src/locales/direction.ts';
import { numberIn } from '../../src/locales/number.ts';

describe('a number in a text', () => {
  it.each([
    'en',
    'en-GB',
    'fr',
    'es',
    'es-MX',
    'ar',
    'ar-EG',
    'zh',
    'zh-u-nu-hanidec',
    'ru',
    'fa',
    'hi',
    'de',
  ])('is written as Intl writes it: %s', (language) => {
    const format = new Intl.NumberFormat(intlLocale(language), { maximumFractionDigits: 1 });
    const number = numberIn(language, 1);
    for (const value of [...Array(1100).keys(), -1, 0.5, 999.96, 12_345.67, Number.NaN])
      expect(number(value)).toBe(format.format(value));
  });
});
