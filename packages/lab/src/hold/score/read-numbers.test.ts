import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNumbers } from './read-numbers.ts';

describe('readNumbers', () => {
  it.each([
    ['1,234.5', [1234.5]],
    ['it is 12,345,678 in all', [12345678]],
    ['1 234 567', [1234567]],
    ['1.234,50', [1234.5]],
    ['3,5 km', [3.5]],
    ['.5', [0.5]],
    ['-3 degrees', [-3]],
    ['−7', [-7]],
    ['5-3', [5, 3]],
    ['$5.00', [5]],
    ['-$12', [-12]],
    ['1/2', [0.5]],
    ['2 1/2 cups', [2.5]],
    ['2½', [2.5]],
    ['¾', [0.75]],
    ['50%', [50]],
    ['1.2e3', [1200]],
    ['3 x 10^4', [30000]],
    ['1.5 million', [1.5e6]],
    ['2 dozen', [24]],
    ['twenty-four', [24]],
    ['two hundred and forty-five', [245]],
    ['three thousand one hundred', [3100]],
    ['a hundred', [100]],
    ['1, 2 and 3', [1, 2, 3]],
    ['2 x 12 = 24', [2, 12, 24]],
    ['4 * 10 = 40', [4, 10, 40]],
    ['the 3rd of 5', [3, 5]],
    ['nothing here', []],
  ])('%s', (text, values) => {
    expect(readNumbers(text).map(({ value }) => value)).toEqual(values);
  });

  it('says where a number stands, and that it is a percentage', () => {
    const text = 'about 12.50 % of them';
    const [number] = readNumbers(text);
    expect(text.slice(number.start, number.end)).toBe('12.50 %');
    expect(number).toMatchObject({ value: 12.5, isPercent: true, decimals: 2 });
  });

  it('reads back whatever English writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.integer({ min: 0, max: 99 }), (whole, cents) => {
        const value = whole < 0 ? whole - cents / 100 : whole + cents / 100;
        const written = value.toLocaleString('en-US', { minimumFractionDigits: 2 });
        expect(readNumbers(`It costs ${written} today.`).map((number) => number.value)).toEqual([
          Number(value.toFixed(2)),
        ]);
      }),
    );
  });
});
