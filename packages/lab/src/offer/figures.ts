/**
 * From rows to metrics. Names are fixed; `docs/metrics.md` says what each means.
 * @module
 */
import type { PerCase } from '../statistics/summary.ts';
import { CELLS, cellName } from './cells.ts';
import type { OfferRecord } from './conversation.ts';
import { caseAt, type OfferRow, type OfferSetup } from './play.ts';

/** Most facts that one turn may carry. */
const FACT_LIMIT = 2;

/** One number per conversation. */
export const OFFER_METRICS: Readonly<Record<string, (record: OfferRecord) => number>> = {
  turns: (record) => record.turns,
  words: (record) => record.words / record.turns,
  facts: (record) => record.facts / record.turns,
  crowded: (record) => (record.mostFacts > FACT_LIMIT ? 1 : 0),
  drift: (record) => record.drift,
  drifted: (record) => (record.drift > 0 ? 1 : 0),
  success: (record) => (record.success ? 1 : 0),
};

/** Every metric over all cells (`turns`) and in each (`turns@medium/0.3/1`), case by case. */
export function offerColumns(rows: readonly OfferRow[], setup: OfferSetup): PerCase {
  const perCase: Record<string, Record<string, Float64Array>> = {};
  setup.agents.forEach((agent, position) => {
    perCase[agent] = {};
    for (const [metric, measure] of Object.entries(OFFER_METRICS)) {
      perCase[agent][metric] = Float64Array.from(rows, (row) => measure(row.told[position].record));
      CELLS.forEach((cell, k) => {
        const own = rows.filter((_, number) => caseAt(number, setup.users).cell === k);
        const column = Float64Array.from(own, (row) => measure(row.told[position].record));
        perCase[agent][`${metric}@${cellName(cell)}`] = column;
      });
    }
  });
  return perCase;
}

/** The simulated users, measured: wishes they came with, and wishes they spoke of unasked, averaged over agents. */
export function userColumns(rows: readonly OfferRow[]): PerCase {
  const mean = (list: readonly number[]): number => list.reduce((sum, value) => sum + value, 0) / list.length;
  return {
    strangers: {
      wishes: Float64Array.from(rows, (row) => row.wishes),
      unasked: Float64Array.from(rows, (row) => mean(row.told.map(({ unasked }) => unasked))),
    },
  };
}
