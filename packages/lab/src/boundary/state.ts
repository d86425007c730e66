/**
 * Where a conversation in the pocket shop stands, for one who understood every word: all that the best next act depends on.
 * @module
 */
import {
  ATTRIBUTE_NAMES,
  type Attribute,
  BAGS,
  type Bag,
  bagNumber,
  fits,
  type Hurry,
  type Reliability,
  type Wishes,
} from '@sente/pocket';

/** A value: no method changes it. */
export interface ShopState {
  /** What was said. The bag in mind is one of those that fit and were not refused, each equally likely. */
  readonly wishes: Wishes;
  /** Attributes of which the user has said that it does not know. */
  readonly unanswerable: readonly Attribute[];
  /** Bags that were recommended and are not the one. */
  readonly wrong: readonly Bag[];
  readonly hurry: Hurry;
  readonly reliability: Reliability;
  /** User turns left, 0 … PATIENCE. */
  readonly turns: number;
}

/** Bags that may still be the one in mind. */
export function remaining({ wishes, wrong }: Pick<ShopState, 'wishes' | 'wrong'>): readonly Bag[] {
  const refused = new Set(wrong.map(bagNumber));
  return BAGS.filter((bag) => fits(bag, wishes) && !refused.has(bagNumber(bag)));
}

/** Attributes about which something is left to ask: more than one value would do, and the user may know. */
export function askable({ wishes, unanswerable }: ShopState): readonly Attribute[] {
  return ATTRIBUTE_NAMES.filter((attribute) => wishes[attribute].length > 1 && !unanswerable.includes(attribute));
}
