/**
 * A session after a user turn was read: ledger, imagined intents, agenda, what became of what was raised, the vault.
 * @module
 */
import { type Agenda, advance, passOver, refuse } from '@sente/engine';
import { followIntents } from '../intents/follow-intents.ts';
import { applyChange } from '../ledger/apply-change.ts';
import type { Entry, Ledger } from '../ledger/ledger.ts';
import { markArtefact, startNewRequest, supersede } from '../ledger/show.ts';
import type { AgendaGoal, Session, TimedInitiative } from '../session/session.ts';
import type { Message } from '../transcript/transcript.ts';
import { release } from '../vault/commitments.ts';
import type { GoalReading, Reading, TurnKind } from './reading.ts';

/** The session after the reading of `message`; at most `most` imagined intents. */
export function takeIn(session: Session, reading: Reading, message: Message, most: number): Session {
  const before = turnedTo(session.ledger, reading.kind);
  const changed = applyChange(before, reading.ledger, message);
  const noted = reading.artefact < 0 ? changed : markArtefact(changed, reading.artefact);
  const ledger = doesOver(session, reading) ? supersede(noted) : noted;
  const { agenda, goals } = pursue(session, reading.goals);
  return {
    ...session,
    ledger,
    intents: followIntents(session.intents, reading, most),
    agenda,
    goals,
    taken: dismiss(session, reading),
    vault: reading.release.reduce(release, session.vault),
    raised: [],
  };
}

/**
 * Whether earlier answers are to be done over: the user added to the request, changed it, or said what they were asked
 * about it. What they say to a goal that was led towards is no word about the request.
 */
export function doesOver({ raised }: Session, { kind, goals }: Reading): boolean {
  if (kind !== 'reply') return kind === 'more' || kind === 'change';
  return !goals.some(({ id, went }) => went !== 'past' && raised.some(({ goal }) => goal === id));
}

/** What was shown stays good when the user goes on to something else; with another request its wishes are done with too. */
function turnedTo(ledger: Ledger, kind: TurnKind): Ledger {
  if (kind === 'new') return closeWishes(startNewRequest(ledger));
  return kind === 'follow' ? startNewRequest(ledger) : ledger;
}

/** With another request, the wishes of the one before are done with; facts, and what the host wrote, stand on. */
function closeWishes(ledger: Ledger): Ledger {
  const isDone = ({ kind, status, at }: Entry): boolean => kind === 'wish' && status === 'stands' && at >= 0;
  return {
    ...ledger,
    entries: ledger.entries.map((entry) => (isDone(entry) ? { ...entry, status: 'settled' } : entry)),
  };
}

/** What was raised last and turned down, or a question that was passed over, counts as dismissed. */
function dismiss(session: Session, reading: Reading): readonly TimedInitiative[] {
  const down = new Set(
    session.raised
      .filter(({ kind }) => (kind === 'ask' ? reading.kind === 'new' || reading.dismissed : reading.dismissed))
      .map(({ id }) => id),
  );
  return session.taken.map((past) => (down.has(past.id) ? { ...past, dismissed: true } : past));
}

/** Agenda and goals after the turn; leads that the user did not speak about were passed over. */
function pursue(session: Session, readings: readonly GoalReading[]): Pick<Session, 'agenda' | 'goals'> {
  // What the user says now is about the assistant's last turn.
  const turn = Math.max(0, session.turn - 1);
  const led = session.raised.flatMap(({ goal }) => (goal === undefined ? [] : [goal]));
  const silent = led.filter((id) => !readings.some((reading) => reading.id === id));
  const all = [...readings, ...silent.map((id) => ({ id, went: 'past' as const, share: 0, found: '' }))];
  const agenda = all.reduce((now, reading) => step(now, reading, turn), session.agenda);
  const goals = session.goals.map((goal): AgendaGoal => {
    const found = all.find((reading) => reading.id === goal.id)?.found;
    return found ? { ...goal, found } : goal;
  });
  return { agenda, goals };
}

function step(agenda: Agenda, { id, went, share }: GoalReading, turn: number): Agenda {
  const entry = agenda.goals.find(({ goal }) => goal.id === id);
  if (!entry) return agenda;
  if (went === 'along') return advance(agenda, id, turn, Math.max(0, share - entry.progress));
  if (went === 'not-now') return refuse(agenda, id, turn);
  if (went === 'past') return passOver(agenda, id, turn);
  // An outright no is an answer: the goal is given up at once.
  const enough = entry.goal.refusals ?? 3;
  let given = agenda;
  for (let n = entry.refusals; n < enough; n++) given = refuse(given, id, turn);
  return given;
}
