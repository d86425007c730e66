/**
 * What a message is heard against: the assistant's last turn, and what stands.
 * @module
 */
import type { Wish } from '../table/wish.ts';

/** Everything is optional: with nothing given, a message is heard as an opening. */
export interface HearContext {
  /** What was just asked; with `value`, whether it should be that value (or, for a suggestion, whether it would do). */
  readonly asked?: { readonly attribute: number; readonly value?: number };
  /** Items recommended last, in the order shown: what "it", "the second one" and "cheaper" are about. */
  readonly recommended?: readonly number[];
  /** Labels of what was just numbered to choose from, such as relaxations. */
  readonly choices?: readonly string[];
  /** Labels of what may be chosen by its own words, while the numbers mean the items recommended. */
  readonly named?: readonly string[];
  /** Wishes that stand. */
  readonly wishes?: readonly Wish[];
}
