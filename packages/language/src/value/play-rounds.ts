/**
 * Plays rounds of imagined conversations side by side, within what the budget leaves.
 *
 * Acts are compared on whole samples only: when the budget ends in the middle of one, it counts for no act, so that none
 * is judged by fewer or easier users. A conversation that failed for another reason is left out alone.
 * @module
 */
import type { Draw } from '@sente/engine';
import { BudgetSpentError } from '../model/meter.ts';
import { inParallel } from './in-parallel.ts';

/** What rounds are played with. */
export interface RoundOptions {
  /** Plays one conversation; BudgetSpentError ends the rounds, anything else fails the one sample. */
  readonly play: (draw: Draw) => Promise<number>;
  /** Calls that a draw may take. */
  readonly calls: (draw: Draw) => number;
  /** Calls that are left; infinite without a limit. */
  readonly left: () => number;
  readonly concurrency: number;
  readonly signal?: AbortSignal;
}

/** Rounds under way. */
export interface Rounds {
  /** Values by draw; undefined for a draw that failed, or was not played to the end. Throws when the signal is aborted. */
  play(draws: readonly Draw[]): Promise<ReadonlyMap<Draw, number | undefined>>;
  /** The budget has ended: nothing more can be played. */
  readonly isSpent: boolean;
}

/** Starts. */
export function createRounds({ play, calls, left, concurrency, signal }: RoundOptions): Rounds {
  let isSpent = false;

  const attempt = async (draw: Draw): Promise<number | undefined | 'spent'> => {
    try {
      return await play(draw);
    } catch (error) {
      signal?.throwIfAborted();
      return error instanceof BudgetSpentError ? 'spent' : undefined;
    }
  };

  /** As many as can be played whatever happens in them: who is left out must not hang on which call is faster. */
  const affordable = (draws: readonly Draw[]): readonly Draw[] => {
    let rest = left();
    const count = draws.findIndex((draw) => {
      rest -= calls(draw);
      return rest < 0;
    });
    return count < 0 ? draws : draws.slice(0, count);
  };

  return {
    get isSpent() {
      return isSpent;
    },
    async play(draws) {
      const values = new Map<Draw, number | undefined>();
      const cut = new Set(draws.map(({ sample }) => sample));
      for (let rest = draws; rest.length > 0 && !isSpent; ) {
        const batch = affordable(rest);
        const came = await inParallel(batch, concurrency, attempt);
        batch.forEach((draw, i) => {
          const value = came[i];
          if (value !== 'spent') values.set(draw, value);
        });
        isSpent = batch.length === 0 || came.includes('spent');
        rest = rest.slice(batch.length);
      }
      for (const { sample } of draws) {
        if (draws.every((draw) => draw.sample !== sample || values.has(draw))) cut.delete(sample);
      }
      return new Map(draws.map((draw) => [draw, cut.has(draw.sample) ? undefined : values.get(draw)]));
    },
  };
}
