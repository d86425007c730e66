/**
 * The whole numbers from 0 to 100 in English words.
 * @module
 */

const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'zero ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** "forty seven". From 0 to 100; throws RangeError otherwise. */
export function numberInWords(number: number): string {
  if (!Number.isInteger(number) || number < 0 || number > 100)
    throw new RangeError(`${number} is no whole number from 0 to 100`);
  if (number === 100) return 'one hundred';
  if (number < 20) return SMALL[number];
  const ones = number % 10;
  return ones === 0 ? TENS[number / 10] : `${TENS[(number - ones) / 10]} ${SMALL[ones]}`;
}
