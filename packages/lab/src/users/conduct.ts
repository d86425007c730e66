/**
 * The meter of simulated users: what one said, against what it came with. Reads words alone, so users played by a model
 * are measured like scripted ones.
 *
 * - leaks: turns that told more than they should: over two wishes unasked, an answer of the far side of a change before
 *   the change, the most that is paid, or an acceptable item that nobody had named;
 * - contradictions: turns that said something that the intent rules out, or took what it does not accept;
 * - swaps: turns spoken as if by the assistant;
 * - stopped early: left though not served, with hope and patience;
 * - variety: distinct two-word sequences by all (distinct-2, Li et al. 2016, arXiv 1510.03055).
 * @module
 */
import type { Shop } from '../shop/shop.ts';
import { userFaults } from './conduct-faults.ts';
import { hearAssistant } from './hear-assistant.ts';
import { plainText } from './lexicon.ts';
import type { ShopperIntent } from './shopper-intent.ts';
import { MOST_ANSWERS } from './shopper-mind.ts';
import type { Temperament, UserConduct } from './user.ts';

/** A conversation to measure a user in. */
export interface ConductInput {
  readonly shop: Shop;
  readonly intent: ShopperIntent;
  readonly temperament: Temperament;
  readonly turns: readonly { readonly speaker: string; readonly text: string }[];
  /** Whether the user ended it. */
  readonly left: boolean;
  /** Attributes about which noise was asked for. */
  readonly noisy?: readonly number[];
}

const SWAP =
  /^\s*(?:assistant|agent|concierge)\s*:|\b(?:how (?:can|may) i (?:help|assist)|i(?:'d| would)? recommend\b|here are (?:some|the|a few|my|\d+)\b|my (?:top )?(?:pick|recommendation) (?:is|for you)\b|would you like me to|as an ai\b|i can offer you|which \w+ would you (?:like|prefer)|what is your budget|let me know if you have any|happy to help|you might (?:like|enjoy)|shall i book)/;

/** Measures. Counts are of turns. */
export function measureConduct(input: ConductInput): UserConduct {
  const { turns } = input;
  const spoken = turns.filter(({ speaker }) => speaker === 'user').map(({ text }) => text);
  const faults = userFaults(input);
  const count = (kind: string): number =>
    new Set(faults.filter((fault) => fault.kind === kind).map(({ turn }) => turn)).size;
  const swaps = spoken.filter(isSwap).length;
  return {
    leaks: count('leak'),
    contradictions: count('contradiction'),
    swaps,
    stoppedEarly: stoppedEarly(input) ? 1 : 0,
    variety: distinctPairs(spoken),
  };
}

/** Whether a turn is spoken as if by the assistant. */
export function isSwap(text: string): boolean {
  return SWAP.test(plainText(text));
}

/** Distinct two-word sequences by all of them, 0 … 1; 1 where there are none. */
export function distinctPairs(texts: readonly string[]): number {
  const pairs = texts.flatMap((text) => {
    const words = plainText(text).match(/[\p{L}\p{N}'€]+/gu) ?? [];
    return words.slice(1).map((word, i) => `${words[i]} ${word}`);
  });
  return pairs.length === 0 ? 1 : new Set(pairs).size / pairs.length;
}

/** Left with hope and patience: nothing wanted was shown, nothing was said to fit, and it had not waited long. */
function stoppedEarly({ shop, intent, temperament, turns, left }: ConductInput): boolean {
  if (!left) return false;
  const heard = turns.filter(({ speaker }) => speaker !== 'user').map(({ text }) => hearAssistant(shop, text));
  const served = heard.some(({ items }) => items.some((item) => intent.acceptable.includes(item)));
  const hopeless = intent.acceptable.length === 0 && heard.some(({ nothingFits }) => nothingFits);
  const known = new Set<number>();
  let fruitless = 0;
  for (const { questions, isOpen } of heard) {
    const isNew = questions.some(({ attribute }) => !known.has(attribute)) || isOpen;
    for (const { attribute } of questions.slice(0, MOST_ANSWERS)) known.add(attribute);
    if (!isNew) fruitless++;
  }
  return !served && !hopeless && fruitless <= temperament.patience;
}
