/**
 * One conversation of the field's protocol: the user opens with an attribute; each agent turn asks one question or
 * recommends one list; it ends with the target shown, or when the turns are used up.
 * @module
 */
import type { ItemDomain } from '@sente/catalog';
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
  for (let turn = 1; turn <= turns && state.count > 0; turn++) {
    const act = agent(state, random);
    if ('ask' in act) state = domain.answered(state, act.ask, user.answer(act.ask));
    else {
      const rank = user.placeIn(act.items);
      if (rank > 0) return { turn, rank };
      state = domain.refused(state, act.items);
    }
  }
  return undefined;
}
