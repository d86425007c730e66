/**
 * What `sente measure` prints of a run, and how it ends.
 * @module
 */
import { type Bar, barHolds, type ProbeResult, powerOf, printJson, renderPower, renderResult } from '@sente/lab';
import type { MeasureOutside } from './outside.ts';
import type { Stopped } from './run-plans.ts';

interface Printing {
  readonly json: boolean;
  /** One probe was named: its document stands by itself. */
  readonly isOne: boolean;
  readonly power?: number | true;
  readonly bars: readonly Bar[];
}

/** Prints the figures, and ends with 1 where a bar holds. Throws MissingFigureError. */
export function tell(results: readonly ProbeResult[], printing: Printing, outside: MeasureOutside): void {
  print(results, printing, outside);
  judge(printing.bars, results, outside);
}

/** Tables for people, or one document. */
function print(results: readonly ProbeResult[], { json, isOne, power }: Printing, outside: MeasureOutside): void {
  const width = outside.out.columns ?? 120;
  const precision = power === true ? undefined : power;
  if (json) {
    const withPower = results.map((result) => ({ ...result, power: powerOf([result], precision) }));
    outside.out.write(`${printJson(power === undefined ? results : withPower, isOne)}\n`);
    return;
  }
  for (const result of results) outside.out.write(`${renderResult(result, width)}\n`);
  if (power !== undefined) outside.out.write(renderPower(powerOf(results, precision), precision));
}

/** Says how far a run came, and how it goes on. */
export function tellStopped(
  { probe, done, total, why }: Stopped,
  run: string,
  results: readonly ProbeResult[],
  outside: MeasureOutside,
): void {
  const finished = results.map((result) => result.probe).join(', ') || 'none';
  if (why !== undefined) outside.err.write(`${why}\n`);
  outside.err.write(
    `Stopped in ${probe} after ${done} of ${total} conversations; probes finished: ${finished}.\n` +
      `Nothing that was finished is lost: sente measure --resume ${run}\n`,
  );
  outside.exit(3);
}

function judge(bars: readonly Bar[], results: readonly ProbeResult[], outside: MeasureOutside): void {
  // All bars are read before any decides: a missing figure is worth more than a missed bar.
  const held = bars.filter((bar) => barHolds(bar, results));
  for (const bar of held) outside.err.write(`Failed: ${bar.text}\n`);
  if (held.length > 0) outside.exit(1);
}
