/**
 * The rules of the probe. They are told where the conversation stands, exactly, by whoever plays the case, for what is to be
 * compared with an agent is when they ask, not how well they read: no agent with ears of its own can beat `optimal` but by
 * luck. What they say goes through the same ears of the same strangers as everybody's words.
 * @module
 */
import type { Random } from '@sente/engine';
import { ATTRIBUTE_NAMES, BAGS, bagName } from '@sente/pocket';
import type { Agent } from '../agent/agent.ts';
import { bestAct, optimal, recommendValue } from './optimal.ts';
import { askable, remaining, type ShopState } from './state.ts';

/** Chooses the words for a state. */
export type BoundaryRule = (state: ShopState, random: Random) => string;

const RULES: Readonly<Record<string, BoundaryRule>> = {
  'always-ask': (state, random) => (askable(state).length > 0 ? ask(state) : recommend(state, random)),
  'never-ask': recommend,
  'never-ask-or-abstain': (state, random) => {
    // Whoever never asks is not to count on the answers either.
    const { recommend: worth, abstain } = optimal({ ...state, unanswerable: ATTRIBUTE_NAMES });
    return worth > abstain ? recommend(state, random) : HAND_OVER;
  },
  optimal: (state, random) => {
    const best = bestAct(optimal(state));
    return best === 'ask' ? ask(state) : best === 'recommend' ? recommend(state, random) : HAND_OVER;
  },
};

const HAND_OVER = 'i do not know , sorry .';

/** As the lab knows them. They play in the probe alone, which tells them the state. */
export const boundaryRules: readonly Agent[] = Object.keys(RULES).map((name) => ({
  name,
  needsModel: false,
  begin() {
    throw new TypeError(`the rule '${name}' plays in the probe boundary alone, which tells it where things stand`);
  },
}));

/** The rule of this name; undefined for an agent that is none. */
export function boundaryRule(name: string): BoundaryRule | undefined {
  return Object.hasOwn(RULES, name) ? RULES[name] : undefined;
}

/** The question that is worth most. */
function ask(state: ShopState): string {
  const { asks } = optimal(state);
  const [best] = [...askable(state)].sort((a, b) => asks[b] - asks[a]);
  return `which ${best} would you like ?`;
}

/** One of the bags that are worth most; when all that fit were refused, any. */
function recommend(state: ShopState, random: Random): string {
  const bags = remaining(state);
  const valued = bags.map((bag) => ({ bag, value: recommendValue(state, bag) }));
  const most = Math.max(...valued.map(({ value }) => value));
  const best = valued.filter(({ value }) => value > most - 1e-9).map(({ bag }) => bag);
  return `how about the ${bagName(random.pick(best.length > 0 ? best : BAGS))} ?`;
}
