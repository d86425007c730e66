/**
 * What goes through the queue: conversations there, what became of them back. JSON; never a key.
 * @module
 */
import type { Prices } from '@sente/language';
import type { Played } from '../probe/played.ts';
import type { ModelRole } from '../run/play-task.ts';
import type { Task } from '../run/task.ts';

/** What a worker must know beside the task itself. */
export interface QueuedSettings {
  /** Version of the probe: a worker of another version must not play it. */
  readonly version: string;
  /** Models by role, as typed: each worker has its own keys. */
  readonly models: Readonly<Partial<Record<ModelRole, string>>>;
  readonly prices?: Prices;
  /** Most calls at once to one provider, of all workers together. */
  readonly atOnce: number;
}

/** One conversation to be played, as it lies in the queue. */
export interface QueuedJob extends QueuedSettings {
  /** Of the queue's messages; a job of another format is not played. */
  readonly format: number;
  /** See `runName`. */
  readonly run: string;
  readonly task: Task;
}

/** What a worker says of a conversation. */
export type Outcome =
  | { readonly played: Played }
  | { readonly failed: string; readonly worker: string }
  | { readonly spent: Spent };

/** Why the budget allowed no further call. */
interface Spent {
  readonly limit: 'calls' | 'tokens' | 'money';
  readonly allowed: number;
  readonly spent: number;
}

/** See `QueuedJob`. */
export const FORMAT = 1;

/** A conversation for a person to read. */
export function taskName({ probe, case: { id }, agent, repeat }: Task): string {
  return `${probe}, case ${id}, agent ${agent}${repeat > 0 ? `, repeat ${repeat}` : ''}`;
}
