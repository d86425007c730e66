/**
 * What the routes of the pocket model take and give.
 * @module
 */
import { z } from '@hono/zod-openapi';
import type { SpokenTurn } from '@sente/pocket';
import type { ListedCheckpoint } from './checkpoint.ts';
import type { ExampleRequest } from './example-requests.ts';

/** Checkpoints that can be talked to: the shipped ones first. */
interface CheckpointList {
  readonly checkpoints: readonly ListedCheckpoint[];
}

/** `CheckpointList`. */
export const checkpointList: z.ZodType<CheckpointList> = z
  .object({
    checkpoints: z.array(
      z.object({
        id: z.string(),
        origin: z.string().openapi({ description: '`shipped`, or the id of an experiment' }),
        kind: z.string(),
        parameters: z.int().optional(),
        corpus: z.number().optional().openapi({ description: 'share of openings that are asked back, 0 … 1' }),
        seed: z.int().optional(),
      }),
    ),
  })
  .openapi('CheckpointList');

/** Requests to try. */
interface RequestList {
  readonly requests: readonly ExampleRequest[];
}

const act = z.enum(['ask', 'recommend', 'abstain']);

/** `RequestList`. */
export const requestList: z.ZodType<RequestList> = z
  .object({
    requests: z.array(
      z.object({
        openness: z.enum(['closed', 'narrow', 'open', 'wide']),
        hurry: z.enum(['relaxed', 'plain', 'hurried']),
        reliability: z.enum(['unsure', 'half-sure', 'sure']),
        text: z.string(),
        best: act.openapi({ description: 'the best first act, by dynamic programming' }),
        worth: z.object({ ask: z.number(), recommend: z.number(), abstain: z.number() }),
      }),
    ),
  })
  .openapi('PocketRequestList');

/** One side: a checkpoint, and what was said with it so far. */
export interface PocketSide {
  readonly checkpoint: string;
  /** User and assistant in turn; the last one is the user's, and not answered yet. */
  readonly turns: readonly SpokenTurn[];
}

/** What is asked: a reply of one or two checkpoints. */
interface PocketRequest {
  readonly sides: readonly PocketSide[];
  /** Names the dice of the drawn replies: the same number, the same draws. */
  readonly draw: number;
}

/** Most turns of a conversation; longer ones do not fit into the model anyway. */
const TURNS = 40;
/** Most characters of a turn. */
const LONGEST = 500;

const turn = z.object({ speaker: z.enum(['user', 'assistant']), text: z.string().max(LONGEST) });

/** `PocketRequest`. */
export const pocketRequest: z.ZodType<PocketRequest> = z
  .object({
    sides: z
      .array(
        z.object({
          checkpoint: z.string().min(1).max(300),
          turns: z
            .array(turn)
            .min(1)
            .max(TURNS)
            .refine((turns) => turns.every(({ speaker }, at) => speaker === (at % 2 === 0 ? 'user' : 'assistant')), {
              message: 'user and assistant take turns, the user first',
            })
            .refine((turns) => turns.at(-1)?.speaker === 'user', { message: 'the last turn must be the user’s' }),
        }),
      )
      .min(1)
      .max(2),
    draw: z.int().min(0).max(1_000_000).default(0),
  })
  .openapi('PocketRequest') as unknown as z.ZodType<PocketRequest>;

/** What a reply does. */
export type PocketAct = 'recommend' | 'ask' | 'answer' | 'abstain' | 'unclear';

/** One side's reply. */
export interface PocketReply {
  readonly checkpoint: string;
  /** The likeliest words. */
  readonly text: string;
  readonly act: PocketAct;
  /** What it recommends or asks about, or the price: "small red leather bag", "colour", "35 euros". */
  readonly about?: string;
  /** How many replies were drawn as the model has them, and how many of them do what. */
  readonly drawn: number;
  readonly acts: Readonly<Record<PocketAct, number>>;
  /** Chance that the conversation ends well, by the model itself, before it replies; null: it gives none. */
  readonly forecast: number | null;
  /** Words of the last user turn that the model has never met. */
  readonly unknown: readonly string[];
  /** Nothing more fits into what the model can read: the conversation is to start over. */
  readonly full: boolean;
}

/** The replies, side by side. */
interface PocketReplies {
  readonly replies: readonly PocketReply[];
}

const count = z.int().min(0);

/** `PocketReplies`. */
export const pocketReplies: z.ZodType<PocketReplies> = z
  .object({
    replies: z.array(
      z.object({
        checkpoint: z.string(),
        text: z.string().openapi({ description: 'the likeliest words; made by a model: show it as text' }),
        act: z.enum(['recommend', 'ask', 'answer', 'abstain', 'unclear']),
        about: z.string().optional(),
        drawn: count,
        acts: z.object({ recommend: count, ask: count, answer: count, abstain: count, unclear: count }),
        forecast: z.number().nullable().openapi({ description: '0 … 1' }),
        unknown: z.array(z.string()),
        full: z.boolean(),
      }),
    ),
  })
  .openapi('PocketReplies');
