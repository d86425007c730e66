/**
 * How often customers buy, measured on customers of another draw with the assistant that the rules talk through.
 * @module
 */
import { shopAgents } from '../agent/shop-agents.ts';
import { type CustomerCase, customersOf, drawCustomers } from './customer-cases.ts';
import { playCustomer } from './play-customer.ts';

/** What the rules say of one kind of customer. */
export interface Rates {
  /** Share that buys. */
  readonly base: number;
  /** Share that buys of those who are still there after 1, 2, … turns of the assistant. */
  readonly byTurn: readonly number[];
}

/** The agent of the shop that speaks for the rules: it recommends at once. */
export const RULES_SPEAK_AS = 'bare';

/** Enough for a standard error of five points for shoppers, nine for bargainers. */
const OTHERS = 120;
/** No rate by turn rests on fewer. */
const FEWEST = 8;

/** Rates for a seed, by kind of customer. */
export async function measureRates(seed: number): Promise<Readonly<Record<CustomerCase['cell'], Rates>>> {
  const agent = shopAgents.find(({ name }) => name === RULES_SPEAK_AS)!;
  const stream = customersOf(seed, 'others');
  const ends: Record<CustomerCase['cell'], End[]> = { shop: [], bargain: [] };
  for (const [i, customer] of drawCustomers(OTHERS, stream).entries()) {
    const random = stream.split('played').split(i);
    const { outcome, forecasts } = await playCustomer({ customer, agent, random, isMute: true });
    ends[customer.cell].push({ turns: forecasts.length, bought: outcome });
  }
  return { shop: ratesOf(ends.shop), bargain: ratesOf(ends.bargain) };
}

interface End {
  readonly turns: number;
  readonly bought: boolean;
}

function ratesOf(ends: readonly End[]): Rates {
  const share = (of: readonly End[]): number => of.filter(({ bought }) => bought).length / of.length;
  const byTurn: number[] = [];
  for (let turn = 1; ; turn++) {
    const there = ends.filter(({ turns }) => turns >= turn);
    if (there.length < FEWEST) return { base: share(ends), byTurn };
    byTurn.push(share(there));
  }
}
