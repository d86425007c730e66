/**
 * A conversation edited by hand: its ledger, its goals, its limits, its secrets.
 * @module
 */
import { z } from '@hono/zod-openapi';
import { createAgenda } from '@sente/engine';
import {
  type AgendaGoal,
  EmptyEntryError,
  editLedger,
  editVault,
  type InitiativeOptions,
  type LedgerEdit,
  type Session,
  UnknownCommitmentError,
  UnknownEntryError,
} from '@sente/language';
import { Problem } from '../problem.ts';

const id = z.string().min(1).max(100);
const words = z.string().min(1).max(2000);
const turns = z.int().min(0).max(1_000_000);

const ledgerEdit: z.ZodType<LedgerEdit> = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('add'), kind: z.enum(['wish', 'fact', 'open']), what: words }),
  z.strictObject({ do: z.literal('change'), id, what: words }),
  z.strictObject({ do: z.enum(['withdraw', 'settle', 'remove']), id }),
]);

/** A goal, checked; for files and requests. */
export const goalSchema: z.ZodType<AgendaGoal> = z.strictObject({
  id,
  goal: words,
  worth: z.number().min(0).max(10),
  pace: z.number().gt(0).max(1).optional(),
  deadline: turns.optional(),
  rest: turns.optional(),
  refusals: turns.optional(),
  found: words.optional(),
});

/** Limits, checked; for files and requests. */
export const restraintSchema: z.ZodType<NonNullable<InitiativeOptions['restraint']>> = z.strictObject({
  off: z.boolean().optional(),
  cap: turns.optional(),
  capPerDay: turns.optional(),
  coolDown: turns.optional(),
  quietTopics: z.array(words).max(100).optional(),
  evidence: z.boolean().optional(),
  repeatDismissed: z.boolean().optional(),
});

/** What may be changed. */
interface ConversationEdit {
  /** Edits, in order. */
  readonly ledger?: readonly LedgerEdit[];
  /** Goals that are set (new ones, or others in place of those of the same id) and dropped. */
  readonly agenda?: { readonly set?: readonly AgendaGoal[]; readonly drop?: readonly string[] };
  /** Private commitments that may be said from now on, or that are forgotten; only the host can. */
  readonly vault?: readonly { readonly do: 'release' | 'remove'; readonly id: string }[];
  /** Limits of this conversation in place of the proxy's; null: the proxy's again. */
  readonly restraint?: InitiativeOptions['restraint'] | null;
}

/** `ConversationEdit`, checked. */
export const conversationEdit: z.ZodType<ConversationEdit> = z
  .strictObject({
    ledger: z.array(ledgerEdit).max(100).optional(),
    agenda: z
      .strictObject({ set: z.array(goalSchema).max(100).optional(), drop: z.array(id).max(100).optional() })
      .optional(),
    vault: z
      .array(z.strictObject({ do: z.enum(['release', 'remove']), id }))
      .max(100)
      .optional(),
    restraint: restraintSchema.nullable().optional(),
  })
  .openapi('ConversationEdit');

/** The session after an edit. Throws Problem `bad-request` for an entry or a commitment that does not exist. */
export function editSession(session: Session, edit: ConversationEdit): Session {
  try {
    const ledger = (edit.ledger ?? []).reduce(editLedger, session.ledger);
    const vault = (edit.vault ?? []).reduce(editVault, session.vault);
    return { ...session, ledger, vault, ...editGoals(session, edit.agenda ?? {}) };
  } catch (error) {
    const isTheirs = [UnknownEntryError, EmptyEntryError, UnknownCommitmentError].some((kind) => error instanceof kind);
    throw isTheirs ? new Problem('bad-request', (error as Error).message) : error;
  }
}

/** Goals and agenda; a goal that stays keeps what became of it. */
function editGoals(
  session: Session,
  { set = [], drop = [] }: NonNullable<ConversationEdit['agenda']>,
): Pick<Session, 'goals' | 'agenda'> {
  const changed = new Set([...drop, ...set.map((goal) => goal.id)]);
  const goals = [...session.goals.filter((goal) => !changed.has(goal.id)), ...set];
  const before = new Map(session.agenda.goals.map((entry) => [entry.goal.id, entry]));
  const agenda = createAgenda(goals).goals.map((entry) => ({
    ...entry,
    ...before.get(entry.goal.id),
    goal: entry.goal,
  }));
  return { goals, agenda: { goals: agenda } };
}
