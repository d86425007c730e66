/**
 * The assistant's own goals, and how far each has come: raise a topic, gather something, steer. Pure; every change makes
 * a new agenda. Progress is part of R\* (`agendaWorth`); what a `lead` act is expected to add (`leadGain`) goes into its
 * value, so that leading competes with answering and asking on one scale.
 *
 * After a refusal the goal rests, longer each time, and is given up in the end: what makes leading bearable is not
 * pressing (goal-directed dialogue: Deng et al. 2023, arXiv 2305.13626).
 * @module
 */

/** One goal. */
export interface Goal {
  readonly id: string;
  /** What reaching it is worth, in R\*. */
  readonly worth: number;
  /** Share of the goal that one turn of leading is expected to bring when the user goes along; in (0, 1], 1 by default. */
  readonly pace?: number;
  /** The last of the assistant's turns, counted from 0, in which progress still counts; none by default. */
  readonly deadline?: number;
  /** Turns to rest after the first refusal; twice as many after the second, and so on; 2 by default. */
  readonly rest?: number;
  /** Refusals after which the goal is given up; 3 by default. */
  readonly refusals?: number;
}

/** One goal and what became of it so far. */
export interface GoalProgress {
  readonly goal: Goal;
  /** From 0 to 1. */
  readonly progress: number;
  readonly refusals: number;
  readonly accepted: number;
  /** The assistant's turn from which on it may be raised again. */
  readonly resting: number;
}

/** All goals. */
export interface Agenda {
  readonly goals: readonly GoalProgress[];
}

/** An agenda names a goal that it does not have. */
export class UnknownGoalError extends Error {
  override readonly name = 'UnknownGoalError';

  constructor(id: string, known: readonly string[]) {
    super(`There is no goal “${id}” on the agenda; it has ${known.map((goal) => `“${goal}”`).join(', ') || 'none'}.`);
  }
}

/** An agenda on which nothing has happened. */
export function createAgenda(goals: readonly Goal[]): Agenda {
  return { goals: goals.map((goal) => ({ goal, progress: 0, refusals: 0, accepted: 0, resting: 0 })) };
}

/** The user went along: the goal has come `share` further (its pace by default). Past the deadline nothing counts. */
export function advance(agenda: Agenda, id: string, turn: number, share?: number): Agenda {
  return change(agenda, id, (entry) => {
    const { deadline = Number.POSITIVE_INFINITY, pace = 1 } = entry.goal;
    if (turn > deadline) return entry;
    return { ...entry, accepted: entry.accepted + 1, progress: Math.min(1, entry.progress + (share ?? pace)) };
  });
}

/** The user refused: the goal rests, twice as long as the last time. */
export function refuse(agenda: Agenda, id: string, turn: number): Agenda {
  return change(agenda, id, (entry) => ({
    ...entry,
    refusals: entry.refusals + 1,
    resting: turn + 1 + (entry.goal.rest ?? 2) * 2 ** entry.refusals,
  }));
}

/** The user neither went along nor refused: the goal rests as after a first refusal, and nothing is counted against it. */
export function passOver(agenda: Agenda, id: string, turn: number): Agenda {
  return change(agenda, id, (entry) => ({
    ...entry,
    resting: Math.max(entry.resting, turn + 1 + (entry.goal.rest ?? 2)),
  }));
}

/** Whether the goal may be raised in this turn: not reached, not resting, not given up, not too late. */
export function mayLead(agenda: Agenda, id: string, turn: number): boolean {
  const { goal, progress, refusals, resting } = find(agenda, id);
  if (progress >= 1 || refusals >= (goal.refusals ?? 3)) return false;
  return turn >= resting && turn <= (goal.deadline ?? Number.POSITIVE_INFINITY);
}

/** What the agenda adds to R\* if the conversation ended now: Σ worth · progress. */
export function agendaWorth(agenda: Agenda): number {
  return agenda.goals.reduce((sum, { goal, progress }) => sum + goal.worth * progress, 0);
}

/**
 * R\* at stake in leading towards a goal in this turn rather than later; 0 when it may not be raised.
 *
 *     worth · min(pace, what is left) · P(the user goes along) · urgency
 *
 * P is Laplace's rule on the user's answers so far, (accepted + 1) / (accepted + refusals + 2). Urgency is the share of
 * the turns left that the goal still needs: with time to spare, little is lost by serving the user first; without a
 * deadline any turn may be the last, and it is 1.
 */
export function leadGain(agenda: Agenda, id: string, turn: number): number {
  if (!mayLead(agenda, id, turn)) return 0;
  const { goal, progress, accepted, refusals } = find(agenda, id);
  const { pace = 1, worth, deadline } = goal;
  const left = 1 - progress;
  const willing = (accepted + 1) / (accepted + refusals + 2);
  const urgency = deadline === undefined ? 1 : Math.min(1, Math.ceil(left / pace - 1e-9) / (deadline - turn + 1));
  return worth * Math.min(pace, left) * willing * urgency;
}

function find(agenda: Agenda, id: string): GoalProgress {
  const found = agenda.goals.find((entry) => entry.goal.id === id);
  if (found) return found;
  throw new UnknownGoalError(
    id,
    agenda.goals.map((entry) => entry.goal.id),
  );
}

function change(agenda: Agenda, id: string, next: (entry: GoalProgress) => GoalProgress): Agenda {
  const found = find(agenda, id);
  return { goals: agenda.goals.map((entry) => (entry === found ? next(entry) : entry)) };
}
