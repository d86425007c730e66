/**
 * Plays a run on whatever workers there are, and collects what comes of it.
 * @module
 */
import type { Budget } from '@sente/language';
import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import type { CallStore, StoredCall } from '../calls/call-store.ts';
import { BudgetReachedError } from '../calls/run-budget.ts';
import type { Played } from '../probe/played.ts';
import type { TasksPlayed } from '../run/play-tasks.ts';
import type { RunCost } from '../run/probe-result.ts';
import { keyOf, type Task } from '../run/task.ts';
import { createRedact } from '../store/redact.ts';
import type { RunHead } from '../store/run-store.ts';
import { collector, type Reading } from './collector.ts';
import { connectRedis } from './connect.ts';
import { QueuedKeyError, QueuedTaskError, QueueLostError } from './errors.ts';
import { jobId, KEPT_SECONDS, namesOf, PREFIX, QUEUE, runName } from './names.ts';
import { FORMAT, type Outcome, type QueuedJob, type QueuedSettings, taskName } from './queued-task.ts';
import { allowRun, stopRun } from './redis-budget.ts';

/** What to play, and who takes it. */
export interface RunOnQueueOptions {
  /** `redis://…` */
  readonly url: string;
  readonly run: Pick<RunHead, 'id' | 'started'>;
  /** Conversations that are not finished yet; drawn as there is room. */
  readonly tasks: Iterable<Task>;
  /** What workers must know beside; `atOnce` is 16 unless given. */
  readonly settings: Omit<QueuedSettings, 'atOnce'> & Partial<QueuedSettings>;
  /** Where every reply goes as it comes; `store.calls(run.id)`. */
  readonly calls: CallStore;
  /** Replies that are known already, for the workers to replay; `store.storedCalls(models)`. */
  readonly known?: Iterable<readonly [key: string, call: StoredCall]>;
  /** What may be spent, and what earlier sittings spent. */
  readonly budget?: Budget;
  readonly spent?: RunCost;
  /** Stops the run: no worker makes another call for it. */
  readonly signal?: AbortSignal;
  /** Conversations in the queue at most; 1,000 unless given. */
  readonly ahead?: number;
  /** Told of every conversation once. */
  onPlayed(played: Played, task: Task): void;
  /** Resolves when all that was told is on disk: then the queue forgets it. `store.flushed`. */
  readonly flushed?: () => Promise<void>;
  /** Told of every reply that is new here, for the meter. */
  onCall?(call: StoredCall): void;
  /** Told of a conversation that could not be played, and the others go on. Without it the first one ends the run. */
  onFailed?(error: QueuedTaskError, task: Task): void;
}

/** Milliseconds without news after which conversations are put into the queue once more, should they have got lost. */
const SILENCE = 5_000;
/** Milliseconds that conversations under way get to end when the run stops. */
const GRACE = 3_000;

/**
 * Resolves when every conversation was collected, or the run stopped: its budget spent, or `signal` aborted. Taken up
 * again with the same `run`, it first collects what workers finished meanwhile. Workers may come and go, and be killed, at
 * any time. Throws QueueAddressError, QueueUnreachableError, QueuedKeyError,
 * QueuedTaskError, QueueLostError.
 */
