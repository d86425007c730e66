/**
 * The open world's shapes: the client's copy. Every string in them comes from a person or a model and is shown as text.
 * @module
 */
import type { ShownDecision } from './types.ts';

/** Per million tokens. */
export interface Prices {
  readonly input: number;
  readonly output: number;
}

/** What is set; the key never comes back. */
export interface ShownModel {
  readonly id: string;
  readonly planner: string | null;
  readonly hasKey: boolean;
  readonly prices: Prices | null;
  readonly plannerPrices: Prices | null;
}

/** What to set. */
export interface ModelChoice {
  readonly id: string;
  readonly planner?: string | null;
  readonly key?: string;
  readonly prices?: Prices | null;
  readonly plannerPrices?: Prices | null;
}

/** Limits on initiative; each is off unless set. */
export interface Restraint {
  readonly off?: boolean;
  readonly cap?: number;
  readonly capPerDay?: number;
  readonly coolDown?: number;
  readonly quietTopics?: readonly string[];
  readonly evidence?: boolean;
}

/** How a conversation is held. */
export interface OpenSettings {
  readonly system: string;
  readonly horizon: number;
  readonly depth: 'estimate' | 'simulate';
  readonly mode: 'act' | 'observe';
  readonly deadline: number;
  readonly vault: 'auto' | 'off';
  readonly restraint: Restraint;
}

/** What an entry of the ledger is. */
export type EntryKind = 'wish' | 'fact' | 'open';

/** One entry of the ledger. */
export interface LedgerEntry {
  readonly id: string;
  readonly kind: EntryKind;
  readonly what: string;
  /** The user's own words; empty when the entry was written by hand. */
  readonly words: string;
  readonly status: 'stands' | 'changed' | 'withdrawn' | 'settled';
  readonly by?: string;
}

/** One imagined intent. */
export interface Intent {
  readonly id: string;
  readonly wants: string;
  readonly good: string;
  readonly next: string;
  readonly weight: number;
}

/** A goal as it is set. */
export interface Goal {
  readonly id: string;
  readonly goal: string;
  readonly worth: number;
  readonly deadline?: number;
}

/** A goal with what became of it. */
export interface ShownGoal extends Goal {
  readonly found?: string;
  readonly progress: number;
  readonly accepted: number;
  readonly refusals: number;
  /** The assistant's turn from which on it may be raised again. */
  readonly resting: number;
}

/** An act of initiative that was taken. */
export interface Taken {
  readonly turn: number;
  readonly id: string;
  readonly kind: 'ask' | 'offer' | 'lead';
  readonly text: string;
  readonly dismissed?: boolean;
}

/** What the side with initiative remembers. */
export interface OpenMind {
  readonly turn: number;
  readonly ledger: readonly LedgerEntry[];
  readonly intents: readonly Intent[];
  readonly agenda: readonly ShownGoal[];
  readonly taken: readonly Taken[];
  readonly commitments: { readonly count: number; readonly released: number };
}

/** A conversation as it stands. */
export interface OpenState {
  readonly conversation: string;
  readonly settings: OpenSettings;
  readonly mind: OpenMind;
}

/** What calls used up; money is null without prices. */
export interface UsedUp {
  readonly calls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly money: number | null;
}

/** One side's turn. */
export interface OpenReply {
  readonly text: string;
  readonly act: string;
  readonly choices: readonly string[];
  readonly by: 'bare' | 'written' | 'said';
  readonly aside?: { readonly reason: string; readonly detail: string };
  readonly failure?: { readonly message: string; readonly advice?: string };
  readonly decision?: ShownDecision;
  readonly plan?: 'pass' | 'say' | 'write';
  readonly leaks: number;
  readonly cost: { readonly reply: UsedUp & { readonly unused: number }; readonly decision: UsedUp };
  readonly milliseconds: { readonly first: number; readonly total: number; readonly decision: number | null };
}

/** A turn of both sides. */
export interface OpenTurn {
  readonly passive: OpenReply;
  readonly initiative: OpenReply;
  readonly state: OpenState;
}

/** An edit of the ledger. */
export type LedgerEdit =
  | { readonly do: 'add'; readonly kind: EntryKind; readonly what: string }
  | { readonly do: 'change'; readonly id: string; readonly what: string }
  | { readonly do: 'withdraw'; readonly id: string };

/** A change of a conversation. */
export interface OpenChange {
  readonly settings?: Partial<OpenSettings>;
  readonly ledger?: readonly LedgerEdit[];
  readonly agenda?: { readonly set?: readonly Goal[]; readonly drop?: readonly string[] };
}
