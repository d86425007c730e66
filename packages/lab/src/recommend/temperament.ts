/**
 * What the probe's users are like when they are no oracles.
 * @module
 */

/** Habits of a user. Chances are 0 … 1. */
export interface Habits {
  /** Chance of a wrong answer. */
  readonly noise: number;
  /** Chance of "I don't know". */
  readonly unknown: number;
  /** After the n-th useless question (answered with no or "I don't know") the user leaves with chance n × this. */
  readonly hazard?: number;
  /** How many items will do: the one in mind, and those most like it. 1 unless given. */
  readonly acceptable?: number;
  /** Chance that a yes comes with up to two more features, told unasked. */
  readonly lists?: number;
  /** Chance, in each turn, that the wish changes to another item that the opening fits; once at most. */
  readonly changing?: number;
}

/** Habits, and what agents are told of them. */
export interface RecommendTemperament extends Habits {
  readonly told: Required<Pick<Habits, 'noise' | 'unknown' | 'hazard'>>;
}

/** Users with nothing but wrong answers and not knowing, of which agents are told. */
export function plainTemperament(noise: number, unknown: number): RecommendTemperament {
  return { noise, unknown, told: { noise, unknown, hazard: 0 } };
}

const exact = { noise: 0, unknown: 0, hazard: 0 };

/**
 * By name. Agents know how often people err, do not know and lose patience, as a shop would from experience; they are not
 * told that more than one item will do, that people volunteer, or when somebody changes a wish. Somebody who does is like
 * somebody who errs: agents are told noise, so that what was given up is not lost for good.
 */
export const RECOMMEND_TEMPERAMENTS: Readonly<Record<string, RecommendTemperament>> = {
  oracle: plainTemperament(0, 0),
  noisy: plainTemperament(0.1, 0),
  unsure: plainTemperament(0, 0.2),
  impatient: { noise: 0, unknown: 0.1, hazard: 0.03, told: { noise: 0, unknown: 0.1, hazard: 0.03 } },
  easy: { ...exact, acceptable: 3, told: exact },
  talkative: { ...exact, lists: 0.5, told: exact },
  fickle: { noise: 0.02, unknown: 0, changing: 0.05, told: { noise: 0.1, unknown: 0, hazard: 0 } },
};
