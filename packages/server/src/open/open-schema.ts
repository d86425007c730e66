/**
 * What the routes of the open world take and give.
 * @module
 */
import { z } from '@hono/zod-openapi';
import type { ShownDecision } from '@sente/catalog';
import type { AgendaGoal, Entry, ImaginedIntent, LedgerEdit, TimedInitiative } from '@sente/language';
import { conversationEdit } from '../openai/edit-conversation.ts';
import type { ShownGoal } from '../openai/show-conversation.ts';
import type { UsedUp } from './metered-model.ts';
import { type OpenSettings, openSettings, someSettings } from './open-settings.ts';

/** Longest message, in characters: documents are pasted. */
export const LONGEST_MESSAGE = 20_000;

/** Opens a conversation. */
export interface OpenRequest {
  readonly settings?: Partial<OpenSettings>;
  readonly goals?: readonly AgendaGoal[];
}

/** Says something to both sides. */
interface SayRequest {
  readonly message: string;
}

/** Changes a conversation. */
export interface OpenChange {
  readonly settings?: Partial<OpenSettings>;
  readonly ledger?: readonly LedgerEdit[];
  readonly agenda?: { readonly set?: readonly AgendaGoal[]; readonly drop?: readonly string[] };
}

const { ledger, agenda } = (conversationEdit as unknown as z.ZodObject).shape;

/** `OpenRequest`, checked. */
export const openRequest: z.ZodType<OpenRequest> = z
  .strictObject({ settings: someSettings.optional(), goals: agenda.unwrap().shape.set })
  .openapi('OpenRequest') as unknown as z.ZodType<OpenRequest>;

/** `SayRequest`, checked. */
export const sayRequest: z.ZodType<SayRequest> = z
  .strictObject({ message: z.string().trim().min(1).max(LONGEST_MESSAGE) })
  .openapi('OpenSay');

/** `OpenChange`, checked. */
export const openChange: z.ZodType<OpenChange> = z
  .strictObject({ settings: someSettings.optional(), ledger, agenda })
  .openapi('OpenChange') as unknown as z.ZodType<OpenChange>;

/** What the side with initiative remembers, without what is private. */
export interface OpenMind {
  readonly turn: number;
  readonly ledger: readonly Entry[];
  readonly intents: readonly ImaginedIntent[];
  readonly agenda: readonly ShownGoal[];
  /** Acts of initiative so far. */
  readonly taken: readonly TimedInitiative[];
  /** How many private commitments there are, and how many of them may be said by now. */
  readonly commitments: { readonly count: number; readonly released: number };
}

/** A conversation as it stands. */
export interface OpenState {
  readonly conversation: string;
  readonly settings: OpenSettings;
  readonly mind: OpenMind;
}

/** One side's turn. */
export interface OpenReply {
  readonly text: string;
  readonly act: string;
  /** Replies to choose from, when a question has them. */
  readonly choices: readonly string[];
  /** Whose words they are: the bare model's, the model's with a note, the layer's own question. */
  readonly by: 'bare' | 'written' | 'said';
  /** Why the layer stood aside, if it did. */
  readonly aside?: { readonly reason: string; readonly detail: string };
  /** The side could not answer: then this turn is not part of its conversation. */
  readonly failure?: { readonly message: string; readonly advice?: string };
  readonly decision?: ShownDecision;
  readonly plan?: 'pass' | 'say' | 'write';
  /** Leaks of what is private that were caught before they went out. */
  readonly leaks: number;
  readonly cost: {
    /** The replying calls; `unused` of them were begun and not needed after all. */
    readonly reply: UsedUp & { readonly unused: number };
    /** The layer's own calls. */
    readonly decision: UsedUp;
  };
  /** To the first word, to the last, and what deciding took (null: nothing was decided). */
  readonly milliseconds: { readonly first: number; readonly total: number; readonly decision: number | null };
}

/** A turn of both sides. */
export interface OpenTurn {
  readonly passive: OpenReply;
  readonly initiative: OpenReply;
  readonly state: OpenState;
}

const usedUp = {
  calls: z.int(),
  inputTokens: z.int(),
  outputTokens: z.int(),
  money: z.number().nullable().openapi({ description: 'null without prices' }),
};

/** `OpenState` for OpenAPI. */
export const openState: z.ZodType<OpenState> = z
  .object({
    conversation: z.string(),
    settings: openSettings,
    mind: z.object({
      turn: z.int(),
      ledger: z.array(z.looseObject({ id: z.string(), kind: z.string(), what: z.string(), status: z.string() })),
      intents: z.array(z.looseObject({ id: z.string(), wants: z.string(), weight: z.number() })),
      agenda: z.array(z.looseObject({ id: z.string(), goal: z.string(), progress: z.number() })),
      taken: z.array(z.looseObject({ turn: z.int(), id: z.string(), text: z.string() })),
      commitments: z.object({ count: z.int(), released: z.int() }),
    }),
  })
  .openapi('OpenState') as unknown as z.ZodType<OpenState>;

const openReply = z
  .looseObject({
    text: z.string(),
    act: z.string(),
    choices: z.array(z.string()),
    by: z.enum(['bare', 'written', 'said']),
    aside: z.object({ reason: z.string(), detail: z.string() }).optional(),
    failure: z.object({ message: z.string(), advice: z.string().optional() }).optional(),
    cost: z.object({
      reply: z.object({ ...usedUp, unused: z.int() }),
      decision: z.object(usedUp),
    }),
    milliseconds: z.object({ first: z.number(), total: z.number(), decision: z.number().nullable() }),
  })
  .openapi('OpenReply');

/** `OpenTurn` for OpenAPI. */
export const openTurn: z.ZodType<OpenTurn> = z
  .object({ passive: openReply, initiative: openReply, state: openState })
  .openapi('OpenTurn') as unknown as z.ZodType<OpenTurn>;
