/**
 * The simple rules of this probe. All of them talk like the scripted assistant; they differ in what they foresee.
 * @module
 */
import type { Agent, Scene, Talk } from '../agent/agent.ts';
import { NoShopError } from '../agent/shop-talk.ts';
import type { Shop } from '../shop/shop.ts';
import { plainText } from '../users/lexicon.ts';
import { baseRates, foreseeByRates } from './base-rates.ts';
import { NeutralAssistant } from './neutral-assistant.ts';
import { uniform } from './score.ts';

/** Chances of the candidates after what was said, the assistant's last words being `assistant`. */
type Foresees = (
  shop: Shop,
  next: readonly string[],
  assistant: string,
  said: readonly string[],
) => Promise<readonly number[]> | readonly number[];

/** Says nothing about what comes: equal chances. */
export const uniformRule: Agent = rule('uniform', (_, next) => uniform(next.length));

/** Always certain of the first candidate. */
export const firstRule: Agent = rule('always-first', (_, next) => next.map((_text, i) => (i === 0 ? 1 : 0)));

/** Always certain of the longest candidate: where the true turn stands out by its length, this finds it. */
export const longestRule: Agent = rule('longest', (_, next) => {
  const longest = next.reduce((most, text, i) => (text.length > next[most].length ? i : most), 0);
  return next.map((_text, i) => (i === longest ? 1 : 0));
});

/** By the kind of the turn alone. */
export const baseRatesRule: Agent = rule('base-rates', async (shop, next, assistant) =>
  foreseeByRates(shop, await baseRates(shop), assistant, next),
);

/** People go on as they began: chances by the share of a candidate's words that the user has used before. */
export const echoRule: Agent = rule('echo', (_, next, __, said) => {
  const known = new Set(said.flatMap(wordsOf));
  const shares = next.map((text) => {
    const words = wordsOf(text);
    return 0.05 + words.filter((word) => known.has(word)).length / Math.max(1, words.length);
  });
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => share / sum);
});

function wordsOf(text: string): string[] {
  return plainText(text).match(/[\p{L}\p{N}']+/gu) ?? [];
}

function rule(name: string, foresees: Foresees): Agent {
  return {
    name,
    needsModel: false,
    begin: ({ shop }: Scene) => {
      if (!shop) throw new NoShopError(name);
      return talk(shop, foresees, new NeutralAssistant(shop), [], '');
    },
  };
}

function talk(
  shop: Shop,
  foresees: Foresees,
  assistant: NeutralAssistant,
  said: readonly string[],
  words: string,
): Talk {
  let heard = said;
  let last = words;
  return {
    async say(text) {
      heard = [...heard, text];
      last = assistant.say(text);
      return { text: last };
    },
    foresee: async (next) => foresees(shop, next, last, heard),
    fork: () => talk(shop, foresees, assistant.copy(), heard, last),
  };
}
