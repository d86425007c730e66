/**
 * What calls used up while a run goes on: for progress, and for the result.
 * @module
 */
import type { RunCost } from '../run/probe-result.ts';
import type { StoredCall } from './call-store.ts';

/** Adds up. */
export interface CostMeter {
  /** A call that was made now. */
  made(call: StoredCall): void;
  /** A call that was answered from what is kept: it costs nothing. */
  replayed(call: StoredCall): void;
  /** Of the calls made. */
  totals(): RunCost & { readonly replayed: number };
}

/** @param before what earlier sittings of the run used up. */
export function createCostMeter(before: RunCost = { calls: 0, input: 0, output: 0 }): CostMeter {
  let { calls, input, output, usd } = before;
  let replayed = 0;
  return {
    made(call) {
      calls++;
      input += call.input;
      output += call.output;
      if (call.usd !== undefined) usd = (usd ?? 0) + call.usd;
    },
    replayed() {
      replayed++;
    },
    totals: () => ({ calls, input, output, ...(usd === undefined ? {} : { usd }), replayed }),
  };
}
