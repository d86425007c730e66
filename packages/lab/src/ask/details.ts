/**
 * Which of the details that a request leaves out a reply asks for: by the words that its questions share with each.
 * @module
 */
import type { MissingDetail } from './data/words-case.ts';
import { readQuestions } from './read-questions.ts';

/** Words that every question may hold. */
const COMMON = new Set(
  (
    'a about an and any are as at be by can could do does for from have how i if in into is it its like looking many me much my need of on or ' +
    'other particular please prefer preference preferences preferred so some specific tell that the their there this to type types use used want what when where ' +
    'whether which who will with would you your details detail kind please'
  ).split(' '),
);

/**
 * Positions of the details asked for, each at most once. A question asks for a detail when it holds half of the words of
 * its description, or two words of how one might ask for it (its options among them).
 */
export function detailsAsked(reply: string, missing: readonly MissingDetail[]): readonly number[] {
  const asked = readQuestions(reply)
    .filter(({ kind }) => kind === 'narrowing')
    .map(({ text }) => stems(text));
  return missing.flatMap(({ description, inquiry, options }, k) => {
    const named = stems(description);
    const around = new Set([...named, ...stems(inquiry), ...options.flatMap((option) => [...stems(option)])]);
    const matches = asked.some((words) => share(named, words) >= 0.5 || common(around, words) >= 2);
    return matches ? [k] : [];
  });
}

/** Content words without their commonest endings. */
function stems(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(
    words
      .filter((word) => word.length > 1 && !COMMON.has(word))
      .map((word) => word.replace(/(?:ies|ing|ed|es|s|y)$/, '')),
  );
}

function common(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return [...a].filter((word) => b.has(word)).length;
}

function share(of: ReadonlySet<string>, among: ReadonlySet<string>): number {
  return of.size === 0 ? 0 : common(of, among) / of.size;
}
