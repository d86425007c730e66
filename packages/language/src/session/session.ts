/**
 * What the layer remembers of a conversation from turn to turn. Plain JSON and a value: saved, restored, compared.
 * @module
 */
import { type Agenda, createAgenda, type Goal, type Initiative } from '@sente/engine';
import { emptyLedger, type Ledger } from '../ledger/ledger.ts';
import { emptyVault, type Vault } from '../vault/vault.ts';

/** One imagined intent: a complete guess at what the user wants. */
export interface ImaginedIntent {
  /** `i1`, `i2`, … unique in the conversation. */
  readonly id: string;
  /** The whole request as this user would put it if they said everything. */
  readonly wants: string;
  /** What this user would count as a good answer. */
  readonly good: string;
  /** What this user would ask next if they were answered well; empty if nothing. */
  readonly next: string;
  /** Probability, from 0 to 1; those of a session sum to 1. */
  readonly weight: number;
}

/** Something the assistant did on its own initiative in its last turn, so that the next user turn can be read for it. */
export interface Raised {
  readonly kind: 'ask' | 'offer' | 'lead';
  readonly id: string;
  /** What was said. */
  readonly text: string;
  /** The goal that was led towards. */
  readonly goal?: string;
}

/** An act of initiative with the time at which it was taken, for caps a day. */
export interface TimedInitiative extends Initiative {
  /** Milliseconds since 1970, from the clock that was passed in; always known here. */
  readonly when: number;
  readonly kind: Raised['kind'];
  /** What was said, to recognise it when it would be said again in other words. */
  readonly text: string;
}

/** A conversation as the layer remembers it. */
export interface Session {
  readonly version: 1;
  /** Turns that the assistant has taken. */
  readonly turn: number;
  readonly ledger: Ledger;
  readonly intents: readonly ImaginedIntent[];
  readonly vault: Vault;
  readonly agenda: Agenda;
  /** Goals in the host's words, by id. */
  readonly goals: readonly AgendaGoal[];
  readonly taken: readonly TimedInitiative[];
  /** What was raised in the assistant's last turn. */
  readonly raised: readonly Raised[];
}

/** A goal of the host's. */
export interface AgendaGoal extends Goal {
  /** In words: "find out their team size", "mention the trial before the end", "move towards booking". */
  readonly goal: string;
  /** What was found out for it, in words. */
  readonly found?: string;
}

/** A conversation in which nothing has happened yet. */
export function newSession(goals: readonly AgendaGoal[] = []): Session {
  return {
    version: 1,
    turn: 0,
    ledger: emptyLedger,
    intents: [],
    vault: emptyVault,
    agenda: createAgenda(goals),
    goals,
    taken: [],
    raised: [],
  };
}
