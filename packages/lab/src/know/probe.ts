/**
 * The probe `know`: does it know how this will end?
 * @module
 */
import type { Random } from '@sente/engine';
import type { Json, Played } from '../probe/played.ts';
import {
  type CaseOptions,
  defineProbe,
  type Play,
  type Probe,
  ProbeDataError,
  type Reference,
} from '../probe/probe.ts';
import { type CasinoCase, casinoCases } from './casino/casino-cases.ts';
import { playCasino } from './casino/play-casino.ts';
import { type CustomerCase, customersOf, drawCustomers } from './customer-cases.ts';
import { measureRates, type Rates } from './customer-rates.ts';
import { type ForecastLog, inLevels, LEVELS, SPLITS } from './forecast-log.ts';
import { knowMetrics } from './metrics.ts';
import { playOnce } from './play-once.ts';
import { knowPlots } from './plots.ts';
import { knowRules, ruleForecast, rulePlays } from './rules.ts';

/** A conversation to be forecast: one with a customer, with what the rules say of such, or a dialogue of others. */
export type KnowCase = (CustomerCase & { readonly rules: Rates }) | CasinoCase;

/** Customers, unless fewer are asked for. */
const CUSTOMERS = 260;

async function cases({ seed, data, split, cases: count, ...options }: CaseOptions): Promise<readonly KnowCase[]> {
  if (data !== undefined) return casinoCases({ seed, data, split, cases: count, ...options });
  if (split !== undefined)
    throw new ProbeDataError('--split', 'the embedded shoppers of know have no splits: leave it out, or give --data');
  const rates = await measureRates(seed);
  const customers = drawCustomers(count ?? CUSTOMERS, customersOf(seed, 'measured'));
  return customers.map((one) => ({ ...one, rules: rates[one.cell] }));
}

async function play({ case: probeCase, agent, random, model, record, ...rest }: Play<KnowCase>): Promise<Played> {
  const rule = ruleForecast(agent.name, probeCase);
  const common = { agent, random, model: rule ? undefined : model('assistant'), onTurn: record };
  if (probeCase.cell === 'casino') {
    const { forecasts, turns } = await playCasino({ casinoCase: probeCase, ...common, ...(rule && { rule }) });
    return { ...scored(probeCase.outcome, forecasts, random), turns };
  }
  const { noise, unknown, user, turns: most } = rest;
  const options = { customer: probeCase, ...common, settings: { noise, unknown, user, turns: most } };
  const { outcome, forecasts, conduct, turns } = await playOnce(options, rule);
  return { ...scored(outcome, forecasts, random), ...(conduct && { user: { ...conduct } }), turns };
}

/** Whoever makes no forecast is taken to say that it might as well go the other way. */
function scored(outcome: boolean, forecasts: readonly (number | undefined)[], random: Random): Omit<Played, 'turns'> {
  const stated = forecasts.map((forecast) => inLevels(forecast ?? 0.5));
  const errors = stated.map((level) => (level / LEVELS - Number(outcome)) ** 2);
  const log: ForecastLog = {
    outcome,
    stated,
    chosen: Math.floor(random.split('chosen').next() * stated.length),
    halves: random.split('halves').integer(2 ** SPLITS),
  };
  const loss = errors.reduce((sum, error) => sum + error, 0) / Math.max(1, errors.length);
  return {
    figures: {
      came: Number(outcome),
      forecasts: stated.length,
      silent: forecasts.filter((forecast) => forecast === undefined).length / Math.max(1, forecasts.length),
      ...(errors.length > 0 && { recovery: errors[0] - errors[errors.length - 1] }),
    },
    detail: log as unknown as Json,
    loss,
  };
}

const PAPER = 'Sicilia et al. 2024, arXiv 2402.03284';

const REFERENCES: readonly Reference[] = [
  { metric: 'brier', who: 'GPT-4, mean of seven corpora', value: 0.211, source: PAPER },
  { metric: 'brier', who: 'tuned 8B model, mean of seven corpora', value: 0.188, source: PAPER },
  { metric: 'brier', who: 'base rate, mean of seven corpora', value: 0.228, source: PAPER },
];

/** The probe. */
export const knowProbe: Probe<KnowCase> = defineProbe<KnowCase>({
  name: 'know',
  version: '1',
  question: 'Does it know how this will end, and when to say that it does not know?',
  source: `${PAPER}; conformal risk control of Angelopoulos et al. 2022, arXiv 2208.02814`,
  rules: knowRules,
  metrics: knowMetrics,
  radar: { metric: 'skill', scale: (value) => value },
  references: REFERENCES,
  plays: rulePlays,
  cases,
  play,
  plots: knowPlots,
  notes(all) {
    const isShop = all.some(({ cell }) => cell !== 'casino');
    return isShop
      ? [
          'Every agent forecasts its own conversations; skill is against the best constant for those very outcomes, known only afterwards.',
          'The rules speak through the assistant that recommends at once.',
        ]
      : [
          'Skill is against the best constant for these very outcomes, known only afterwards; the rule base-rate knows other dialogues only.',
        ];
  },
});
