/**
 * A worker: takes conversations from the queue and plays them, on this machine or another one.
 * @module
 */
import { hostname } from 'node:os';
import { type Job, Worker } from 'bullmq';
import type { CallStore, Gate } from '../calls/call-store.ts';
import { BudgetReachedError, type RunBudget } from '../calls/run-budget.ts';
import type { Played } from '../probe/played.ts';
import type { Task } from '../run/task.ts';
import { createRedact } from '../store/redact.ts';
import { connectRedis } from './connect.ts';
import { RunStoppedError } from './errors.ts';
import { KEPT_SECONDS, namesOf, PREFIX, QUEUE } from './names.ts';
import { FORMAT, type Outcome, type QueuedJob } from './queued-task.ts';
import { redisBudget } from './redis-budget.ts';
import { redisCalls } from './redis-calls.ts';
import { redisGate } from './redis-gate.ts';

/** What a conversation is played with; hand all of it to `recordModel`. */
export interface WorkEnvironment {
  readonly calls: CallStore;
  readonly gate: Gate;
  readonly budget: RunBudget;
  /** Aborted when the worker is to stop: the conversation goes to another one. */
  readonly signal: AbortSignal;
}

/** What a worker needs. */
export interface WorkOptions {
  /** `redis://…` */
  readonly url: string;
  /** Plays one conversation; see `playQueued`. */
  play(job: QueuedJob, environment: WorkEnvironment): Promise<Played>;
  /** Conversations at once; 8 unless given. */
  readonly atOnce?: number;
  /** Ends the work at once; conversations under way are taken over by others. */
  readonly signal?: AbortSignal;
  /** Told when it is ready, and of every conversation that ended, for progress. */
  onReady?(): void;
  onEnd?(task: Task, how: 'played' | 'failed' | 'stopped'): void;
}

/**
 * Milliseconds: a lock that is not renewed for so long belongs to a worker that is gone, and looks are taken so often; so
 * a killed worker's conversations go on after about three seconds (BullMQ's own defaults make it a minute).
 */
const LOCK = 2_000;
const LOOK = 1_000;

/** Works until `signal` is aborted. Gives the number of conversations played. Throws QueueAddressError or QueueUnreachableError. */
export async function work(options: WorkOptions): Promise<number> {
  const { url, play, atOnce = 8, signal = new AbortController().signal, onReady, onEnd } = options;
  const redact = createRedact();
  const redis = await connectRedis(url);
  const blocking = redis.duplicate();
  blocking.on('error', () => {});
  const environments = environmentsOf(redis, signal);
  const me = `${hostname()}:${process.pid}`;
  let played = 0;

  async function outcome(job: QueuedJob): Promise<Outcome | undefined> {
    const { run, atOnce: calls, format } = job;
    if (format !== FORMAT) return { failed: `it takes jobs of format ${FORMAT}, not ${format}: update it`, worker: me };
    try {
      return { played: await play(job, environments.of(run, calls)) };
    } catch (error) {
      if (signal.aborted) throw error;
      if (error instanceof RunStoppedError) return undefined;
      if (error instanceof BudgetReachedError) {
        const { limit, allowed, spent } = error;
        return { spent: { limit, allowed, spent } };
      }
      return { failed: redact(error instanceof Error ? error.message : String(error)), worker: me };
    }
  }

  async function take(job: Job<QueuedJob>): Promise<void> {
    const { run, task } = job.data;
    const found = await outcome(job.data);
    if (found) {
      const { played: name } = namesOf(run);
      const message = redact(JSON.stringify(found));
      await redis
        .multi()
        .xadd(name, '*', 'id', job.id ?? '', 'outcome', message)
        .expire(name, KEPT_SECONDS)
        .exec();
    }
    if (found && 'played' in found) played++;
    onEnd?.(task, found === undefined || 'spent' in found ? 'stopped' : 'played' in found ? 'played' : 'failed');
  }

  const worker = new Worker<QueuedJob>(QUEUE, take, {
    connection: blocking,
    prefix: PREFIX,
    concurrency: Math.max(1, atOnce),
    lockDuration: LOCK,
    stalledInterval: LOOK,
    // However often its workers are killed, a conversation is played.
    maxStalledCount: 1_000_000,
    drainDelay: 1,
  });
  worker.on('error', () => {}); // connections are made again by themselves
  await worker.waitUntilReady();
  onReady?.();
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  // Its locks lapse, and others take over: the same as if it had been killed.
  await worker.close(true);
  environments.close();
  blocking.disconnect();
  redis.disconnect();
  return played;
}

/** What the conversations of one run share. */
function environmentsOf(redis: Awaited<ReturnType<typeof connectRedis>>, signal: AbortSignal) {
  const made = new Map<string, WorkEnvironment & { close(): void }>();
  return {
    of(run: string, atOnce: number): WorkEnvironment {
      const name = JSON.stringify([run, atOnce]);
      const known = made.get(name);
      if (known) return known;
      const [calls, gate] = [redisCalls(redis, { run }), redisGate(redis, { atOnce })];
      const close = (): void => {
        calls.close();
        gate.close();
      };
      const environment = { calls, gate, budget: redisBudget(redis, run), signal, close };
      made.set(name, environment);
      return environment;
    },
    close(): void {
      for (const { close } of made.values()) close();
    },
  };
}
