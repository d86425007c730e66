/**
 * Trains the learned policy for recommender data, a table of one's own, or the built-in catalogue.
 * @module
 */
import { basename, dirname, resolve } from 'node:path';
import type { TrainedIteration, TrainedPolicy } from '@sente/training/policy';
import { UsageError } from '../failure.ts';
import type { MeasureOutside } from '../measure/outside.ts';
import { openCatalog } from '../settings/open-catalog.ts';
import { policyPlace, savePolicy } from '../settings/policy-files.ts';
import { storeFile } from '../settings/run-store.ts';
import { progressLine } from './progress-line.ts';

/** As typed. What is absent was not typed. */
export interface PolicyTyped {
  readonly preset?: 'quick' | 'full';
  readonly data?: string;
  readonly catalog?: string;
  readonly seed?: number;
  readonly method?: 'expert-iteration' | 'q-learning';
  readonly out?: string;
  readonly store?: string;
  readonly json?: boolean;
}

/** What the training package does for it; tests stand in. */
export type PolicyParts = Pick<
  typeof import('@sente/training/policy'),
  'trainPolicy' | 'dataWorlds' | 'catalogWorlds' | 'POLICY_BUDGETS'
>;

/** Loads them: only here, since they bring the runtime that trains. */
export async function policyParts(): Promise<PolicyParts> {
  return await import('@sente/training/policy');
}

/** What came of it; without a result it was stopped. */
interface PolicyRan {
  readonly place: string;
  readonly seconds: number;
  /** Iterations that were finished. */
  readonly iterations: readonly TrainedIteration[];
  readonly trained?: TrainedPolicy;
}

/** Trains, and keeps the best policy so far after each iteration. Throws UsageError. */
export async function runPolicy(typed: PolicyTyped, outside: MeasureOutside, parts: PolicyParts): Promise<PolicyRan> {
  const { preset = 'quick', seed = 1, method } = typed;
  if (typed.data !== undefined && typed.catalog !== undefined) {
    throw new UsageError('--data and --catalog are two kinds of items: give one of them.');
  }
  const data = typed.data === undefined ? undefined : resolve(outside.directory, typed.data);
  const catalog = typed.catalog === undefined ? undefined : resolve(outside.directory, typed.catalog);
  const runs = dirname(storeFile(typed.store, outside.directory));
  const place =
    typed.out === undefined
      ? policyPlace({ ...(data && { data }), ...(catalog && { catalog }) }, runs)
      : resolve(outside.directory, typed.out.replace(/\.(json|safetensors)$/, ''));
  const start = outside.now();
  const seconds = (): number => (outside.now() - start) / 1000;
  const stop = new AbortController();
  const off = outside.onInterrupt(() => stop.abort(new Error('stopped')));
  const line = progressLine(outside);
  const iterations: TrainedIteration[] = [];
  try {
    outside.err.write(`Kept as ${place}.json and .safetensors, the best so far after each iteration.\n`);
    const worlds =
      data === undefined
        ? parts.catalogWorlds((await openCatalog(catalog)).catalog)
        : await parts.dataWorlds(data, seed);
    const trained = await parts.trainPolicy({
      worlds,
      source: data !== undefined ? basename(data) : catalog !== undefined ? basename(catalog) : 'built-in catalogue',
      budget: parts.POLICY_BUDGETS[preset],
      seed,
      ...(method && { method }),
      signal: stop.signal,
      onProgress(done, of) {
        line.say(`${Math.floor((100 * done) / of)}% of the training`, true);
      },
      onIteration(report, policy) {
        iterations.push(report);
        if (policy) savePolicy(place, policy);
        line.clear();
        outside.err.write(`${told(report)}${policy ? '; kept' : ''}\n`);
      },
    });
    return { place, seconds: seconds(), iterations, trained };
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    return { place, seconds: seconds(), iterations };
  } finally {
    line.clear();
    off();
  }
}

function told({ iteration, judged }: TrainedIteration): string {
  const figures = Object.entries(judged).map(([user, { reward }]) => `${user} ${reward.toFixed(3)}`);
  return `iteration ${iteration + 1}: R* ${figures.join(', ')}`;
}
