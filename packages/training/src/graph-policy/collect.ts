/**
 * States for the network to learn from: conversations with training's people, played by a policy that now and then tries
 * something else.
 * @module
 */
import type { Random } from '@sente/engine';
import { anyAct, type Limit } from './expert-values.ts';
import type { Game, PolicyWorld } from './game.ts';
import { KINDS } from './kinds.ts';
import { Person } from './person.ts';
import { happen, type Visit, visit } from './visit.ts';

/** Chooses among the acts of a state. */
export type Choose = (visit: Visit, random: Random) => number;

/** One state and what followed. */
export interface Step {
  readonly at: Visit;
  readonly act: number;
  /** R\* when the conversation ended with this act; undefined when it went on. */
  readonly ended?: number;
}

const SHARES = KINDS.map(({ share }) => share);

/** One conversation. */
export function converse(world: PolicyWorld, game: Game, choose: Choose, random: Random): Step[] {
  const { user, target } = world.draw(random.split('person'));
  const person = new Person(target, world.features, game, random.split('answers'));
  const steps: Step[] = [];
  let state = game.domain.start(world.prior(user), person.opening());
  person.begin(state);
  while (!game.domain.isOver(state)) {
    const at = visit(game, state);
    const act = choose(at, random.split(`turn ${state.turn}`));
    state = happen(at, act, person);
    steps.push({ at, act, ...(game.domain.isOver(state) && { ended: state.won ?? 0 }) });
  }
  return steps;
}

/** Conversations without end, kinds of people drawn by share. */
export function* conversations(
  world: PolicyWorld,
  games: readonly Game[],
  choose: () => Choose,
  random: Random,
): Generator<Step[]> {
  for (let number = 0; ; number++) {
    const own = random.split(number);
    yield converse(world, games[own.weighted(SHARES)], choose(), own);
  }
}

/** A choice that is random with chance `epsilon`: any act that may be chosen, each alike. */
export function exploring(choose: Choose, epsilon: number, limit: Limit = anyAct): Choose {
  return (at, random) => {
    const dice = random.split('explore');
    if (dice.next() >= epsilon) return choose(at, random);
    const acts = limit(at);
    return acts[dice.integer(acts.length)];
  };
}

/** The act with the highest value; the first of equals. */
export function best(acts: readonly number[], worthOf: (act: number) => number): number {
  return acts.reduce((found, act) => (worthOf(act) > worthOf(found) ? act : found));
}
