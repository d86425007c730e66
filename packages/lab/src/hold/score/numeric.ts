/**
 * Answers that are one number.
 * @module
 */
import type { Json } from '../../probe/played.ts';
import { asksUser, withoutQuestions } from '../reply/questions.ts';
import { type NumberFound, readNumbers } from './read-numbers.ts';
import type { Scorer } from './scorer.ts';

/** Signs that what follows is the answer, strongest first. The last place in the reply counts. */
const MARKS: readonly RegExp[] = [
  /####/g,
  /\\boxed\s*\{/g,
  /\b(?:final\s+)?answer\b[^\n\d]{0,40}?(?:is|are|:|=|→)\s*/gi,
];

/** A sentence that states a result. */
const STATES =
  /(?:=|\b(?:is|are|was|were|has|have|had|be|equals?|total(?:s|ling)?|makes?|gets?|got|costs?|needs?|earns?|spends?|spent|leaves?|left|pays?|paid|in (?:total|all))\b)/i;

/** A reply that weighs cases instead of settling on one. */
const HEDGES = /\b(?:if|assuming|suppose|supposing|in case|depending on|depends on|unless)\b/i;

/** A wish for more to go by. */
const WANTS =
  /\b(?:i(?:'d| would)? (?:also )?(?:need|require)|need(?:s|ed)? (?:to know|more)|(?:isn't|is not|not) enough|cannot (?:be )?(?:determine|say|tell|answer|calculate)|can't (?:be )?(?:determine|say|tell|answer|calculate)|(?:don't|do not) (?:know|have)|missing|please (?:tell|provide|share|give)|unknown|unclear)/i;

/**
 * Scores 1 when the answer equals the gold number, else 0. `gold` is a number, or text whose number after "####" (or whose
 * last one) counts, as in GSM8K. "50%" equals 50 and 0.5; an answer that is rounded to two decimals or more equals a gold
 * that rounds to it.
 */
export const numericScorer: Scorer = {
  answer: 'One number; it may be negative, a decimal or a fraction. Intermediate results are no answer.',
  extract(reply) {
    for (const mark of MARKS) {
      const at = [...reply.matchAll(mark)].at(-1);
      if (at === undefined) continue;
      const after = reply.slice(at.index + at[0].length);
      const number = readNumbers(after.split('\n')[0])[0];
      if (number !== undefined) return after.slice(number.start, number.end).trim();
    }
    const stated = withoutQuestions(reply);
    if (asksUser(reply) || HEDGES.test(stated) || WANTS.test(stated)) return undefined;
    const sentences = stated.split(/(?<=[.!])\s+|\n+/).filter((sentence) => readNumbers(sentence).length > 0);
    const last = sentences.at(-1);
    if (last === undefined || !(STATES.test(last) || readNumbers(last).length === 1)) return undefined;
    const number = readNumbers(last).at(-1) as NumberFound;
    return last.slice(number.start, number.end).trim();
  },
  score(answer, gold) {
    const given = readNumbers(answer).at(-1);
    const wanted = goldNumber(gold);
    return given !== undefined && wanted !== undefined && isEqual(given, wanted) ? 1 : 0;
  },
};

/** The number that a gold answer names; undefined when it names none. */
export function goldNumber(gold: Json): number | undefined {
  if (typeof gold === 'number') return gold;
  if (typeof gold !== 'string') return undefined;
  const numbers = readNumbers(gold.split('####').at(-1) ?? '');
  return numbers.at(-1)?.value;
}

function isEqual(given: NumberFound, wanted: number): boolean {
  const near = (value: number): boolean => Math.abs(value - wanted) <= 1e-9 * Math.max(1, Math.abs(wanted));
  if (near(given.value) || (given.isPercent && near(given.value / 100))) return true;
  const decimals = given.decimals ?? 0;
  return decimals >= 2 && !Number.isInteger(wanted) && Math.abs(given.value - wanted) <= 0.5 * 10 ** -decimals + 1e-12;
}
