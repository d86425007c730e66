/**
 * Openings that say no more than that something is wanted: "I'd like to go hiking somewhere", "can you help me?". They
 * are no misunderstanding: everything is open, and nothing needs to be said about the words.
 * @module
 */

import { isOrdinary } from '../hear/ordinary.ts';
import { fold, tokenise } from '../hear/tokens.ts';
import type { CatalogIndex } from '../index/catalog-index.ts';
import type { Move } from '../table/wish.ts';

/** What people say of wanting something, whatever the shop sells. */
const WANTING =
  /^(?:looking|look|find|search|help|idea|ideas|something|somewhere|anything|nice|good|great|holiday|holidays|vacation|break|getaway|away|book|buy|plan|planning|thinking|interested|recommendation|advice|suggestion|suggestions|suitable|right|time|next|year|summer|weekend|trip|new|shopping|purchase|gift|present|decide|choose|sure|outdoors|outdoor|nature|adventure|fresh|air|love|enjoy|fancy|friend|friends|partner|wife|husband|family|kids|together|hello|hi|hey)$/;

const vocabularies = new WeakMap<CatalogIndex, ReadonlySet<string>>();

/** Words for the table's own things: its name and its noun, with what is made of them ("hike", "hiking", "hikes"). */
function vocabulary(index: CatalogIndex): ReadonlySet<string> {
  const known = vocabularies.get(index);
  if (known) return known;
  const { name, noun } = index.catalog;
  const stems = [name, noun.one, noun.many].flatMap((text) => tokenise(text).map(({ text: word }) => stem(word)));
  const made = new Set(stems);
  vocabularies.set(index, made);
  return made;
}

function stem(word: string): string {
  return fold(word).replace(/(?:ing|ers?|es|e|s)$/, '');
}

/** Whether words are about nothing in particular. */
function isVague(index: CatalogIndex, words: string): boolean {
  const known = vocabulary(index);
  return tokenise(words).every(
    ({ kind, text }) => kind === 'symbol' || WANTING.test(text) || known.has(stem(text)) || isOrdinary(text),
  );
}

/** Whoever still wants something is not leaving: "… if that's all right". */
const STAYS: ReadonlySet<Move['kind']> = new Set(['wish', 'withdraw', 'compare', 'show', 'question', 'count'] as const);

/** The moves without misunderstandings that are none, without goodbyes that are none, and each of them once. */
export function hearPlainly(index: CatalogIndex, moves: readonly Move[]): Move[] {
  const stays = moves.some(({ kind }) => STAYS.has(kind));
  const told = moves.map((move) => JSON.stringify(move));
  return moves.filter((move, at) => {
    if (told.indexOf(told[at]) < at || (stays && move.kind === 'bye')) return false;
    return move.kind !== 'unclear' || !isVague(index, move.words);
  });
}
