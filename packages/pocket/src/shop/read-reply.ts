/**
 * What a reply of the assistant in the pocket shop does, read off its words.
 * @module
 */
import { ATTRIBUTE_NAMES, ATTRIBUTES, type Attribute, type Bag } from './bags.ts';

/** What was read. */
export type ReplyMeaning =
  | { readonly act: 'recommend'; readonly bag: Bag; readonly words: number }
  | { readonly act: 'ask'; readonly attribute: Attribute; readonly words: number }
  | { readonly act: 'answer'; readonly price: number; readonly words: number }
  | { readonly act: 'abstain'; readonly words: number }
  /** None of these: a bag half named, a question about nothing, no words. */
  | { readonly act: 'unclear'; readonly words: number };

const NUMBERS: Readonly<Record<string, number>> = {
  ten: 10,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
};

/**
 * Reads a reply. The first that is found counts, in this order: a whole bag (three values, one of each attribute, in any
 * order, none named twice), a question (a question mark, one attribute by its name), a price, "do not know". A reply that
 * names a bag is a recommendation even if it ends in a question mark ("how about the small red leather bag ?").
 */
export function readReply(text: string): ReplyMeaning {
  const spoken: readonly string[] = text.toLowerCase().match(/[a-z]+|[?]/g) ?? [];
  const words = spoken.filter((word) => word !== '?').length;
  const named = ATTRIBUTE_NAMES.map((attribute) => [
    ...new Set(
      spoken.map((word) => (ATTRIBUTES[attribute] as readonly string[]).indexOf(word)).filter((at) => at >= 0),
    ),
  ]);
  if (named.every((values) => values.length === 1)) {
    return { act: 'recommend', bag: { size: named[0][0], colour: named[1][0], material: named[2][0] }, words };
  }
  if (spoken.includes('?')) {
    const asked = ATTRIBUTE_NAMES.filter((attribute) => spoken.includes(attribute));
    if (asked.length === 1) return { act: 'ask', attribute: asked[0], words };
  }
  const price = readPrice(spoken);
  if (price !== undefined) return { act: 'answer', price, words };
  if (/\b(do not|cannot|can not) (know|say|help)\b/.test(spoken.join(' '))) return { act: 'abstain', words };
  return { act: 'unclear', words };
}

/** "thirty five euros" is 35. */
function readPrice(spoken: readonly string[]): number | undefined {
  const at = spoken.findIndex((word, place) => word in NUMBERS && spoken.slice(place, place + 3).includes('euros'));
  if (at < 0) return undefined;
  return NUMBERS[spoken[at]] + (spoken[at + 1] === 'five' ? 5 : 0);
}
