/**
 * Runs what was chosen, one probe after the other, with progress, until it is done or something stops it.
 * @module
 */
import {
  BudgetReachedError,
  ConversationFailedError,
  createProgress,
  type ProbeResult,
  type RunCost,
  StoppedError,
} from '@sente/lab';
import type { MeasureOutside } from './outside.ts';
import type { Place } from './place.ts';
import type { ReadyProbe } from './probe.ts';

/** Why a run ended before it was done. */
export interface Stopped {
  readonly probe: string;
  readonly done: number;
  readonly total: number;
  /** What a person should know beyond that. */
  readonly why?: string;
}

/** What came of the plans. */
interface Ran {
  readonly results: readonly ProbeResult[];
  readonly stopped?: Stopped;
}

/** A probe that can be played. */
export interface ReadyPlan {
  readonly name: string;
  readonly play: ReadyProbe;
}

/** Runs the plans in order. `signal` stops them; what else stops them early is in `stopped`, what is a fault is thrown. */
export async function runPlans(
  plans: readonly ReadyPlan[],
  place: Place,
  outside: MeasureOutside,
  signal: AbortSignal,
): Promise<Ran> {
  const results: ProbeResult[] = [];
  for (const { name, play } of plans) {
    let progress: ReturnType<typeof createProgress> | undefined;
    let at = { done: 0, total: 0 };
    const onProgress = (done: number, total: number): void => {
      at = { done, total };
      const beside = (): string => costText(place.cost());
      progress ??= createProgress(name, total, outside.err, outside.now, { before: done, beside });
      progress.update(done);
    };
    try {
      results.push(await play({ signal, onProgress }, place));
    } catch (error) {
      const isTold = isForeseen(error);
      if (!isTold && !signal.aborted && !(error instanceof StoppedError)) throw error;
      return { results, stopped: { probe: name, ...at, ...(isTold && { why: error.message }) } };
    } finally {
      progress?.finish();
    }
  }
  return { results };
}

/** What ends a run early without being a fault of ours: the message says what to do, and nothing that was finished is lost. */
function isForeseen(error: unknown): error is Error {
  if (error instanceof BudgetReachedError || error instanceof ConversationFailedError) return true;
  // The queue's own are told by their names: its door is not opened for runs without one.
  return error instanceof Error && ['QueuedTaskError', 'QueueLostError'].includes(error.name);
}

/** `1,204 calls, $0.31`; nothing before the first call. */
function costText({ calls, usd }: RunCost): string {
  if (calls === 0) return '';
  const money = usd === undefined ? '' : `, $${usd < 0.01 && usd > 0 ? usd.toFixed(4) : usd.toFixed(2)}`;
  return `${calls.toLocaleString('en-GB')} ${calls === 1 ? 'call' : 'calls'}${money}`;
}
