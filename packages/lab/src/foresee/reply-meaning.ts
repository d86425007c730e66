/**
 * What a shopper's turn comes to, in the lab's own reading: its kind, and what it tells. Two turns that mean the same
 * cannot be told apart by anybody, and must not stand beside each other as candidates.
 * @module
 */
import type { Shop } from '../shop/shop.ts';
import { lexiconOf, plainText } from '../users/lexicon.ts';

/** Kinds of turns, by what comes first in this list. */
const REPLY_KINDS = [
  'takes',
  'leaves',
  'changes',
  'wishes',
  'turns down',
  'does not know',
  'does not mind',
  'yes',
  'no',
  'other',
] as const;

/** A kind of turn. */
export type ReplyKind = (typeof REPLY_KINDS)[number];

const SIGNS: Readonly<Record<Exclude<ReplyKind, 'wishes' | 'other'>, RegExp>> = {
  takes:
    /\b(?:i'll take|i take it|looks (?:good|lovely)|what i was after|what i had in mind|i'll book|i'd like to book)\b/,
  leaves: /\b(?:bye|goodbye)\b/,
  changes: /\b(?:forget about|forget the|drop the|changed my mind|actually|on second thoughts|any more)\b/,
  'turns down': /\b(?:none of (?:these|those)|not that one|something else|another one)\b/,
  'does not know': /\b(?:don't know|no idea|not sure|can't say)\b/,
  'does not mind': /\b(?:don't mind|doesn't matter|no preference)\b/,
  yes: /^\W*(?:oh )?(?:yes|yep|yeah|sure)\b/,
  no: /^\W*(?:oh )?(?:no|nope|not)\b/,
};

/** The kind of a turn. */
export function replyKind(shop: Shop, text: string): ReplyKind {
  const plain = plainText(text);
  for (const kind of ['takes', 'leaves', 'changes'] as const) if (SIGNS[kind].test(plain)) return kind;
  if (toldIn(shop, plain).length > 0) return 'wishes';
  for (const kind of ['turns down', 'does not know', 'does not mind', 'yes', 'no'] as const)
    if (SIGNS[kind].test(plain)) return kind;
  return 'other';
}

/** A string that is equal for turns that come to the same. */
export function replyMeaning(shop: Shop, text: string): string {
  const plain = plainText(text);
  const items = lexiconOf(shop)
    .items(plain)
    .found.map(({ item }) => item);
  const down = SIGNS['turns down'].test(plain);
  return JSON.stringify([replyKind(shop, text), down, items, toldIn(shop, plain)]);
}

function toldIn(shop: Shop, plain: string): readonly string[] {
  const lexicon = lexiconOf(shop);
  const told = lexicon.mentions(lexicon.items(plain).rest).flatMap(({ attribute, value, low, high, negated }) => {
    const isBoolean = shop.catalog.attributes[attribute].type === 'boolean';
    if (value === undefined && low === undefined && high === undefined && !isBoolean) return [];
    return [JSON.stringify([attribute, value, low, high, negated])];
  });
  return [...new Set(told)].sort();
}
