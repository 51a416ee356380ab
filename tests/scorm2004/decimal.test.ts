import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal } from '../../src/formats/decimal.ts';

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
