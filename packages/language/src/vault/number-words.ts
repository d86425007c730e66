/**
 * A number in English words, in the ways in which people say it.
 * @module
 */

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = '_ _ twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const SCALES: readonly (readonly [number, string])[] = [
  [1_000_000_000, 'billion'],
  [1_000_000, 'million'],
  [1000, 'thousand'],
  [100, 'hundred'],
];

/** Largest number that is said in words. */
const LARGEST = 999_999_999_999;

function below100(n: number): string {
  if (n < 20) return ONES[n];
  return n % 10 === 0 ? TENS[n / 10] : `${TENS[Math.floor(n / 10)]} ${ONES[n % 10]}`;
}

/** "and" stands before the last two digits where it is used. */
function say(n: number, and: string): string {
  if (n < 100) return below100(n);
  const [scale, name] = SCALES.find(([size]) => n >= size)!;
  const rest = n % scale;
  const head = `${say(Math.floor(n / scale), and)} ${name}`;
  if (rest === 0) return head;
  return `${head} ${rest < 100 ? and : ''}${say(rest, and)}`;
}

/** Ways to say a whole number from 0: with and without "and", "twelve hundred", "four fifty". Empty beyond 999,999,999,999. */
export function numberWords(n: number): readonly string[] {
  if (!Number.isInteger(n) || n < 0 || n > LARGEST) return [];
  const ways = [say(n, 'and '), say(n, '')];
  const rest = n % 100;
  const head = Math.floor(n / 100);
  if (n > 1000 && n < 10_000 && head % 10 !== 0) {
    ways.push(`${below100(head)} hundred${rest === 0 ? '' : ` and ${below100(rest)}`}`);
    if (rest !== 0) ways.push(`${below100(head)} hundred ${below100(rest)}`);
  }
  if (n > 100 && n < 10_000 && rest >= 10) ways.push(`${below100(head)} ${below100(rest)}`);
  if (n >= 100 && n < 200) ways.push(...ways.map((way) => way.replace(/^one hundred/u, 'a hundred')));
  if (n >= 1000 && n < 2000) ways.push(...ways.map((way) => way.replace(/^one thousand/u, 'a thousand')));
  return [...new Set(ways)];
}
