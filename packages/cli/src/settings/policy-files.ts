/**
 * Where learned policies lie: beside a table of one's own, else in `policies` beside the runs.
 * @module
 */
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { CheckpointError, type LearnedPolicy, writePolicy } from '@sente/pocket';
import { openPolicy } from '@sente/pocket/node';
import { UsageError } from '../failure.ts';

/** What a policy is for; paths are absolute. */
interface PolicySubject {
  /** Directory of recommender data. */
  readonly data?: string;
  /** A table. */
  readonly catalog?: string;
}

/** Both files' path without its ending: `laptops.policy` beside `laptops.csv`; `runs`/policies/lastfm for data. */
export function policyPlace({ data, catalog }: PolicySubject, runs: string): string {
  if (catalog !== undefined) return join(dirname(catalog), `${basename(catalog, extname(catalog))}.policy`);
  return join(runs, 'policies', data === undefined ? 'built-in' : basename(data));
}

/** Writes both files whole; folders are made. */
export function savePolicy(place: string, policy: LearnedPolicy): void {
  mkdirSync(dirname(place), { recursive: true });
  const { safetensors, card } = writePolicy(policy);
  // The card comes last: whoever finds it finds weights. If all ends between the two, its checksum tells that they are not its own.
  for (const [ending, content] of [
    ['safetensors', safetensors],
    ['json', card],
  ] as const) {
    writeFileSync(`${place}.${ending}.part`, content);
    renameSync(`${place}.${ending}.part`, `${place}.${ending}`);
  }
}

/** Removes both files; the card goes first. */
export function removePolicy(place: string): void {
  for (const ending of ['json', 'safetensors']) rmSync(`${place}.${ending}`);
}

/** Where one is kept while it is trained and another lies at `place`: no table's own policy has such a name. */
export function unfinishedPlace(place: string): string {
  return `${place}.new`;
}

/** Whether one lies there. */
export function hasPolicy(place: string): boolean {
  return existsSync(`${place}.json`);
}

/** Reads one; a path with either ending will do. Throws UsageError. */
export function loadPolicy(path: string): LearnedPolicy {
  try {
    return openPolicy(path);
  } catch (error) {
    if (error instanceof CheckpointError) throw new UsageError(error.message);
    throw error;
  }
}
