import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal } from '../../src/formats/decimal.ts';
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

describe('a number for an LMS', () => {
  const format = new Intl.NumberFormat('en-US', { useGrouping: false, maximumFractionDigits: 7 });

  it.each([
    [0, '0'],
    [100, '100'],
    [0.8333333333, '0.8333333'],
    [1e-9, '0'],
    [-12.5, '-12.5'],
    [1e21, '1000000000000000000000'],
    [5e-324, '0'],
  ])('%s is %s', (number, text) => expect(decimal(number)).toBe(text));

  it('has no exponent, and is what Intl writes but for a rounding at the last digit', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        const text = decimal(number);
        expect(text).toMatch(/^-?\d+(\.\d*[1-9])?$/);
        expect(Math.abs(Number(text) - Number(format.format(number)))).toBeLessThanOrEqual(
          Math.max(1.1e-7, Math.abs(number) * 1e-15),
        );
      }),
    );
  });
});
