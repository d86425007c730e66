/**
 * What lies where in Redis. All of it expires by itself, should nobody clear it away.
 * @module
 */
import { createHash } from 'node:crypto';
import type { RunHead, TaskKey } from '../store/run-store.ts';

/** Names of one run's things. */
interface RunNames {
  /** Hash: replies by key. */
  readonly calls: string;
  /** Stream: keys of replies, in the order in which they came. */
  readonly made: string;
  /** Stream: what became of conversations. */
  readonly played: string;
  /** Hash: what is spent and allowed, and whether the run was stopped. */
  readonly state: string;
  /** Beginning of the names of claims. */
  readonly claim: string;
}

/** BullMQ's queue, and the beginning of its names. */
export const QUEUE = 'conversations';
export const PREFIX = 'sente';

/** Seconds after which what belongs to a run that nobody goes on with is forgotten: a week. */
export const KEPT_SECONDS: number = 7 * 24 * 3600;

/** Names a run among all runs of all machines that share the queue. */
export function runName({ id, started }: Pick<RunHead, 'id' | 'started'>): string {
  return `${id}.${started.toString(36)}`;
}

export function namesOf(run: string): RunNames {
  const name = (what: string): string => `${PREFIX}:{${run}}:${what}`;
  return {
    calls: name('calls'),
    made: name('made'),
    played: name('played'),
    state: name('state'),
    claim: name('claim'),
  };
}

/** Names a conversation; adding it twice adds it once. */
export function jobId(run: string, { probe, case: name, agent, repeat }: TaskKey): string {
  const hash = createHash('sha256').update(JSON.stringify([run, probe, name, agent, repeat]));
  return `c${hash.digest('hex').slice(0, 40)}`;
}
