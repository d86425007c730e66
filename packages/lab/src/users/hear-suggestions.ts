/**
 * What an assistant holds out without asking for it: values, and prices.
 * @module
 */
import type { Shop } from '../shop/shop.ts';
import type { PriceNamed, Suggested } from './hear-assistant.ts';
import type { Mention } from './lexicon.ts';
import { INVITATION, type Sentence } from './sentences.ts';

/** Values held out with an invitation ("…; say so if that suits you") or followed by "Would that do?". */
export function suggestionsIn(
  shop: Shop,
  sentences: readonly Sentence[],
  within: (sentence: Sentence) => Mention[],
): Suggested[] {
  const suggested: Suggested[] = [];
  sentences.forEach((sentence, i) => {
    const next = sentences[i + 1];
    const invites =
      INVITATION.test(sentence.text) ||
      (next && !next.asks && !next.listed && within(next).length === 0 && INVITATION.test(next.text)) ||
      (next?.asks &&
        !next.listed &&
        within(next).length === 0 &&
        /\b(?:that|this) (?:do|all right|suit|work|ok|okay|be)|take that|interest you|sound/.test(next.text));
    const counts =
      /\b(?:\d[\d,]*|most|many|half|all) (?:of|that|fit|are|have|allow|go|cost|include|offer)\b|\bcommon\b|\bpopular\b|\bsuggest\b/.test(
        sentence.text,
      );
    if (sentence.listed || sentence.asks || !invites || !(counts || INVITATION.test(sentence.text))) return;
    for (const { attribute, value, negated } of within(sentence)) {
      if (suggested.some((other) => other.attribute === attribute)) continue;
      if (shop.catalog.attributes[attribute].type === 'boolean') {
        suggested.push({ attribute, value: negated !== (value === 1) ? 1 : 0 });
      } else if (value !== undefined && !negated) suggested.push({ attribute, value });
    }
  });
  return suggested;
}

/** Prices outside bounds, each with the item named before it on the same line. */
export function pricesIn(
  shop: Shop,
  mentions: readonly Mention[],
  found: readonly { readonly item: number; readonly at: number }[],
  rest: string,
): PriceNamed[] {
  const price = shop.catalog.attributes.findIndex(({ role }) => role === 'price');
  return mentions.flatMap(({ attribute, low, high, from }) => {
    if (attribute !== price || low === undefined || low !== high) return [];
    const last = found.findLast(({ at }) => at < from && !rest.slice(at, from).includes('\n'));
    return [{ amount: low, ...(last && { item: last.item }) }];
  });
}
