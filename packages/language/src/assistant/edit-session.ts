/**
 * A session by hand, for the host program.
 * @module
 */
import { createAgenda, UnknownGoalError } from '@sente/engine';
import { editLedger } from '../ledger/edit.ts';
import type { AgendaGoal, Session } from '../session/session.ts';
import { editVault } from '../vault/commitments.ts';
import type { Assistant, LedgerEdits } from './assistant.ts';

/** With the ledger changed. Throws UnknownEntryError and EmptyEntryError. */
function withLedgerEdits(session: Session, { add = [], change = [], withdraw = [] }: LedgerEdits): Session {
  const edits = [
    ...withdraw.map((id) => ({ do: 'withdraw' as const, id })),
    ...change.map((one) => ({ do: 'change' as const, ...one })),
    ...add.map((one) => ({ do: 'add' as const, ...one })),
  ];
  return { ...session, ledger: edits.reduce(editLedger, session.ledger) };
}

/** With a goal more; one of the same id is replaced and starts anew. */
function withGoal(session: Session, goal: AgendaGoal): Session {
  const others = session.goals.filter(({ id }) => id !== goal.id);
  const progress = session.agenda.goals.filter((entry) => entry.goal.id !== goal.id);
  return {
    ...session,
    goals: [...others, goal],
    agenda: { goals: [...progress, ...createAgenda([goal]).goals] },
  };
}

/** Without a goal. Throws UnknownGoalError. */
function withoutGoal(session: Session, id: string): Session {
  const ids = session.goals.map((goal) => goal.id);
  if (!ids.includes(id)) throw new UnknownGoalError(id, ids);
  return {
    ...session,
    goals: session.goals.filter((goal) => goal.id !== id),
    agenda: { goals: session.agenda.goals.filter((entry) => entry.goal.id !== id) },
    // Nothing is left to be read for what became of it.
    raised: session.raised.filter((one) => one.goal !== id),
  };
}

/** The ways to change a session by hand, over what changes it. */
export function byHand(
  change: (make: (session: Session) => Session) => Promise<void>,
): Pick<Assistant, 'edit' | 'commit' | 'release' | 'agenda'> {
  return {
    edit: (edits) => change((session) => withLedgerEdits(session, edits)),
    commit: (commitment) =>
      change((session) => ({ ...session, vault: editVault(session.vault, { do: 'commit', ...commitment }) })),
    release: (id) => change((session) => ({ ...session, vault: editVault(session.vault, { do: 'release', id }) })),
    agenda: {
      add: (goal) => change((session) => withGoal(session, goal)),
      drop: (id) => change((session) => withoutGoal(session, id)),
    },
  };
}
