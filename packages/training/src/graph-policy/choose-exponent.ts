/**
 * How sure of its belief a policy had better be with real people: chosen by playing.
 *
 * Training's people are such as the belief draws. Real ones may be found by lists more often than a belief says that was fitted
 * to be right on average, and then whoever takes it at its word asks too long.
 * @module
 */
import type { Random } from '@sente/engine';
import { type ActValues, sharpened } from '@sente/pocket';
import { chooser } from './expert-iteration.ts';
import type { Limit } from './expert-values.ts';
import { type Game, openGame, type PolicyWorld } from './game.ts';
import { judgePolicy } from './judge-policy.ts';
import { JUDGED, type PolicyBudget } from './presets.ts';

/** What is tried: to be surer still finds fewer people in 14 turns. */
const EXPONENTS = [1, 1.1, 1.2, 1.3];

/** The exponent with which the policy does best, by mean R\* over the kinds of users; of equals the first. */
export function chooseExponent(
  world: PolicyWorld,
  network: ActValues,
  { turns, questions, judged }: PolicyBudget,
  random: Random,
  { limit, view = (game) => game }: { readonly limit?: Limit; readonly view?: (game: Game) => Game } = {},
): number {
  const choose = chooser(network, limit);
  const games = Object.values(JUDGED).map((setting) => view(openGame(world, { ...setting, turns }, questions)));
  const worth = (exponent: number): number =>
    games.reduce((sum, game) => {
      const sure: Game = { ...game, graph: (state) => sharpened(game.graph(state), exponent) };
      return sum + judgePolicy(world, sure, choose, Math.ceil(judged / 2), random).reward;
    }, 0);
  const worths = EXPONENTS.map(worth);
  return EXPONENTS[worths.indexOf(Math.max(...worths))];
}
