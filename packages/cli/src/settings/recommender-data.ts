/**
 * Recommender data is a directory, and a table is a file: whoever mistakes one for the other is told.
 * @module
 */
import { statSync } from 'node:fs';
import { UsageError } from '../failure.ts';

/** Throws UsageError, which ends with `advice`, where `data` is a file. What is not there is told by whoever reads it. */
export function checkRecommenderData(data: string, advice: string): void {
  if (!statSync(data, { throwIfNoEntry: false })?.isFile()) return;
  throw new UsageError(
    `${data} is a file: --data takes a directory of recommender data here (in the layout of LastFM, docs/probes/recommend.md). ${advice}`,
  );
}
