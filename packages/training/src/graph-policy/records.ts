/**
 * States as a batch takes them: cells of one state after the other, padded to one size.
 * @module
 */
import { type Cells, STATISTICS } from '@sente/pocket';

/** Most of everything in one state, and how many states there are. */
export interface RecordSize {
  readonly acts: number;
  readonly cells: number;
  readonly neighbours: number;
}

/** Arrays of one batch. */
export interface RecordBatch {
  /** [states · cells, STATISTICS] */
  readonly statistics: Float32Array;
  /** [states · cells, neighbours] */
  readonly shares: Float32Array;
  /** [states, acts, cells] */
  readonly chances: Float32Array;
  /** [states, acts] */
  readonly now: Float32Array;
}

/** The size that `questions` yes-or-no questions over `neighbours` answers take. */
export function recordSize(questions: number, neighbours: number): RecordSize {
  return { acts: 1 + questions, cells: 2 + 2 * questions, neighbours };
}

/** Lays states out side by side, with room for `batch` of them. Throws RangeError when one is too large, or there are more. */
export function layOut(states: readonly Cells[], size: RecordSize, batch: number): RecordBatch {
  if (states.length > batch) throw new RangeError(`${states.length} states, where a batch holds ${batch}`);
  const { acts, cells, neighbours } = size;
  const laid = {
    statistics: new Float32Array(batch * cells * STATISTICS),
    shares: new Float32Array(batch * cells * neighbours),
    chances: new Float32Array(batch * acts * cells),
    now: new Float32Array(batch * acts),
  };
  states.forEach((state, at) => {
    if (state.acts > acts || state.count > cells || state.neighbours > neighbours) {
      throw new RangeError(
        `a state of ${state.acts} acts and ${state.count} cells, where there is room for ${acts} and ${cells}`,
      );
    }
    laid.statistics.set(state.statistics, at * cells * STATISTICS);
    laid.now.set(state.now, at * acts);
    for (let act = 0; act < state.acts; act++) {
      const row = state.chances.subarray(act * state.count, (act + 1) * state.count);
      laid.chances.set(row, (at * acts + act) * cells);
    }
    for (let cell = 0; cell < state.count; cell++) {
      const row = state.shares.subarray(cell * state.neighbours, (cell + 1) * state.neighbours);
      laid.shares.set(row, (at * cells + cell) * neighbours);
    }
  });
  return laid;
}
