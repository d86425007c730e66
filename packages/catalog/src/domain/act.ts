/**
 * What a concierge can do with its turn, about a catalogue.
 * @module
 */
import type { Act } from '@sente/engine';
import type { Wish } from '../table/wish.ts';

/** Something true of the catalogue that is worth saying unasked. Every fact carries the counts behind it. */
export type Fact =
  /** So many items fit everything said so far. */
  | { readonly kind: 'count'; readonly left: number; readonly total: number }
  /**
   * Among those left, `count` of `of` have this value of an attribute that the user has not spoken about: would it do?
   * An influenceable user takes it.
   */
  | {
      readonly kind: 'suggest';
      readonly attribute: number;
      readonly value: number;
      readonly count: number;
      readonly of: number;
    }
  /** Nothing (or almost nothing) fits; giving up these wishes, and no others, would leave `count` items. */
  | {
      readonly kind: 'relax';
      readonly wishes: readonly Wish[];
      readonly count: number;
      /** For a single range: the nearest range that would do, in place of none; `count` is then what fits it. */
      readonly instead?: Wish;
    }
  /** Everything that is left has this value, whether the user cares or not. */
  | { readonly kind: 'shared'; readonly attribute: number; readonly value: number; readonly count: number };

/** One turn of the concierge. At most two facts ride along with any act. */
export type CatalogAct = Act & {
  readonly facts: readonly Fact[];
} & (
    | {
        readonly kind: 'ask';
        readonly attribute: number;
        /** A yes/no question about this value; absent: an open question about the attribute. */
        readonly value?: number;
      }
    | { readonly kind: 'recommend'; readonly items: readonly number[] }
    /** Speaks without asking or recommending; the facts are the whole of it (relaxations when nothing fits). */
    | { readonly kind: 'offer' }
    /** Says that nothing here fits and no relaxation helps, or that it does not know; hands over. */
    | { readonly kind: 'abstain' }
  );
