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
  const opening = user.opening();
  const shown: number[] = [];
  let state = domain.start(prior, opening);
  let useless = 0;
  for (let turn = 1; turn <= turns; turn++) {
    if (state.count === 0) state = afresh(domain, domain.start(prior, opening), shown, state);
    if (state.count === 0) return undefined;
    const act = agent(state, random);
    if ('ask' in act) {
      const answer = user.answer(act.ask);
      state = domain.answered(state, act.ask, answer);
      if (answer === true) state = user.besides(act.ask).reduce(domain.told, state);
      else if (user.leaves(++useless)) return undefined;
    } else {
      const rank = user.placeIn(act.items);
      if (rank > 0) return { turn, rank };
      shown.push(...act.items);
      state = domain.refused(state, act.items);
    }
    user.passTurn(turn);
  }
  return undefined;
}

/**
 * Nothing fits all that was said: some of it no longer holds. What is known is the opening again, and what was shown; the
 * clock and the user's patience run on.
 */
function afresh(domain: ItemDomain, start: ItemState, shown: readonly number[], now: ItemState): ItemState {
  const { turn, useless } = now;
  return { ...domain.refused(start, shown), turn, ...(useless !== undefined && { useless }) };
}
