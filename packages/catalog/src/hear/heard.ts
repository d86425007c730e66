/**
 * What every part of hearing one message shares.
 * @module
 */
import type { Catalog } from '../table/catalog.ts';
import type { HearContext } from './context.ts';
import type { Lexicon } from './lexicon.ts';
import type { Orders } from './orders.ts';
import type { Scale } from './scales.ts';
import type { Token } from './tokens.ts';

/** One message, on its way to being understood. */
export interface Heard {
  readonly catalog: Catalog;
  readonly lexicon: Lexicon;
  readonly scales: readonly Scale[];
  readonly orders: Orders;
  readonly context: HearContext;
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** The user's own words, from one token to before another. */
export function wordsOf(heard: Heard, from: number, to: number): string {
  if (to <= from) return '';
  return heard.text.slice(heard.tokens[from].start, heard.tokens[to - 1].end);
}
