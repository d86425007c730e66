import { expect, test } from 'vitest';
import { numberWords } from './number-words.ts';

test.each([
  [0, ['zero']],
  [7, ['seven']],
  [42, ['forty two']],
  [100, ['one hundred', 'a hundred']],
  [450, ['four hundred and fifty', 'four hundred fifty', 'four fifty']],
  [1000, ['one thousand', 'a thousand']],
  [1200, ['one thousand two hundred', 'twelve hundred', 'a thousand two hundred']],
  [1984, ['one thousand nine hundred and eighty four', 'nineteen hundred and eighty four', 'nineteen eighty four']],
  [2005, ['two thousand and five', 'two thousand five']],
  [1_250_000, ['one million two hundred and fifty thousand']],
])('%i is said %j', (n, ways) => {
  expect(numberWords(n)).toEqual(expect.arrayContaining(ways));
});

test('what is no whole number, or too large, is not said', () => {
  for (const n of [-1, 1.5, 1e12, Number.NaN]) expect(numberWords(n)).toEqual([]);
});
