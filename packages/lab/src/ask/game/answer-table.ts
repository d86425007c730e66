/**
 * The user's side of guess-who: hears questions about the table in the assistant's words, and answers them truly.
 * @module
 */
import type { Shop } from '../../shop/shop.ts';
import { type AskedAbout, hearAssistant } from '../../users/hear-assistant.ts';
import { answersOf, valuesOf } from '../table-bits.ts';

/** What the user says, and which items that leaves. */
interface TableAnswer {
  readonly text: string;
  /** The secret was named. */
  readonly found: boolean;
  /** The questions that were answered. */
  readonly questions: readonly AskedAbout[];
  /** Items that are still possible after it. */
  readonly left: readonly number[];
}

/** Items named in one turn that are looked at: a guess. */
const GUESSED = 3;
/** Questions answered in one turn. */
const ANSWERED = 2;

/**
 * Answers a turn. An open question is answered with all values of the secret, a number with the range of the table that it
 * lies in: people know such things roughly, and a price to the euro would give the game away.
 */
export function answerTable(shop: Shop, secret: number, left: readonly number[], turn: string): TableAnswer {
  const heard = hearAssistant(shop, turn);
  const guessed = heard.items.slice(0, GUESSED);
  if (guessed.includes(secret)) return { text: 'Yes, that is it!', found: true, questions: [], left: [secret] };
  const questions = heard.questions.slice(0, ANSWERED);
  const parts = questions.map((question) => answer(shop, secret, question));
  if (guessed.length > 0) parts.unshift(guessed.length === 1 ? 'No, it is not that one.' : 'No, it is none of those.');
  const possible = left.filter(
    (item) => !guessed.includes(item) && questions.every((question) => sameAnswer(shop, question, item, secret)),
  );
  const text = parts.length > 0 ? parts.join(' ') : 'I cannot say. Ask me something else about it.';
  return { text, found: false, questions, left: possible };
}

function answer({ catalog }: Shop, secret: number, { attribute, value }: AskedAbout): string {
  const { values, type, label } = catalog.attributes[attribute];
  const own = valuesOf(catalog, attribute, secret);
  if (value !== undefined) return own.includes(value) ? 'Yes.' : 'No.';
  if (type === 'boolean') return own[0] === 0 ? 'Yes.' : 'No.';
  if (own.length === 0) return `It has no ${label}.`;
  return `${own.map((one) => values[one]).join(' and ')}.`;
}

function sameAnswer({ catalog }: Shop, question: AskedAbout, item: number, secret: number): boolean {
  return answersOf(catalog, question, item, 'all')[0] === answersOf(catalog, question, secret, 'all')[0];
}
