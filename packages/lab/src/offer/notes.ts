/**
 * What a simple assistant keeps of what was said.
 * @module
 */
import type { Catalog, CatalogAct, Move } from '@sente/catalog';
import { matchingItems } from './matching.ts';

/** Wishes, slots that do not matter, and items that were turned down. */
export class Notes {
  readonly #catalog: Catalog;
  readonly #wishes = new Map<number, number>();
  readonly #indifferent = new Set<number>();
  readonly #rejected = new Set<number>();

  constructor(catalog: Catalog) {
    this.#catalog = catalog;
  }

  /** Takes down the user's turn. */
  hear(act: CatalogAct, moves: readonly Move[]): void {
    if (act.kind === 'recommend' && moves.some((move) => move.kind === 'reject')) {
      for (const item of act.items) this.#rejected.add(item);
    }
    for (const move of moves) {
      if (move.kind === 'wish' && move.wish.kind === 'is') this.#note(move.wish.attribute, move.wish.values[0]);
      if (move.kind === 'indifferent' && move.attribute !== undefined) this.#note(move.attribute, undefined);
    }
  }

  #note(slot: number, value: number | undefined): void {
    const before = this.#wishes.get(slot);
    // Somebody who wants something else than before may like what they turned down before.
    if (before !== undefined && before !== value) this.#rejected.clear();
    if (value === undefined) {
      this.#wishes.delete(slot);
      this.#indifferent.add(slot);
    } else {
      this.#wishes.set(slot, value);
      this.#indifferent.delete(slot);
    }
  }

  /** Slots that were not spoken about, in column order. */
  open(): number[] {
    return this.#catalog.attributes
      .map((_, slot) => slot)
      .filter((slot) => !this.#wishes.has(slot) && !this.#indifferent.has(slot));
  }

  /** Items that break no wish spoken so far, turned down or not. */
  fitting(): number[] {
    return matchingItems(this.#catalog, this.#wishes);
  }

  /** The same without those that were turned down. */
  left(): number[] {
    return this.fitting().filter((item) => !this.#rejected.has(item));
  }
}
