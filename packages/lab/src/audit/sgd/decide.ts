/**
 * Decides a turn of an annotated dialogue by value. When the decision is to call the service, and the system called it
 * too, what came back is looked at and the report decided on in turn; otherwise the report is the likelier one.
 * @module
 */
import { type Decision, type Policy, planned, type Random } from '@sente/engine';
import type { Chances } from './chances.ts';
import { DESK_COSTS, type DeskCosts, deskDomain } from './desk-domain.ts';
import type { DeskAct, DeskState } from './desk-state.ts';
import type { Row } from './dialogue.ts';
import { LABELS, type Label } from './labels.ts';
import { rowFits } from './row-fits.ts';
import type { Situation } from './situation.ts';

/** What Sente would have done. */
interface SgdDecision {
  readonly labels: readonly Label[];
  readonly decision: Decision<DeskAct>;
  /** The service was called first. */
  readonly hasLooked: boolean;
}

/** Chance of guessing a value right when the schema lists no values. */
const OPEN_GUESS = 0.05;
const HORIZON = 4;

/** Decides turns. */
type SgdDecider = (situation: Situation, results: () => readonly Row[] | undefined, random: Random) => SgdDecision;

/** Makes a decider. `results` is called only once the decision to call the service is made. */
export function sgdDecider(chances: Chances, horizon: number = HORIZON, costs: DeskCosts = DESK_COSTS): SgdDecider {
  const policy: Policy<DeskState, DeskAct> = planned({ domain: deskDomain(chances, costs), horizon });
  return (situation, results, random) => {
    const state = deskState(situation, chances);
    const first = policy.decide(state, random);
    if (!first.chosen.isLookup) return { labels: inOrder(first.chosen.labels), decision: first, hasLooked: false };
    const report = policy.decide(reportState(state, situation, results()), random);
    return { labels: inOrder(report.chosen.labels), decision: report, hasLooked: true };
  };
}

const inOrder = (labels: readonly Label[]): Label[] => LABELS.filter((label) => labels.includes(label));

/** The state before anything is done. */
export function deskState(situation: Situation, chances: Chances): DeskState {
  const { intent, service, open, results, shown, isLeaving } = situation;
  const sizes = open.map((name) => service?.slots.find((slot) => slot.name === name)?.possible_values.length ?? 0);
  const guesses = sizes.map((size) => (size > 0 ? 1 / size : OPEN_GUESS));
  return {
    step: situation.isSettled ? 'settled' : 'unmet',
    isTransaction: intent?.is_transactional ?? false,
    open: open.length,
    guess: guesses.reduce((product, chance) => product * chance, 1) ** (1 / Math.max(1, guesses.length)),
    sure: situation.isConfirmed || situation.tookAlternative ? 1 : 1 - chances.misheard,
    asked: situation.asked.length > 0,
    canTell: knows(situation.current, situation.asked),
    fits: 1,
    isFresh: false,
    hasAlternative: false,
    isOnTable: situation.isOnTable,
    left: intent?.is_transactional ? 0 : Math.max(0, (results?.length ?? 0) - shown),
    follows: hasNext(situation) && !isLeaving ? chances.follows : 0,
    more: isLeaving ? 0 : chances.more,
    paid: 0,
  };
}

/** The state once the service has answered; unknown answers are taken to be what was wanted. */
function reportState(state: DeskState, situation: Situation, rows: readonly Row[] | undefined): DeskState {
  const answered: DeskState = { ...state, step: 'report', isFresh: true, open: 0, canTell: true };
  if (!rows) return answered;
  const [row] = rows;
  const fits = row !== undefined && (!state.isTransaction || rowFits(row, situation));
  return {
    ...answered,
    fits: Number(fits),
    hasAlternative: row !== undefined && !fits,
    isOnTable: false,
    left: rows.length,
    canTell: knows(row, situation.asked),
  };
}

function knows(row: Row | undefined, slots: readonly string[]): boolean {
  return row !== undefined && slots.some((slot) => slot in row);
}

/** Whether the service has something to do with what was just found. */
function hasNext(situation: Situation): boolean {
  return situation.hasChosen && (situation.service?.intents.some((intent) => intent.is_transactional) ?? false);
}
