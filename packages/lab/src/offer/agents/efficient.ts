/**
 * `efficient`: the best assistant that offers nothing and takes no chances. It asks the slot whose values are most
 * spread over the items that still fit (highest entropy), leaves out slots in which those items agree, says at once
 * when nothing fits, and stops asking as soon as the answers could make no difference: when the items that fit, told
 * apart only by the slots still open, are no more than it may show at once.
 *
 * Turned down although everything shown fitted what was said, it goes on asking, for a wish that was not spoken of must
 * have been broken.
 * @module
 */
import type { Catalog, CatalogAct } from '@sente/catalog';
import type { OfferAgent } from '../agent.ts';
import { Notes } from '../notes.ts';
import { ask, recommend, reportFailure, SHOWN } from './plain-acts.ts';

/** Entropy in bits of a slot's values over items, each equally likely. */
export function slotEntropy(catalog: Catalog, items: readonly number[], slot: number): number {
  const counts = new Float64Array(catalog.attributes[slot].values.length);
  const { codes } = catalog.columns[slot];
  for (const item of items) counts[codes[item]]++;
  let bits = 0;
  for (const count of counts) if (count > 0) bits -= (count / items.length) * Math.log2(count / items.length);
  return bits;
}

/** One item of each kind that the open slots tell apart; stops after `most` + 1 kinds. */
export function kinds(catalog: Catalog, items: readonly number[], open: readonly number[], most: number): number[] {
  const found = new Map<string, number>();
  for (const item of items) {
    const key = open.map((slot) => catalog.columns[slot].codes[item]).join();
    if (!found.has(key)) found.set(key, item);
    if (found.size > most) break;
  }
  return [...found.values()];
}

function choose(catalog: Catalog, notes: Notes): CatalogAct {
  const open = notes.open();
  const fitting = notes.fitting();
  if (fitting.length === 0) return reportFailure(catalog);
  const left = notes.left();
  const different = kinds(catalog, left, open, SHOWN);
  if (different.length > 0 && different.length <= SHOWN) return recommend(different);
  // Everything that fits was turned down: the open slots hold the reason, though the items agree in them.
  const spread = left.length > 0 ? left : fitting;
  const bits = open.map((slot) => slotEntropy(catalog, spread, slot));
  const best = bits.indexOf(Math.max(...bits));
  return best >= 0 ? ask(open[best]) : reportFailure(catalog);
}

/** The agent. */
export const efficient: OfferAgent = {
  name: 'efficient',
  prepare: (catalog) => () => {
    const notes = new Notes(catalog);
    return { act: () => choose(catalog, notes), hear: (act, moves) => notes.hear(act, moves) };
  },
};
