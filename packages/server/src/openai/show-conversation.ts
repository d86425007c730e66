/**
 * A conversation as its host may see it: everything but the values of what is private.
 * @module
 */
import { z } from '@hono/zod-openapi';
import {
  type AgendaGoal,
  type Commitment,
  type ImaginedIntent,
  type InitiativeOptions,
  type Ledger,
  striker,
  type TimedInitiative,
} from '@sente/language';
import { showMind } from '../open/show-mind.ts';
import type { Conversation } from './conversations.ts';

/** A goal with what became of it. */
export interface ShownGoal extends AgendaGoal {
  /** 0 to 1. */
  readonly progress: number;
  readonly accepted: number;
  readonly refusals: number;
  /** The assistant's turn from which on it may be raised again. */
  readonly resting: number;
}

/** All of it. */
export interface ShownConversation {
  readonly conversation: string;
  readonly model: string | null;
  /** Turns that the assistant has taken. */
  readonly turn: number;
  readonly ledger: Ledger;
  readonly intents: readonly ImaginedIntent[];
  readonly agenda: readonly ShownGoal[];
  /** Acts of initiative so far; what was dismissed is marked. */
  readonly initiative: readonly TimedInitiative[];
  /** Limits of this conversation alone; null: the proxy's. */
  readonly restraint: InitiativeOptions['restraint'] | null;
  /** What was decided privately, without what it is. */
  readonly vault: readonly Omit<Commitment, 'value'>[];
  /** Clients that listen for what is said unasked. */
  readonly listeners: number;
}

/** Shows it. Texts that would give a private commitment away are struck out. */
export function showConversation(conversation: Conversation): ShownConversation {
  const { id, session, model, restraint, channel, transcript } = conversation;
  const heard = transcript.messages.filter(({ role }) => role === 'user').map(({ text }) => text);
  const open = striker(session.vault, heard.join('\n'));
  const { intents, agenda, taken } = showMind(session, open);
  return {
    conversation: id,
    model: model ?? null,
    turn: session.turn,
    ledger: {
      ...session.ledger,
      entries: session.ledger.entries.map((entry) => ({ ...entry, what: open(entry.what), words: open(entry.words) })),
      shown: session.ledger.shown.map((shown) => ({ ...shown, gist: open(shown.gist) })),
    },
    intents,
    agenda,
    initiative: taken,
    restraint: restraint ?? null,
    vault: session.vault.commitments.map(({ value: _, ...rest }) => rest),
    listeners: channel.listeners,
  };
}

/** `ShownConversation` for OpenAPI. */
export const shownConversation: z.ZodType<ShownConversation> = z
  .looseObject({
    conversation: z.string(),
    model: z.string().nullable(),
    turn: z.int(),
    ledger: z.looseObject({ entries: z.array(z.looseObject({ id: z.string() })) }),
    intents: z.array(z.looseObject({ id: z.string(), wants: z.string(), weight: z.number() })),
    agenda: z.array(z.looseObject({ id: z.string(), goal: z.string(), progress: z.number() })),
    initiative: z.array(z.looseObject({ turn: z.int(), id: z.string(), text: z.string() })),
    restraint: z.looseObject({}).nullable(),
    vault: z.array(z.looseObject({ id: z.string(), about: z.string(), isReleased: z.boolean() })),
    listeners: z.int(),
  })
  .openapi('ShownConversation') as unknown as z.ZodType<ShownConversation>;
