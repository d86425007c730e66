/**
 * A conversation as its host may see it: everything but the values of what is private.
 * @module
 */
import { z } from '@hono/zod-openapi';
import type {
  AgendaGoal,
  Commitment,
  ImaginedIntent,
  InitiativeOptions,
  Ledger,
  TimedInitiative,
} from '@sente/language';
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

/** Shows it. */
export function showConversation({ id, session, model, restraint, channel }: Conversation): ShownConversation {
  return {
    conversation: id,
    model: model ?? null,
    turn: session.turn,
    ledger: session.ledger,
    intents: session.intents,
    agenda: session.goals.map((goal) => {
      const became = session.agenda.goals.find((one) => one.goal.id === goal.id);
      const { progress = 0, accepted = 0, refusals = 0, resting = 0 } = became ?? {};
      return { ...goal, progress, accepted, refusals, resting };
    }),
    initiative: session.taken,
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
