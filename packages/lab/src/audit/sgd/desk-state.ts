/**
 * A service desk in the middle of a conversation, as the planner sees it: counts and chances, no words.
 * @module
 */
import type { Act, ActKind } from '@sente/engine';
import { ACT_OF, type Label, mainLabel } from './labels.ts';

/** `unmet`: the user waits for something; `report`: the service has answered; `settled`: nothing is open; `ended`. */
type Step = 'unmet' | 'report' | 'settled' | 'ended';

/** Where the conversation stands. */
export interface DeskState {
  readonly step: Step;
  /** What is wanted does something in the world. */
  readonly isTransaction: boolean;
  /** Required values that nobody has given. */
  readonly open: number;
  /** Chance of guessing one of them right. */
  readonly guess: number;
  /** Chance that the values that are given are what the user wants; 1 once they were read back and agreed to. */
  readonly sure: number;
  /** The user asked for facts and waits for them. */
  readonly asked: boolean;
  /** The facts asked for are at hand. */
  readonly canTell: boolean;
  /** Chance that what the service answered is what was wanted (`report`): 0 or 1 once it is known. */
  readonly fits: number;
  /** The service's answer is new: the user knows nothing of it yet. */
  readonly isFresh: boolean;
  /** Something near to what was wanted could be offered in its place. */
  readonly hasAlternative: boolean;
  /** An item was shown, and the user is still looking at it. */
  readonly isOnTable: boolean;
  /** Items that could be shown now without looking further. */
  readonly left: number;
  /** Chance that the user goes along with the next step that the service has; 0 when it has none. */
  readonly follows: number;
  /** Chance that the user has another request. */
  readonly more: number;
  /** R\* so far. */
  readonly paid: number;
}

/** One thing the desk could do: one or more labels, and the service's call before it where it needs one. */
export interface DeskAct extends Act {
  readonly labels: readonly Label[];
  readonly isLookup: boolean;
}

/** An act of these labels. */
export function say(...labels: Label[]): DeskAct {
  return { kind: ACT_OF[mainLabel(labels)!], id: labels.join('+'), labels, isLookup: false };
}

/** Calls the service; what is said depends on what comes back. */
export const LOOKUP: DeskAct = { kind: 'lookup' satisfies ActKind, id: 'lookup', labels: [], isLookup: true };
