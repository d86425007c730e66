/**
 * Numbers written out in English words.
 * @module
 */

const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

const UNITS: ReadonlyMap<string, number> = new Map([
  ...SMALL.map((word, value) => [word, value] as const),
  ...TENS.map((word, index) => [word, 20 + 10 * index] as const),
]);

/** Words that multiply what stands before them. */
export const SCALES: ReadonlyMap<string, number> = new Map([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
]);

const NAMES = [...UNITS.keys(), ...SCALES.keys()].sort((a, b) => b.length - a.length).join('|');

/** Source of a pattern that matches a run of number words: "two hundred and forty-five". */
export const NUMBER_WORDS: string = `\\b(?:${NAMES})(?:(?:[\\s-]+(?:and\\s+)?)(?:${NAMES}))*\\b`;

/** The value of a run that `NUMBER_WORDS` matches; undefined for runs that are no number ("one two"). */
export function readNumberWords(text: string): number | undefined {
  let total = 0;
  let part: number | undefined;
  let room = Number.POSITIVE_INFINITY;
  for (const word of text.toLowerCase().split(/[\s-]+/)) {
    if (word === 'and') continue;
    const unit = UNITS.get(word);
    const scale = SCALES.get(word);
    if (unit !== undefined) {
      // "twenty five" adds up; "five twenty" are two numbers.
      if (unit >= room) return undefined;
      part = (part ?? 0) + unit;
      room = unit >= 20 ? 10 : 0;
    } else if (scale === 100 || scale === 12) {
      part = (part ?? 1) * scale;
      room = 100;
    } else if (scale !== undefined) {
      total += (part ?? 1) * scale;
      part = undefined;
      room = Number.POSITIVE_INFINITY;
    }
  }
  return total + (part ?? 0);
}
