/**
 * The thread of a training in the background.
 * @module
 */
import { getPriority, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import type { LearnedPolicy } from '@sente/pocket';
import { heed, type StopSwitch, throwIfStopped } from '../net/stop.ts';
import type { PlainCatalog } from './background-table.ts';
import type { PolicyBudget } from './presets.ts';
import { trainPolicy } from './train-policy.ts';
import { catalogWorlds, type PolicyWorlds } from './worlds.ts';

/** Given to the thread at its start. */
export interface BackgroundThreadData {
  readonly table: PlainCatalog;
  readonly source: string;
  readonly budget: PolicyBudget;
  readonly seed: number;
  readonly stop: StopSwitch;
}

/** From the thread. */
export type BackgroundReport =
  | { readonly kind: 'progress'; readonly progress: { readonly share: number; readonly iteration: number } }
  | { readonly kind: 'policy'; readonly policy: LearnedPolicy }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly detail: string };

/** As `nice` has it: 0 is the usual, 19 the last in line. */
const NICE = 10;

const { table, source, budget, seed, stop } = workerData as BackgroundThreadData;
const report = (message: BackgroundReport): void => parentPort?.postMessage(message);

heed(stop);
// Whoever waits for an answer comes first. Only Linux has priorities of threads; elsewhere it would be the whole process.
if (process.platform === 'linux') setPriority(0, Math.max(NICE, getPriority(0)));

/** Each conversation begins by drawing a person, so that a thread that plays can be stopped too. */
function stoppable({ train, choose }: PolicyWorlds): PolicyWorlds {
  const heeding = (world: PolicyWorlds['train']): PolicyWorlds['train'] => ({
    ...world,
    draw(random) {
      throwIfStopped();
      return world.draw(random);
    },
  });
  return { train: heeding(train), choose: heeding(choose) };
}

let iteration = 1;
let told = -1;
const { iterations } = budget;
trainPolicy({
  worlds: stoppable(
    catalogWorlds({
      ...table,
      view() {
        throw new Error('nobody looks at items in training');
      },
    }),
  ),
  source,
  budget,
  seed,
  onProgress(done, of) {
    const percent = Math.floor((100 * done) / of);
    if (percent === told) return;
    told = percent;
    report({ kind: 'progress', progress: { share: done / of, iteration } });
  },
  onIteration(_, policy) {
    iteration = Math.min(iteration + 1, iterations);
    if (policy) report({ kind: 'policy', policy });
  },
}).then(
  () => report({ kind: 'done' }),
  (error) =>
    report({ kind: 'failed', detail: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
);
