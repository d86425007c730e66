/**
 * The curves of `hold`.
 * @module
 */
import type { PlayedRow } from '../probe/played.ts';
import type { PlotData } from '../probe/probe.ts';
import { mean } from '../statistics/column.ts';
import { SETTINGS } from './case.ts';
import type { HoldDetail } from './tally.ts';

const FIFTHS: readonly string[] = ['first fifth', 'second', 'third', 'fourth', 'last fifth'];

/** Score by setting; score by the place of the first answer; score as the pieces come out. */
export function holdPlots(rows: readonly PlayedRow[]): readonly PlotData[] {
  const agents = [...new Set(rows.map(({ agent }) => agent))];
  const of = (agent: string, cell?: string): readonly PlayedRow[] =>
    rows.filter((row) => row.agent === agent && (cell === undefined || row.cell === cell));
  const score = (list: readonly PlayedRow[]): number => mean(list.map(({ figures }) => figures.score));
  const series = (points: (agent: string) => PlotData['series'][number]['points']): PlotData['series'] =>
    agents.map((name) => ({ name, points: points(name) })).filter((one) => one.points.length > 0);
  return [
    {
      id: 'hold-settings',
      title: 'Score by setting',
      kind: 'bars',
      x: 'setting',
      y: 'score',
      order: SETTINGS,
      series: series((agent) => SETTINGS.flatMap((cell) => pointOf(cell, of(agent, cell), score))),
      caption:
        'What it costs that the same request comes in pieces: full against sharded; recap and snowball say everything again.',
    },
    {
      id: 'hold-first-answer',
      title: 'Score by when the first answer comes',
      kind: 'bars',
      x: 'place of the first answer in the conversation',
      y: 'score',
      order: FIFTHS,
      series: series((agent) =>
        FIFTHS.flatMap((name, fifth) =>
          pointOf(
            name,
            of(agent, 'sharded').filter((row) => fifthOf(row) === fifth),
            score,
          ),
        ),
      ),
      caption: 'Sharded conversations only. Those who answer early tend to end worse.',
    },
    {
      id: 'hold-curve',
      title: 'Score as the pieces come out',
      kind: 'lines',
      x: 'share of the request that is out',
      y: 'score of the latest answer',
      series: series((agent) => curveOf(of(agent, 'sharded'))),
      caption: 'Sharded conversations only. Before everything is out, a low score of somebody who waits is no fault.',
    },
  ];
}

function pointOf(
  x: string,
  rows: readonly PlayedRow[],
  score: (rows: readonly PlayedRow[]) => number,
): readonly { x: string; y: number; n: number }[] {
  return rows.length === 0 ? [] : [{ x, y: score(rows), n: rows.length }];
}

/** 0 … 4; undefined when there was no answer. */
function fifthOf({ figures }: PlayedRow): number | undefined {
  const at = figures['first-answer-at'];
  return at === undefined ? undefined : Math.min(4, Math.floor(at * 5));
}

/** Mean score at tenths of the request, each conversation's steps read off at its own number of pieces. */
function curveOf(rows: readonly PlayedRow[]): readonly { x: number; y: number; n: number }[] {
  const curves = rows
    .map(({ detail }) => (detail as HoldDetail | undefined)?.curve ?? [])
    .filter((curve) => curve.length > 0);
  if (curves.length === 0) return [];
  return Array.from({ length: 10 }, (_, tenth) => {
    const x = (tenth + 1) / 10;
    const at = curves.flatMap((curve) => {
      const out = Math.floor(x * curve.length + 1e-9);
      return out === 0 ? [] : [curve[out - 1]];
    });
    return { x, y: mean(at), n: at.length };
  }).filter(({ n }) => n > 0);
}
