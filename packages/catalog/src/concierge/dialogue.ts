/**
 * Where a dialogue stands: the state of the search, what was asked and shown last, and what came before. A value: every
 * turn makes a new one and keeps the old, so undo is exact.
 * @module
 */
import type { Decision } from '@sente/engine';
import type { CatalogAct } from '../domain/act.ts';
import { type CatalogState, startState } from '../domain/state.ts';
import type { CatalogIndex } from '../index/catalog-index.ts';

/** What the assistant did last, and waits for a reply to. */
export interface OpenTurn {
  readonly act: CatalogAct;
  /** The decision that it came from. */
  readonly decision: Decision<CatalogAct>;
  /** Why the act is not the decision's own choice, where it is not: what the user has said about the talk itself. */
  readonly because?: string;
  /** The state in which it was decided. */
  readonly from: CatalogState;
  /** Number of the turn in which it was decided: the name of its random stream. */
  readonly turn: number;
}

/** A point in a dialogue. */
export interface Dialogue {
  readonly state: CatalogState;
  readonly open?: OpenTurn;
  /** The items of the last recommendation, in the order shown; empty before the first. */
  readonly shown: readonly number[];
  /** Changes to the wishes that were offered and turned down, by `relaxationKey`. */
  readonly declined: readonly string[];
  /** Turns in a row that could not be made sense of. */
  readonly puzzled: number;
  /** "Did you mean …?" was said about this value last. */
  readonly guess?: { readonly attribute: number; readonly value: number; readonly words: string };
  readonly ended: boolean;
  /** What undo goes back to: the dialogue before the last turn that changed something, and what that turn said. */
  readonly before?: { readonly dialogue: Dialogue; readonly said: string };
}

/** A dialogue in which nothing has been said. */
export function startDialogue(index: CatalogIndex): Dialogue {
  return { state: startState(index), shown: [], declined: [], puzzled: 0, ended: false };
}

/** The changes to the wishes that an act offers. */
export function changesIn(act: CatalogAct | undefined): Extract<CatalogAct['facts'][number], { kind: 'relax' }>[] {
  return act?.facts.flatMap((fact) => (fact.kind === 'relax' ? [fact] : [])) ?? [];
}

/** Names an offered change: equal keys mean the same change. */
export function relaxationKey(fact: Extract<CatalogAct['facts'][number], { kind: 'relax' }>): string {
  return JSON.stringify([fact.wishes, fact.instead]);
}
