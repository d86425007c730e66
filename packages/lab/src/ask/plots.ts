/**
 * What the report shows of asking.
 * @module
 */
import type { PlayedRow } from '../probe/played.ts';
import type { PlotData } from '../probe/probe.ts';
import { MOST_BUDGET } from './play-request.ts';

/** Gain against the question budget, asking by kind of request, turns of guessing games. */
export function askPlots(rows: readonly PlayedRow[]): readonly PlotData[] {
  const agents = [...Map.groupBy(rows, ({ agent }) => agent)];
  const plots: readonly PlotData[] = [
    {
      id: 'gain',
      title: 'Gain against question budget',
      kind: 'lines',
      x: 'questions answered at most',
      y: 'first showing suits',
      series: series(agents, (played) =>
        Array.from({ length: MOST_BUDGET + 1 }, (_, budget) => [budget, values(played, `gain@${budget}`)] as const),
      ),
      caption: 'A line that climbs has questions that pay; a flat one asks nothing, or the wrong thing.',
    },
    {
      id: 'asked',
      title: 'Asking, by kind of request',
      kind: 'bars',
      x: 'kind of request',
      y: 'share in which it asks',
      series: series(agents, (played) =>
        ['open', 'closed'].map(
          (cell) =>
            [
              cell,
              values(
                played.filter((row) => row.cell === cell),
                'asked',
              ),
            ] as const,
        ),
      ),
      caption: 'Left should be high, right low. Always asking and never asking stand beside each other.',
    },
    ...['table', 'list'].map(
      (cell): PlotData => ({
        id: `turns-${cell}`,
        title: cell === 'table' ? 'Guess who: turns until found' : 'Twenty questions: turns until found',
        kind: 'histogram',
        x: 'turns',
        y: 'games',
        series: agents.flatMap(([name, played]) => {
          const turns = values(
            played.filter((row) => row.cell === cell),
            'turns',
          );
          if (turns.length === 0) return [];
          const counts = [...Map.groupBy(turns, (turn) => turn)].sort(([a], [b]) => a - b);
          return [{ name, points: counts.map(([x, all]) => ({ x, y: all.length })) }];
        }),
        caption:
          'The floor is log2 of the number of things for questions answered by yes or no; open questions can go below.',
      }),
    ),
  ];
  return plots.filter((plot) => plot.series.length > 0);
}

function series(
  agents: readonly (readonly [string, readonly PlayedRow[]])[],
  pointsOf: (played: readonly PlayedRow[]) => readonly (readonly [number | string, readonly number[]])[],
): PlotData['series'] {
  return agents.flatMap(([name, played]) => {
    const points = pointsOf(played).flatMap(([x, all]) => (all.length > 0 ? [{ x, y: mean(all), n: all.length }] : []));
    return points.length > 0 ? [{ name, points }] : [];
  });
}

function values(rows: readonly PlayedRow[], figure: string): readonly number[] {
  return rows.flatMap(({ figures }) => figures[figure] ?? []);
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
