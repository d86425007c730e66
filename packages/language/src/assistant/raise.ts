/**
 * A session after something was said unasked.
 * @module
 */
import type { Raised, Session } from '../session/session.ts';
import type { Unasked } from './host-event.ts';

/**
 * The session after the message went out: it counts for caps and cool-downs, and the next user turn is read for what
 * became of it. It takes a turn of the assistant's. It is no answer, so nothing the user says later outdates it.
 */
export function raise(session: Session, { act, id, text, goal }: Unasked, when: number): Session {
  const raised: Raised = { kind: act, id, text, ...(goal !== undefined && { goal }) };
  return {
    ...session,
    turn: session.turn + 1,
    raised: [...session.raised, raised],
    taken: [...session.taken, { turn: session.turn, id, kind: act, text, when }],
  };
}
