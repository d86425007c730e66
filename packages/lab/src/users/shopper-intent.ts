/**
 * What a shopper of the lab comes with.
 * @module
 */
import type { Wish } from '@sente/catalog';

/** A wish that does not last: said first, and later taken back or replaced. */
export interface ChangedWish {
  /** What is said at first. */
  readonly said: Wish;
  /** What it becomes; absent: it is withdrawn. Stands among the shopper's `wishes` then. */
  readonly then?: Wish;
  /** After how many other wishes the change of mind comes out. */
  readonly after: number;
}

/** One shopper's intent. JSON. */
export interface ShopperIntent {
  /** What is wanted in the end, in the order in which it comes out. */
  readonly wishes: readonly Wish[];
  /** Items that keep every wish. */
  readonly acceptable: readonly number[];
  readonly changes?: readonly ChangedWish[];
  /** The most that is paid, where the price is bargained over. */
  readonly limit?: number;
  /** What the shopper would tell about themselves, by goal of the assistant's agenda. */
  readonly about?: Readonly<Record<string, string>>;
  /** Whether something acceptable, once shown, is taken; otherwise it is only looked at. */
  readonly buys: boolean;
}
