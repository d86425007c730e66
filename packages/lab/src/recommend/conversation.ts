/**
 * One conversation of the field's protocol: the user opens with an attribute; each agent turn asks one question or
 * recommends one list; it ends with the target shown, when the turns are used up, or when the user has had enough.
 * @module
 */
import type { ItemDomain, ItemState } from '@sente/catalog';
import type { Random } from '@sente/engine';
import type { RecommendAgent } from './agents.ts';
import type { Ending } from './scoring.ts';
import type { RecommendUser } from './user.ts';

/** Plays it. `prior`: weight of every item for this user; `turns`: agent turns. */
export function converse(
  domain: ItemDomain,
  agent: RecommendAgent,
  user: RecommendUser,
  prior: Float64Array,
  turns: number,
  random: Random,
): Ending {
  let state = domain.start(prior, user.opening());
  let useless = 0;
  for (let turn = 1; turn <= turns && state.count > 0; turn++) {
    const act = agent(state, random);
    if ('ask' in act) {
      const answer = user.answer(act.ask);
      state = domain.answered(state, act.ask, answer);
      if (answer === true) state = volunteered(domain, state, user.besides(act.ask));
      else if (user.leaves(++useless)) return undefined;
    } else {
      const rank = user.placeIn(act.items);
      if (rank > 0) return { turn, rank };
      state = domain.refused(state, act.items);
    }
    user.passTurn(turn);
  }
  return undefined;
}

/** Features that were told unasked take no turn. */
function volunteered(domain: ItemDomain, state: ItemState, features: readonly number[]): ItemState {
  return features.reduce((before, feature) => {
    return before.asked[feature] === 1 ? before : { ...domain.answered(before, feature, true), turn: before.turn };
  }, state);
}
