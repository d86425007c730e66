/**
 * Forecasters that need no insight. In the shop they speak through the assistant that recommends at once; of a dialogue
 * that others have they speak nothing. What they forecast stands in the case, measured on others.
 * @module
 */
import type { Agent } from '../agent/agent.ts';
import { shopAgents } from '../agent/shop-agents.ts';
import { RULES_SPEAK_AS } from './customer-rates.ts';
import type { KnowCase } from './probe.ts';

type Forecast = (probeCase: KnowCase, turn: number) => number;

const FORECASTS: Readonly<Record<string, Forecast>> = {
  always: () => 1,
  never: () => 0,
  'base-rate': ({ rules }) => rules.base,
  'by-turn': ({ rules }, turn) => {
    if (!('byTurn' in rules)) return rules.base;
    return rules.byTurn[Math.min(turn, rules.byTurn.length - 1)] ?? rules.base;
  },
  features: ({ rules }, turn) => ('features' in rules ? rules.features[turn] : rules.base),
};

/** The two constants, the base rate, the share of buyers by turn (shop only), features of the surface (dialogues only). */
export const knowRules: readonly Agent[] = Object.keys(FORECASTS).map((name) => ({
  name,
  needsModel: false,
  begin: shopAgents.find((agent) => agent.name === RULES_SPEAK_AS)!.begin,
}));

/** What a rule forecasts after turn `turn` (from 0); undefined for an agent that is none. */
export function ruleForecast(agent: string, probeCase: KnowCase): ((turn: number) => number) | undefined {
  const forecast = FORECASTS[agent];
  return forecast && ((turn) => forecast(probeCase, turn));
}

/** `by-turn` has nothing to say of dialogues, and `features` nothing of the shop. */
export function rulePlays({ cell }: KnowCase, agent: string): boolean {
  return !(agent === 'by-turn' && cell === 'casino') && !(agent === 'features' && cell !== 'casino');
}