export async function runOnQueue(options: RunOnQueueOptions): Promise<TasksPlayed<void>> {
  const { tasks, known = [], budget = {}, spent, signal, ahead = 1_000, flushed } = options;
  const settings: QueuedSettings = { atOnce: 16, ...options.settings };
  const run = runName(options.run);
  const redis = await connectRedis(options.url);
  const queue = new Queue<QueuedJob>(QUEUE, { connection: redis, prefix: PREFIX });
  queue.on('error', () => {});
  const redact = createRedact();
  const outstanding = new Map<string, Task>();
  const left = new Map<string, Outcome>();
  const rest = tasks[Symbol.iterator]();
  let isDrawn = false;
  let done = 0;
  let failed = 0;
  let stopped: { readonly reason: unknown } | undefined;
  const collect = collector(redis, { run, calls: options.calls, onCall: options.onCall });

  const offer = async (offered: Iterable<readonly [string, Task]>): Promise<void> => {
    const jobs = [...offered].map(([id, task]) => ({
      name: task.probe,
      data: { format: FORMAT, run, ...settings, task },
      opts: { jobId: id, removeOnComplete: true, removeOnFail: true, attempts: 1 },
    }));
    if (jobs.length > 0) await queue.addBulk(jobs);
  };

  /** As many as there is room for. What a worker finished while nobody collected is taken in rather than played. */
  async function fill(): Promise<void> {
    const drawn: [string, Task][] = [];
    while (!isDrawn && outstanding.size < ahead) {
      const { done: isOver, value } = rest.next();
      if (isOver) isDrawn = true;
      else {
        const id = jobId(run, keyOf(value));
        outstanding.set(id, value);
        const outcome = left.get(id);
        left.delete(id);
        if (outcome) takeIn([{ id, outcome }]);
        else drawn.push([id, value]);
      }
    }
    if (isDrawn) left.clear();
    await offer(drawn);
    await forget();
  }

  /** The queue needs no longer keep what is on disk here. */
  async function forget(): Promise<void> {
    if (left.size > 0) return;
    await flushed?.();
    await collect.safe();
  }

  /** Outcomes of an earlier sitting. What failed then is tried again. */
  async function findLeft(): Promise<void> {
    for (;;) {
      const { outcomes, size } = await collect.read(1);
      if (size === 0) return;
      for (const { id, outcome } of outcomes) if ('played' in outcome) left.set(id, outcome);
    }
  }

  function takeIn(outcomes: Reading['outcomes']): void {
    for (const { id, outcome } of outcomes) {
      const task = outstanding.get(id);
      // Played twice, as when a worker was taken for dead: both are the same.
      if (!task) continue;
      if ('spent' in outcome) {
        const { limit, allowed, spent: used } = outcome.spent;
        stopped ??= { reason: new BudgetReachedError(limit, allowed, used) };
        continue;
      }
      outstanding.delete(id);
      if ('played' in outcome) {
        options.onPlayed(outcome.played, task);
        done++;
      } else {
        const error = new QueuedTaskError(taskName(task), outcome.worker, outcome.failed);
        if (!options.onFailed) throw error;
        failed++;
        options.onFailed(error, task);
      }
    }
  }

  /** Nothing new is begun; what is under way may end. */
  async function stop(): Promise<void> {
    await stopRun(redis, run);
    await Promise.all([...outstanding.keys()].map((id) => queue.remove(id).catch(() => 0)));
    const until = Date.now() + GRACE;
    while (Date.now() < until) {
      takeIn((await collect.read(100)).outcomes);
      const active = await Promise.all([...outstanding.keys()].map((id) => redis.exists(`${PREFIX}:${QUEUE}:${id}`)));
      if (!active.includes(1)) break;
    }
    takeIn((await collect.read(1)).outcomes);
    await forget();
  }

  try {
    const sent = JSON.stringify(settings);
    if (redact(sent) !== sent) throw new QueuedKeyError();
    await seed(redis, run, known);
    await allowRun(redis, run, budget, spent ?? { calls: 0, input: 0, output: 0 });
    await findLeft();
    let heard = Date.now();
    await fill();
    while (!stopped && !(isDrawn && outstanding.size === 0)) {
      if (signal?.aborted) stopped = { reason: signal.reason };
      else {
        const { outcomes, size } = await collect.read(200);
        if (size > 0) heard = Date.now();
        takeIn(outcomes);
        if (!stopped) await fill();
        if (Date.now() - heard > SILENCE) {
          if ((await redis.exists(namesOf(run).state)) === 0) throw new QueueLostError();
          await offer(outstanding);
          heard = Date.now();
        }
      }
    }
    if (stopped) await stop();
    else await collect.clear();
  } catch (error) {
    await stop().catch(() => {});
    throw error;
  } finally {
    await queue.close().catch(() => {});
    collect.close();
    redis.disconnect();
  }
  return { done, failed, kept: [], ...(stopped ? { stopped: stopped.reason } : {}) };
}

/** Puts what is known where workers look. */
async function seed(redis: Redis, run: string, known: Iterable<readonly [string, StoredCall]>): Promise<void> {
  const { calls } = namesOf(run);
  let waiting: Promise<unknown>[] = [];
  for (const [key, call] of known) {
    waiting.push(redis.hsetnx(calls, key, JSON.stringify(call)));
    if (waiting.length < 500) continue;
    await Promise.all(waiting);
    waiting = [];
  }
  await Promise.all(waiting);
  await redis.expire(calls, KEPT_SECONDS);
}
