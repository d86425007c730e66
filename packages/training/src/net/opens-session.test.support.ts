/**
 * A program that uses the runtime: `main`, in the thread that it begins in; `worker`, in one that it starts.
 * @module
 */
import { once } from 'node:events';
import { isMainThread, Worker } from 'node:worker_threads';
import { createRandom } from '@sente/engine';
import { createEvaluator } from './evaluator.ts';
import { initialWeights } from './initial-weights.ts';
import { silence } from './runtime.ts';

if (isMainThread && process.argv[2] === 'worker') {
  silence();
  const worker = new Worker(new URL(import.meta.url), { execArgv: process.execArgv });
  const [code] = await once(worker, 'exit');
  process.exitCode = code;
} else {
  const shape = { layers: 1, width: 4, heads: 1, context: 4, vocabulary: 9 };
  const evaluator = await createEvaluator({ shape, batch: 1, length: 2 }, initialWeights(shape, createRandom(1)));
  const { entropies } = await evaluator.run(Int32Array.of(2, 3), Int32Array.of(3, 4));
  await evaluator.close();
  console.log(entropies.every((one) => one > 0) ? 'ran' : 'failed');
}
