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
  /** Chance, in each turn, that the wish changes to one of the 20 items most like it that the opening fits; once at most. */
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
 * By name. Each departs from the oracle in little more than one thing, far enough to tell agents
 * apart in some hundred cases, and no further than people do: one answer in ten is wrong, one in five is not known; patience
 * is half gone after six useless questions (1 − .03 … 1 − .18, multiplied: .51); a wish changes in half of all
 * conversations of 14 turns.
 *
 * Agents know how often people err, do not know and lose patience, as a shop would from experience; they are not told that
 * more than one item will do, that people volunteer, or when somebody changes a wish. Somebody who does is like somebody
 * who errs: agents are told noise, so that what was given up is not lost for good, as it would be to a filter.
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

/** Who is met: the name and what it stands for; `all` are all, one after the other. Throws UnknownTemperamentError. */
export function temperamentsNamed(name: string): readonly (readonly [string, RecommendTemperament])[] {
  if (name === 'all') return Object.entries(RECOMMEND_TEMPERAMENTS);
  if (!Object.hasOwn(RECOMMEND_TEMPERAMENTS, name)) throw new UnknownTemperamentError(name);
  return [[name, RECOMMEND_TEMPERAMENTS[name]]];
}

/** A temperament that there is not. */
export class UnknownTemperamentError extends Error {
  override readonly name = 'UnknownTemperamentError';
  constructor(name: string) {
    super(`there are no \`${name}\` users here; there are ${Object.keys(RECOMMEND_TEMPERAMENTS).join(', ')}, and all`);
  }
}
