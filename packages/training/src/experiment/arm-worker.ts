/**
 * Trains and measures models on a thread of its own: a training step blocks the thread that it runs on.
 * @module
 */
import { parentPort, workerData } from 'node:worker_threads';
import { createTokenizer, parameterCount, SHOP_WORDS } from '@sente/pocket';
import { heed, type StopSwitch } from '../net/stop.ts';
import { openArmFiles } from './arm-files.ts';
import { BUDGETS, type Budgets, SHAPES } from './budgets.ts';
import { measureArm } from './measure-arm.ts';
import type { Job } from './plan.ts';
import { trainArm } from './train-arm.ts';

/** Given to the thread at its start. */
export interface ArmWorkerData {
  readonly preset: keyof typeof BUDGETS;
  /** In place of the preset's. */
  readonly budgets?: Budgets;
  readonly directory: string;
}

/** What it is given beside. */
export interface ArmThreadData extends ArmWorkerData {
  readonly stop: StopSwitch;
}

/** From the thread. */
export type ArmReport =
  | { readonly kind: 'step'; readonly id: string; readonly step: number; readonly of: number }
  | { readonly kind: 'done'; readonly id: string }
  | { readonly kind: 'failed'; readonly id: string; readonly message: string };

const { preset, directory, stop, budgets = BUDGETS[preset] } = workerData as ArmThreadData;
heed(stop);
const files = openArmFiles(directory);
const tokenizer = createTokenizer(SHOP_WORDS);
const report = (message: ArmReport): void => parentPort?.postMessage(message);

async function work(job: Job, proxy: string): Promise<void> {
  const began = performance.now();
  const start = job.from === undefined ? undefined : await files.weights(job.from);
  const { weights, curve, trained, sampled } = await trainArm({
    job,
    budgets,
    tokenizer,
    start,
    onStep: (step, of) => step % 10 === 0 && report({ kind: 'step', id: job.id, step, of }),
  });
  const measured = await measureArm({
    job,
    budgets,
    tokenizer,
    weights,
    proxy: proxy === job.id ? weights : await files.weights(proxy),
  });
  const { id, objective, horizon, corpus, seed, size, from } = job;
  const shape = SHAPES[size];
  await files.write(
    {
      ...measured,
      card: {
        format: 'sente-pocket/1',
        name: id.replaceAll('/', '-'),
        description: `A speaker of the bag shop, trained by ${objective}${horizon === undefined ? '' : `, horizon ${horizon}`}.`,
        shape,
        words: SHOP_WORDS,
        objective,
        ...(horizon !== undefined && { horizon }),
        corpus,
        seed,
        trained,
        license: 'MIT',
      },
      arm: {
        id,
        objective,
        ...(horizon !== undefined && { horizon }),
        corpus,
        seed,
        parameters: parameterCount(shape),
        ...(from !== undefined && { from }),
        trained,
        sampled,
        seconds: (performance.now() - began) / 1000,
        curve,
        figures: {},
        cells: [],
      },
    },
    weights,
  );
}

parentPort?.on('message', ({ job, proxy }: { job: Job; proxy: string }) => {
  work(job, proxy).then(
    () => report({ kind: 'done', id: job.id }),
    (error) =>
      report({
        kind: 'failed',
        id: job.id,
        message: error instanceof Error ? (error.stack ?? error.message) : String(error),
      }),
  );
});
