/**
 * What a reader of the figures should know.
 * @module
 */
import type { HoldCase } from './case.ts';

/** Sentences for the report. */
export function holdNotes(cases: readonly HoldCase[]): readonly string[] {
  const requests = new Set(cases.map(({ group }) => group)).size;
  const changing = new Set(
    cases.flatMap((one) => (one.world === 'shop' && (one.intent.changes?.length ?? 0) > 0 ? [one.group] : [])),
  ).size;
  return [
    ...cases.flatMap(({ remarks = [] }) => remarks),
    ...(changing > 0
      ? [
          `In ${changing} of ${requests} requests a wish is withdrawn or replaced on the way; withdrawn-kept rests on these.`,
        ]
      : []),
    'recovered is left out where the drop of bare from full to sharded is not clear of 0: there is nothing to recover then.',
    'a90 and u rest on the repeats of each request; with a single repeat u is left out.',
  ];
}
