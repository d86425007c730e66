/**
 * The session after the reply went out.
 * @module
 */
import { noteShown } from '../ledger/show.ts';
import type { Raised, Session, TimedInitiative } from '../session/session.ts';
import type { Layer } from './layer.ts';

/** Makes `settle` with a clock. */
export function settleTurn(now: () => number): Layer['settle'] {
  return (turn, transcript, reply, wasPlanned): Session => {
    const { session, decision } = turn;
    const chosen = wasPlanned ? decision?.chosen : undefined;
    const isQuestion = chosen?.kind === 'ask' || chosen?.kind === 'abstain';
    const ledger =
      reply.trim() === '' || isQuestion
        ? session.ledger
        : noteShown(session.ledger, { at: transcript.messages.length, text: reply, isArtefact: false });
    const raised: Raised[] = [];
    if (chosen && (chosen.kind === 'ask' || chosen.kind === 'offer' || chosen.kind === 'lead')) {
      raised.push({ kind: chosen.kind, id: chosen.id, text: chosen.text, ...(chosen.goal && { goal: chosen.goal }) });
    }
    const taken = raised.map(
      ({ kind, id, text }): TimedInitiative => ({ turn: session.turn, id, kind, text, when: now() }),
    );
    return { ...session, ledger, raised, taken: [...session.taken, ...taken], turn: session.turn + 1 };
  };
}
