/**
 * What a decision costs, and how often it is the exact one: the estimate, plain forward sampling, and raced simulation, on
 * a shop rendered as text (as in imagined-intents.ts).
 *
 *     npm run -s bench benchmarks/estimate-against-simulation.ts [-- --cases N --seed S]
 *     npm run -s bench benchmarks/estimate-against-simulation.ts -- --model URL#NAME --cases 8 --methods estimate,raced --out FILE.jsonl
 *
 *     estimate   two calls: read, weigh
 *     sampled    every candidate of the estimate played forward: three samples, window two (arXiv 2502.00640)
 *     raced      the four best of the estimate, as many samples in all as three each, raced; window two
 *
 * The exact value of an act is that of the layer's own arithmetic with everybody imagined and every fit known; the
 * simulated users follow rules of their own (they always say what is wrong, one thing at a time), so that simulation is
 * not measured against itself. Scripted models answer the real prompts; they say what is counted, not how a real model
 * fares.
 */
import type { InitiativeOptions } from '@sente/language';
import { CHOICES, COSTS, caseTable } from '../packages/lab/src/open-world/case-table.ts';
import { readShopRun, runCases } from './support/shop-run.ts';

const noLimit = { calls: 1000 };
const METHODS: Readonly<Record<string, InitiativeOptions>> = {
  estimate: { depth: 'estimate' },
  sampled: {
    depth: 'simulate',
    budget: noLimit,
    simulation: { candidates: Number.POSITIVE_INFINITY, samples: 3, allocation: 'equal' },
  },
  raced: { depth: 'simulate', budget: noLimit },
};

const run = readShopRun(200);
const results: Record<string, Awaited<ReturnType<typeof runCases>>> = {};
for (const [method, options] of Object.entries(METHODS)) {
  if (run.methods?.includes(method) === false) continue;
  results[method] = await runCases(run, method, options);
}
for (const model of run.models.keys()) {
  const groups = Object.fromEntries(Object.entries(results).map(([method, by]) => [method, by[model]]));
  const { calls, tokens } = COSTS;
  const { 'same kind': sameKind, 'best act': bestAct, asks, 'exact asks': exactAsks, regret } = CHOICES;
  console.log(
    `${caseTable(`${run.isReal ? model : `scripted: ${model}`}`, groups, { calls, tokens, 'same kind': sameKind, 'best act': bestAct, asks, 'exact asks': exactAsks, regret })}\n`,
  );
}
