/**
 * The probe `foresee`: can an agent tell what the user will say next?
 *
 * A shopper talks with the agent. Before each further turn of the shopper's, the agent is shown that turn among three that
 * other shoppers would say in the same place, and gives each a chance. Agents are judged by their chances, not by their
 * talk; agents that give none count as giving equal ones.
 *
 * Source of the question: next-token reasoning, Dong et al. 2025, arXiv 2506.08007, taken from tokens to turns of a
 * conversation; the scores are proper scoring rules (Gneiting & Raftery 2007).
 * @module
 */
import type { PlayedRow } from '../probe/played.ts';
import { defineProbe, type Metric, type PlotData, type Probe, ProbeDataError } from '../probe/probe.ts';
import { hikingShop } from '../shop/shop.ts';
import { drawShoppers, type ForeseeCase } from './case.ts';
import { OTHERS } from './others.ts';
import { playForesee } from './play.ts';
import { baseRatesRule, echoRule, firstRule, longestRule, uniformRule } from './rules.ts';

const METRICS: readonly Metric[] = [
  {
    name: 'accuracy',
    label: 'the likeliest candidate is what the user says',
    better: 'higher',
    unit: 'share',
    isHeadline: true,
  },
  { name: 'log-score', label: 'log2 of the chance given to what the user says', better: 'higher', unit: 'bits' },
  { name: 'brier', label: 'squared error of the chances, summed over candidates', better: 'lower', unit: 'number' },
  { name: 'bits-over-uniform', label: 'bits gained over equal chances', better: 'higher', unit: 'bits' },
  { name: 'bits-over-rule', label: 'bits gained over base rates in the same places', better: 'higher', unit: 'bits' },
  {
    name: 'accuracy-over-rule',
    label: 'accuracy gained over base rates in the same places',
    better: 'higher',
    unit: 'share',
  },
  { name: 'foresees', label: 'turns that the agent gave chances for', better: 'neither', unit: 'share' },
];

/** The probe. */
export const foreseeProbe: Probe<ForeseeCase> = defineProbe<ForeseeCase>({
  name: 'foresee',
  version: '1',
  question: 'Can it tell what the user will say next?',
  source: 'Dong et al. 2025, arXiv 2506.08007, taken from tokens to turns; scores: Gneiting & Raftery 2007',
  rules: [uniformRule, firstRule, longestRule, echoRule, baseRatesRule],
  metrics: METRICS,
  radar: { metric: 'accuracy', scale: (value) => Math.max(0, Math.min(1, value)) },
  async cases({ seed, cases, data }) {
    if (data !== undefined) throw new ProbeDataError(data, 'foresee reads no data yet: leave --data out');
    return drawShoppers(hikingShop(), seed, cases);
  },
  play: playForesee,
  plots: (rows) => [calibration(rows)],
  notes: () => [
    `Chance is ${Math.round(100 / (OTHERS + 1))}%: one true turn among ${OTHERS + 1}.`,
    'Agents that give no chances count as giving equal ones; `foresees` tells how often an agent gave any.',
    'Every agent is asked about its own conversations: `bits-over-rule` and `accuracy-over-rule` compare in the same places.',
  ],
});

/** How often candidates come true, by the chance they were given. */
function calibration(rows: readonly PlayedRow[]): PlotData {
  const agents = [...new Set(rows.map(({ agent }) => agent))];
  return {
    id: 'foresee-calibration',
    title: 'Chances given, and how often they came true',
    kind: 'calibration',
    x: 'chance given',
    y: 'share that came true',
    series: agents.map((name) => ({ name, points: binned(rows.filter(({ agent }) => agent === name)) })),
    caption: 'On the diagonal, chances mean what they say.',
  };
}

function binned(rows: readonly PlayedRow[]): { x: number; y: number; n: number }[] {
  const bins = Array.from({ length: 10 }, () => ({ chance: 0, truth: 0, n: 0 }));
  for (const { detail } of rows) {
    for (const chances of (detail as { chances?: readonly (readonly number[])[] } | undefined)?.chances ?? []) {
      // The chance of what came true stands first.
      chances.forEach((chance, i) => {
        const bin = bins[Math.min(9, Math.floor(chance * 10))];
        bin.chance += chance;
        bin.truth += i === 0 ? 1 : 0;
        bin.n++;
      });
    }
  }
  return bins.flatMap(({ chance, truth, n }) => (n > 0 ? [{ x: chance / n, y: truth / n, n }] : []));
}
