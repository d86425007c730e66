/**
 * Trains the learned policy for recommender data, a table of one's own, or the built-in catalogue.
 * @module
 */
import { basename, dirname, resolve } from 'node:path';
import type { Catalog } from '@sente/catalog';
import type { LearnedPolicy } from '@sente/pocket';
import type { PolicyWorlds, TrainedIteration, TrainedPolicy } from '@sente/training/policy';
import { UsageError } from '../failure.ts';
import type { MeasureOutside } from '../measure/outside.ts';
import { openCatalog } from '../settings/open-catalog.ts';
import { hasPolicy, policyPlace, removePolicy, savePolicy, unfinishedPlace } from '../settings/policy-files.ts';
import { checkRecommenderData } from '../settings/recommender-data.ts';
import { storeFile } from '../settings/run-store.ts';
import { cannotKeep, checkPlace } from './check-place.ts';
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
  'trainPolicy' | 'dataWorlds' | 'catalogWorlds' | 'nothingToLearn' | 'POLICY_BUDGETS'
>;

/** Loads them: only here, since they bring the runtime that trains. */
export async function policyParts(): Promise<PolicyParts> {
  return await import('@sente/training/policy');
}

/** What came of it; without a result it was stopped. */
interface PolicyRan {
  readonly place: string;
  /** Where the best so far lies when it was stopped: another place where one lay before. */
  readonly best: string;
  readonly seconds: number;
  /** Iterations that were finished. */
  readonly iterations: readonly TrainedIteration[];
  /** Whether one lay there before. */
  readonly replaces: boolean;
  readonly trained?: TrainedPolicy;
}

/**
 * Trains, and keeps the best policy so far after each iteration: under the policy's own name where none lay there, else beside
 * it, and in its place once the training is done. Throws UsageError.
 */
export async function runPolicy(typed: PolicyTyped, outside: MeasureOutside, parts: PolicyParts): Promise<PolicyRan> {
  const { preset = 'quick', seed = 1, method } = typed;
  if (typed.data !== undefined && typed.catalog !== undefined) {
    throw new UsageError('--data and --catalog are two kinds of items: give one of them.');
  }
  const data = typed.data === undefined ? undefined : resolve(outside.directory, typed.data);
  if (data !== undefined) checkRecommenderData(data, 'For a table of your own: --catalog FILE.');
  const catalog = typed.catalog === undefined ? undefined : resolve(outside.directory, typed.catalog);
  const runs = dirname(storeFile(typed.store, outside.directory));
  const place =
    typed.out === undefined
      ? policyPlace({ ...(data && { data }), ...(catalog && { catalog }) }, runs)
      : resolve(outside.directory, typed.out.replace(/\.(json|safetensors)$/, ''));
  const replaces = hasPolicy(place);
  const best = replaces ? unfinishedPlace(place) : place;
  const start = outside.now();
  const seconds = (): number => (outside.now() - start) / 1000;
  const stop = new AbortController();
  const off = outside.onInterrupt(() => stop.abort(new Error('stopped')));
  const line = progressLine(outside);
  const iterations: TrainedIteration[] = [];
  try {
    const worlds =
      data === undefined
        ? tableWorlds((await openCatalog(catalog)).catalog, parts)
        : await parts.dataWorlds(data, seed);
    for (const kept of new Set([place, best])) checkPlace(kept);
    outside.err.write(intent(place, best));
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
        if (policy) keep(best, policy);
        line.clear();
        outside.err.write(`${told(report)}${policy ? '; kept' : ''}\n`);
      },
    });
    if (replaces) replace(place, best, trained.policy);
    return { place, best: place, seconds: seconds(), iterations, replaces, trained };
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    return { place, best, seconds: seconds(), iterations, replaces };
  } finally {
    line.clear();
    off();
  }
}

function tableWorlds(catalog: Catalog, parts: PolicyParts): PolicyWorlds {
  const nothing = parts.nothingToLearn(catalog);
  if (nothing) throw new UsageError(nothing.message, { cause: nothing });
  return parts.catalogWorlds(catalog);
}

/** Said before the training, when there is still time to choose another place. */
function intent(place: string, best: string): string {
  if (best === place) return `The best so far will be kept as ${place}.json and .safetensors after each iteration.\n`;
  const earlier = hasPolicy(best) ? ' (what an earlier training left there is written over)' : '';
  return [
    `A policy lies there already: ${place}.json stays as it is until the new one is finished, and is replaced then; --out NAME keeps both.`,
    `Until then the best so far will be kept as ${best}.json and .safetensors after each iteration${earlier}.`,
    '',
  ].join('\n');
}

/** Puts the new one, which lies at `best` already, in the place of the old one: written anew, so that it is whole at either. */
function replace(place: string, best: string, policy: LearnedPolicy): void {
  try {
    savePolicy(place, policy);
  } catch (error) {
    throw new UsageError(`${cannotKeep(place, error).message} What was trained lies in ${best}.json.`, {
      cause: error,
    });
  }
  removePolicy(best);
}

function keep(place: string, policy: LearnedPolicy): void {
  try {
    savePolicy(place, policy);
  } catch (error) {
    throw cannotKeep(place, error);
  }
}

function told({ iteration, judged }: TrainedIteration): string {
  const figures = Object.entries(judged).map(([user, { reward }]) => `${user} ${reward.toFixed(3)}`);
  return `iteration ${iteration + 1}: R* ${figures.join(', ')}`;
}
