/**
 * What the figures carry: whether one is above another. A claim of the report goes through here.
 * @module
 */
import { figureText, isNumber } from '@sente/lab/report';
import type { ArmSummary, ExperimentResults, SeedFigure } from '../experiment/results.ts';

/** `unknown`: one of the two was not measured. */
type Standing = 'above' | 'below' | 'open' | 'unknown';

/** By intervals: above when the whole interval lies above the other's. */
export function apart(a: SeedFigure | undefined, b: SeedFigure | undefined): Standing {
  if (!a || !b || !isNumber(a.mean) || !isNumber(b.mean)) return 'unknown';
  return a.low > b.high ? 'above' : a.high < b.low ? 'below' : 'open';
}

/** By the paired comparison where the experiment made one, else by intervals. */
export function stands(
  { comparisons }: ExperimentResults,
  a: ArmSummary | undefined,
  b: ArmSummary | undefined,
  metric: string,
): Standing {
  if (!a || !b) return 'unknown';
  for (const [first, second, sign] of [
    [a, b, 1],
    [b, a, -1],
  ] as const) {
    const found = comparisons.find((one) => one.a === first.id && one.b === second.id && one.metric === metric);
    if (!found || !isNumber(found.low) || !isNumber(found.high)) continue;
    if (found.low > 0) return sign > 0 ? 'above' : 'below';
    return found.high < 0 ? (sign > 0 ? 'below' : 'above') : 'open';
  }
  return apart(a.figures[metric], b.figures[metric]);
}

/** A figure against a bar that was set beforehand. */
export function againstBar(
  figure: SeedFigure | undefined,
  bar: number,
): 'met' | 'met by the mean' | 'missed' | 'unknown' {
  if (!figure || !isNumber(figure.mean)) return 'unknown';
  return figure.low >= bar ? 'met' : figure.mean >= bar ? 'met by the mean' : 'missed';
}

/** "78.0% [74.1–81.5]" */
export function share(figure: SeedFigure | undefined): string {
  return figureText(figure, 'share');
}
