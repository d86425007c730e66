/**
 * What the routes of runs give. Figures are as `sente measure --json` prints them; numbers that are none are null.
 * @module
 */
import { z } from '@hono/zod-openapi';
import type { ProbeResult, RunStatus } from '@sente/lab';
import type { ReportModel, ReportTalk } from '@sente/lab/report';

/** One run of the list. */
export interface ListedRun {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly started: number;
  readonly status: RunStatus;
  /** Conversations that are finished. */
  readonly conversations: number;
  /** Probes that it measures, and of those how many have their result. */
  readonly probes: readonly string[];
  readonly done: number;
  /** Absent: no language model. */
  readonly model?: string;
}

/** All runs, newest first. */
export interface RunList {
  readonly runs: readonly ListedRun[];
}

/** A run as it stands. */
export interface ShownRun extends ListedRun {
  readonly results: readonly ProbeResult[];
  /** The report as data, without conversations: verdict, agents with their colours, figures with what stands beside them. */
  readonly report: ReportModel;
}

/** Some conversations of a run, worst first. */
export interface RunConversations {
  /** That fit what was asked for. */
  readonly total: number;
  readonly conversations: readonly ReportTalk[];
}

const listedRun = z.object({
  id: z.string(),
  started: z.int().openapi({ description: 'milliseconds since 1970' }),
  status: z.enum(['running', 'stopped', 'done']),
  conversations: z.int().openapi({ description: 'finished ones' }),
  probes: z.array(z.string()),
  done: z.int().openapi({ description: 'probes that have their result' }),
  model: z.string().optional(),
});

/** `RunList`. */
export const runList: z.ZodType<RunList> = z.object({ runs: z.array(listedRun) }).openapi('RunList');

/** `ShownRun`. */
export const shownRun: z.ZodType<ShownRun> = listedRun
  .extend({
    results: z.array(z.looseObject({ probe: z.string() })).openapi({ description: 'as sente measure --json' }),
    report: z.looseObject({ run: z.string(), focus: z.string() }),
  })
  .openapi('Run') as unknown as z.ZodType<ShownRun>;

/** `RunConversations`. */
export const runConversations: z.ZodType<RunConversations> = z
  .object({
    total: z.int(),
    conversations: z.array(
      z.looseObject({ case: z.string(), agent: z.string(), loss: z.number().openapi({ description: '0 … 1' }) }),
    ),
  })
  .openapi('RunConversations') as unknown as z.ZodType<RunConversations>;

/** What conversations are asked for by. */
interface ConversationQuery {
  readonly probe: string;
  readonly agent?: string;
  readonly case?: string;
  readonly from: number;
  readonly count: number;
}

/** `ConversationQuery`, from the address. */
export const conversationQuery: z.ZodType<ConversationQuery> = z.object({
  probe: z.string().min(1),
  agent: z.string().optional(),
  case: z.string().optional(),
  from: z.coerce.number().int().min(0).default(0),
  count: z.coerce.number().int().min(1).max(100).default(20),
});
