/**
 * How often shoppers buy, measured on shoppers of another draw with the assistant that the rules talk through.
 * @module
 */
import { createRandom } from '@sente/engine';
import { shopAgents } from '../agent/shop-agents.ts';
import { playShop } from './play-shop.ts';
import { drawShoppers, type ShopRates, shoppersOf } from './shop-cases.ts';

/** The agent of the shop that speaks for the rules: it recommends at once. */
export const RULES_SPEAK_AS = 'bare';

/** Enough for a standard error of four points. */
const OTHERS = 150;

/** Rates for a seed. Those who are rarely still there are lumped: no rate rests on fewer than ten. */
export async function measureRates(seed: number): Promise<ShopRates> {
  const agent = shopAgents.find(({ name }) => name === RULES_SPEAK_AS)!;
  const stream = shoppersOf(seed, 'other');
  const ends: { readonly turns: number; readonly bought: boolean }[] = [];
  for (const [i, shopCase] of drawShoppers(OTHERS, stream).entries()) {
    const random = createRandom(`know/rates/${seed}`).split(i);
    const { outcome, forecasts } = await playShop({ shopCase, agent, random, isMute: true });
    ends.push({ turns: forecasts.length, bought: outcome });
  }
  const share = (of: typeof ends): number => of.filter(({ bought }) => bought).length / of.length;
  const byTurn: number[] = [];
  for (let turn = 1; ; turn++) {
    const there = ends.filter(({ turns }) => turns >= turn);
    if (there.length < 10) return { base: share(ends), byTurn };
    byTurn.push(share(there));
  }
}
