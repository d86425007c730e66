/**
 * What a decision costs, and how often it is the exact one: the estimate, plain forward sampling, and raced simulation, on
 * a shop rendered as text (as in imagined-intents.ts).
 *
 *     npm run -s bench benchmarks/estimate-against-simulation.ts [-- --cases N --seed S]
 *     npm run -s bench benchmarks/estimate-against-simulation.ts -- --model URL#NAME --cases 8 --methods estimate,raced --out FILE.jsonl
 *
 *     npm run -s bench benchmarks/estimate-against-simulation.ts -- --model grouped --cases 40 --wait 50    how long it takes
 *
 *     estimate   two calls: read, weigh
 *     sampled    every candidate of the estimate played forward: three samples, window two (arXiv 2502.00640)
 *     raced      the four best of the estimate, as many samples in all as three each, raced; window two
 *     long       as raced, with 48 samples each; only when it is named (--model grouped --methods estimate,raced,long):
 *                where racing would arrive with more money
 *
 * The exact value of an act is that of the layer's own arithmetic with everybody imagined and every fit known. The
 * scripted simulated users behave as that arithmetic has it (who is served badly says what is wanted six times in ten and
 * leaves otherwise), so that what is measured is whom the model imagines and how few are sampled, not another idea of what
 * people are like. Scripted models answer the real prompts; they say what is counted, not how a real model fares.
 */
import type { InitiativeOptions } from '@sente/language';
import { CHOICES, COSTS, caseTable } from '../packages/lab/src/open-world/case-table.ts';
import { readShopRun, runCases } from './support/shop-run.ts';

const noLimit = { calls: 10_000 };
const METHODS: Readonly<Record<string, InitiativeOptions>> = {
  estimate: { depth: 'estimate' },
  sampled: {
    depth: 'simulate',
    budget: noLimit,
    simulation: { candidates: Number.POSITIVE_INFINITY, samples: 3, allocation: 'equal' },
  },
  raced: { depth: 'simulate', budget: noLimit },
  long: { depth: 'simulate', budget: noLimit, simulation: { samples: 48 } },
};

const run = readShopRun(200);
const results: Record<string, Awaited<ReturnType<typeof runCases>>> = {};
for (const [method, options] of Object.entries(METHODS)) {
  if (!(run.methods ?? ['estimate', 'sampled', 'raced']).includes(method)) continue;
  results[method] = await runCases(run, method, options);
}
for (const model of run.models.keys()) {
  const groups = Object.fromEntries(Object.entries(results).map(([method, by]) => [method, by[model]]));
  const { milliseconds, ...counts } = COSTS;
  const costs = run.isTimed ? { ...counts, milliseconds } : counts;
  const { 'same kind': sameKind, 'best act': bestAct, asks, 'exact asks': exactAsks, regret } = CHOICES;
  console.log(
    `${caseTable(`${run.isReal ? model : `scripted: ${model}`}`, groups, { ...costs, 'same kind': sameKind, 'best act': bestAct, asks, 'exact asks': exactAsks, regret })}\n`,
  );
}
