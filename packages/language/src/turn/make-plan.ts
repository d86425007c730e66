/**
 * What the transport is to do for the chosen act. Answering passes the client's own request through, unless something
 * said earlier was superseded or a private commitment must be kept to.
 * @module
 */
import { draftsIn } from '../ledger/show.ts';
import type { Session } from '../session/session.ts';
import type { Transcript } from '../transcript/transcript.ts';
import type { LanguageAct } from '../value/act.ts';
import type { Weighing } from '../weigh/weighing.ts';
import { writeNote } from './note.ts';
import type { TurnPlan } from './plan.ts';

/** What a plan is made of. */
export interface PlanParts {
  readonly session: Session;
  readonly transcript: Transcript;
  readonly act: LanguageAct;
  readonly weighing: Weighing;
  readonly fromLedger: boolean;
}

/** The plan of an act. */
export function makePlan(parts: PlanParts): TurnPlan {
  const { session, transcript, act, weighing, fromLedger } = parts;
  if (act.kind === 'ask') {
    const question = weighing.questions[act.question!];
    return { do: 'say', text: question.text, form: { question: question.text, choices: question.choices } };
  }
  const note = writeNote({ session, act, weighing, fromLedger });
  if (note === '') return { do: 'pass' };
  return { do: 'write', note, leaveOut: fromLedger ? draftsIn(session.ledger, transcript.messages) : [] };
}

/**
 * The plan of a turn on which nothing is decided (a tool loop that goes on, a fault, a deadline): the client's own
 * request, with nothing but the private commitments put back.
 */
export function standingPlan(session: Session): TurnPlan {
  const note = writeNote({ session, fromLedger: false });
  return note === '' ? { do: 'pass' } : { do: 'write', note, leaveOut: [] };
}
