/**
 * From how conversations ended to one number per case, metric and kind of user.
 * @module
 */
import type { PerCase } from '../statistics/summary.ts';
import type { RecommendRow } from './play.ts';
import { RECOMMEND_METRICS } from './scoring.ts';

/**
 * `rows`: all cases with the first kind of user, then all with the next. With several kinds, `METRIC@KIND` is of one of
 * them, and METRIC the mean over all of them case by case: a case is one person however often it is met, so that intervals
 * are drawn over people.
 */
export function recommendColumns(
  rows: readonly RecommendRow[],
  agents: readonly string[],
  kinds: readonly string[],
  turns: number,
): PerCase {
  const cases = rows.length / kinds.length;
  return Object.fromEntries(
    agents.map((agent, position) => {
      const columns: Record<string, Float64Array> = {};
      for (const [metric, of] of Object.entries(RECOMMEND_METRICS)) {
        const values = Float64Array.from(rows, (row) => of(row[position], turns));
        if (kinds.length === 1) {
          columns[metric] = values;
          continue;
        }
        const each = kinds.map((_, k) => values.subarray(k * cases, (k + 1) * cases));
        columns[metric] = Float64Array.from({ length: cases }, (_, n) => {
          return each.reduce((sum, column) => sum + column[n], 0) / kinds.length;
        });
        kinds.forEach((kind, k) => {
          columns[`${metric}@${kind}`] = each[k].slice();
        });
      }
      return [agent, columns];
    }),
  );
}
