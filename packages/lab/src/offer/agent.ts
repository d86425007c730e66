/**
 * Who can be measured: anybody that takes turns about a catalogue.
 * @module
 */
import type { Catalog, CatalogAct, Move } from '@sente/catalog';
import type { Random } from '@sente/engine';

/** One conversation, from the assistant's side. */
export interface OfferTalk {
  /** The assistant's turn. */
  act(random: Random): CatalogAct;
  /** The user's turn after `act`. */
  hear(act: CatalogAct, moves: readonly Move[]): void;
}

/** An assistant. It sees the table and what is said, never the user. */
export interface OfferAgent {
  readonly name: string;
  /** Work that is done once per table; the function returned begins a conversation. */
  prepare(catalog: Catalog): () => OfferTalk;
}
