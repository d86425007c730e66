/**
 * What one conversation of a measurement leaves behind. JSON throughout.
 * @module
 */
import type { ActKind } from '@sente/engine';
import type { ShownChoice } from '../agent/agent.ts';

/** One turn as it is kept. */
export interface PlayedTurn {
  readonly speaker: 'user' | 'assistant' | 'event';
  readonly text: string;
  readonly act?: ActKind;
  readonly decision?: ShownChoice;
  /** What the probe made of the turn, for a person: "first answer, wrong: contradicts “under 600 €”". */
  readonly note?: string;
}

/** Anything that JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** One finished conversation. */
export interface Played {
  /** Numbers of this conversation by name; a name that is absent means that there is no such number here. */
  readonly figures: Readonly<Record<string, number>>;
  /** Numbers about the simulated user, by name: `leaks`, `contradictions`, … */
  readonly user?: Readonly<Record<string, number>>;
  /** What metrics that are no means need besides. */
  readonly detail?: Json;
  readonly turns: readonly PlayedTurn[];
  /** How badly it went, 0 (could not be better) … 1; reports show the worst first. */
  readonly loss: number;
}

/** A conversation in its place. */
export interface PlayedRow extends Played {
  readonly case: string;
  readonly agent: string;
  readonly repeat: number;
  /** The condition, for metrics that are told apart by it. */
  readonly cell?: string;
}
