/**
 * Whether two sentences say the same, roughly: by the words that carry meaning. For recognising an offer or a question
 * that was made before, in other words.
 * @module
 */

/** Share of the smaller set of words that must be common, and how many at least: one word is no evidence. */
const ENOUGH = 0.6;
const LEAST = 2;

/** True when most of the meaning words of the shorter text are in the other; or when both are the same to the letter. */
export function alike(a: string, b: string): boolean {
  if (a.trim().toLowerCase() === b.trim().toLowerCase()) return true;
  const one = meaningWords(a);
  const other = meaningWords(b);
  const least = Math.min(one.size, other.size);
  if (least === 0) return false;
  let common = 0;
  for (const word of one) if (other.has(word)) common += 1;
  return common >= LEAST && common / least >= ENOUGH;
}

/** Words of four letters or more, cut to their first six: a stem good enough for most European languages. */
function meaningWords(text: string): ReadonlySet<string> {
  const words =
    text
      .toLowerCase()
      .normalize('NFKC')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(
    words.filter((word) => word.length > 3 || /\d|[^\p{Script=Latin}]/u.test(word)).map((word) => word.slice(0, 6)),
  );
}
