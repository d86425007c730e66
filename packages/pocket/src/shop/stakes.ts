/**
 * What a conversation in the pocket shop is worth: R\* = success − burden of turns − wrong recommendations. Settled in
 * trials, before the run that is reported; chosen by dynamic programming so that openness, cost of a turn and reliability each move the boundary
 * between asking and answering, no cell of the grid is a tie (the least margin is .04), and looking two user turns
 * ahead is enough in 34 of the 36 cells.
 * @module
 */

/** R\* of a right recommendation. */
export const SUCCESS = 1;

/** Taken off for every recommendation of a bag that the user does not have in mind, on top of the turn that it costs. */
export const WRONG = 0.3;

/** R\* of handing over ("I do not know"), which ends the conversation. */
export const ABSTAIN = -0.2;

/** User turns after the opening; then the user leaves. */
export const PATIENCE = 3;

/** How much time the user has, as the user lets it be known. */
export type Hurry = 'relaxed' | 'plain' | 'hurried';

/** Taken off for each user turn after the opening, save the one that accepts. */
export const TURN_COST: Readonly<Record<Hurry, number>> = { relaxed: 0.05, plain: 0.2, hurried: 0.35 };

/** How well the user knows what is wanted, as the user lets it be known. */
export type Reliability = 'unsure' | 'half-sure' | 'sure';

/** Chance that the user can answer a question about an attribute that was left open; drawn once an attribute. */
export const ANSWERS: Readonly<Record<Reliability, number>> = { unsure: 0, 'half-sure': 0.6, sure: 0.95 };

/**
 * What a request leaves open: nothing (1 bag fits), two values of one attribute (2), all four of colour or material (4),
 * two values of each of two attributes (4).
 */
export type OpennessLevel = 'closed' | 'narrow' | 'open' | 'wide';

/** One cell of the crossover. */
export interface Situation {
  readonly openness: OpennessLevel;
  readonly hurry: Hurry;
  readonly reliability: Reliability;
}

/** All 36 cells. */
export const SITUATIONS: readonly Situation[] = (['closed', 'narrow', 'open', 'wide'] as const).flatMap((openness) =>
  (['relaxed', 'plain', 'hurried'] as const).flatMap((hurry) =>
    (['unsure', 'half-sure', 'sure'] as const).map((reliability) => ({ openness, hurry, reliability })),
  ),
);

/** What happened in a conversation, as far as it counts. */
export interface Tally {
  /** The bag in mind was recommended and taken (or a question of the user's answered rightly). */
  readonly success: boolean;
  /** User turns after the opening, save one that accepts. */
  readonly turns: number;
  /** Recommendations of other bags. */
  readonly wrong: number;
  /** Handed over. */
  readonly abstained: boolean;
}

/** R\* of a conversation. */
export function rewardOf({ success, turns, wrong, abstained }: Tally, hurry: Hurry): number {
  return (success ? SUCCESS : 0) + (abstained ? ABSTAIN : 0) - TURN_COST[hurry] * turns - WRONG * wrong;
}
