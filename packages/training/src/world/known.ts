/**
 * What the conversation so far says: all that an assistant could know, nothing of what the user has in mind besides.
 * @module
 */
import { type Attribute, type Bag, bagNumber, fits, type Wishes } from '@sente/pocket';

/** The state of a conversation as both sides have heard it. */
export interface Known {
  /** For each attribute the values that would do. */
  readonly wishes: Wishes;
  /** Bags that were recommended and not taken. */
  readonly rejected: readonly Bag[];
  /** Attributes about which the user was asked and did not know. */
  readonly unanswerable: readonly Attribute[];
  /** User turns after the opening. */
  readonly turns: number;
  /** The user asked what this bag costs. */
  readonly priceOf?: Bag;
}

/** Whether a bag fits all that was said and was not turned down. */
export function isPossible(bag: Bag, { wishes, rejected }: Known): boolean {
  return fits(bag, wishes) && !rejected.some((other) => bagNumber(other) === bagNumber(bag));
}
