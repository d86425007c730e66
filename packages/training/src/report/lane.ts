/**
 * A figure as a dot with its interval on a line, in plain elements: as wide as its place, as sharp in print.
 * @module
 */
import { escapeHtml, figureText, isNumber } from '@sente/lab/report';
import type { SeedFigure } from '../experiment/results.ts';

/** One dot. */
interface LanePoint {
  readonly figure: SeedFigure | undefined;
  /** A CSS colour. */
  readonly colour: string;
  /** What it is, for readers who do not see it. */
  readonly name: string;
  /** A ring instead of a disc. */
  readonly isHollow?: boolean;
}

/** The lane from `from` to `to`; what lies beyond is drawn at the end. A mark stands at `mark`, if given. */
export function lane(points: readonly LanePoint[], [from, to]: readonly [number, number], mark?: number): string {
  const there = points.filter(({ figure }) => figure !== undefined && isNumber(figure.mean));
  const at = (value: number): string =>
    `${(100 * Math.min(1, Math.max(0, (value - from) / (to - from || 1)))).toFixed(1)}%`;
  const marks = there.map(({ figure, colour, isHollow }) => {
    const { mean, low, high } = figure as SeedFigure;
    const line =
      isNumber(low) && isNumber(high) ? `<i style="left:${at(low)};right:calc(100% - ${at(high)})"></i>` : '';
    return `<span style="--dot:${colour}">${line}<b${isHollow ? ' class="hollow"' : ''} style="left:${at(mean)}"></b></span>`;
  });
  const words = there.map(({ name, figure }) => `${name} ${figureText(figure as SeedFigure)}`).join(', ');
  const line = mark === undefined ? '' : `<em style="left:${at(mark)}"></em>`;
  return `<div class="lane" role="img" aria-label="${escapeHtml(words)}">${line}${marks.join('')}</div>`;
}

/** A scale that holds all means and intervals, and 0 if it is near. */
export function extentOf(figures: readonly (SeedFigure | undefined)[]): readonly [number, number] {
  const ends = figures.flatMap((figure) => (figure ? [figure.low, figure.mean, figure.high] : [])).filter(isNumber);
  if (ends.length === 0) return [0, 1];
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const room = 0.06 * (high - low || Math.abs(high) || 1);
  return [low >= 0 && low < 0.5 * high ? 0 : low - room, high + room];
}
