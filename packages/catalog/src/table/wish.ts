/**
 * What a user wants of one attribute.
 * @module
 */

/** One wish. `attribute` and `values` are positions in `Catalog.attributes` and `Attribute.values`. */
export type Wish =
  /** One of these values (a list attribute: contains at least one of them). */
  | { readonly kind: 'is'; readonly attribute: number; readonly values: readonly number[] }
  /** None of these values. */
  | { readonly kind: 'not'; readonly attribute: number; readonly values: readonly number[] }
  /** A number within bounds, both inclusive unless `exclusive`; a missing bound is open. */
  | {
      readonly kind: 'range';
      readonly attribute: number;
      readonly low?: number;
      readonly high?: number;
      readonly exclusive?: boolean;
    };

/** What the user did in one turn, part by part, in the order said. */
export type Move =
  /** A wish, with the words it came from. A later wish about the same attribute replaces an earlier one unless `also`. */
  | { readonly kind: 'wish'; readonly wish: Wish; readonly words: string; readonly also?: boolean }
  /** Takes a wish back: "forget the price". */
  | { readonly kind: 'withdraw'; readonly attribute: number; readonly words: string }
  /** Does not mind: about an attribute, or about what was just asked when `attribute` is absent. */
  | { readonly kind: 'indifferent'; readonly attribute?: number }
  /** Does not know: likewise. */
  | { readonly kind: 'unknown'; readonly attribute?: number }
  /** Yes, or no, to what was just asked or offered. */
  | { readonly kind: 'yes' }
  | { readonly kind: 'no' }
  /** Takes a recommended item ("the second one", "I'll take it"); `rank` counts from 1 in the last list. */
  | { readonly kind: 'accept'; readonly rank?: number }
  /** Turns down what was recommended ("none of these", "something else"). */
  | { readonly kind: 'reject'; readonly rank?: number }
  /** Wants more or less of a number than the last recommendation ("cheaper", "bigger screen"). */
  | {
      readonly kind: 'compare';
      readonly attribute: number;
      readonly direction: 'less' | 'more';
      readonly words: string;
    }
  /** Chooses one of several numbered things that were shown, such as relaxations; counts from 1. */
  | { readonly kind: 'choose'; readonly number: number }
  | { readonly kind: 'why' }
  | { readonly kind: 'undo' }
  | { readonly kind: 'restart' }
  /** Asks how many items are left, or how many there are of something. */
  | { readonly kind: 'count'; readonly wish?: Wish }
  /** Asks about the items: "does it have a fan?", "what colours are there?"; `rank` as above, absent = the last one shown. */
  | {
      readonly kind: 'question';
      readonly attribute: number;
      readonly values?: readonly number[];
      readonly rank?: number;
    }
  /** Wants to see items now ("show me", "just recommend something"). */
  | { readonly kind: 'show' }
  | { readonly kind: 'greet' }
  | { readonly kind: 'thank' }
  | { readonly kind: 'bye' }
  /** Something that could not be made sense of; `nearest` are values that look like it. */
  | {
      readonly kind: 'unclear';
      readonly words: string;
      readonly nearest: readonly { readonly attribute: number; readonly value: number }[];
    };
