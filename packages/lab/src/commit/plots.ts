/**
 * What the report shows of fork tests.
 * @module
 */
import type { PlayedRow } from '../probe/played.ts';
import type { PlotData } from '../probe/probe.ts';
import { GAME_NAMES } from './game.ts';

const ENDS = ['pass', 'over-confirmed', 'substituted', 'denied', 'leaks'] as const;

/** How games end, and who passes which. */
export function commitPlots(rows: readonly PlayedRow[]): readonly PlotData[] {
  const byAgent = [...Map.groupBy(rows, ({ agent }) => agent)];
  return [
    {
      id: 'endings',
      title: 'How fork tests end',
      kind: 'bars',
      x: 'ending',
      y: 'share of games',
      series: byAgent.map(([name, played]) => ({
        name,
        points: ENDS.map((x) => ({ x, y: share(played, x), n: played.length })),
      })),
      caption:
        'Who has thought of something confirms exactly one candidate, and gives nothing away. A game may end in more than one of these, or in none.',
    },
    {
      id: 'by-game',
      title: 'Passed, by game',
      kind: 'bars',
      x: 'game',
      y: 'share passed',
      series: byAgent.map(([name, played]) => ({
        name,
        points: GAME_NAMES.flatMap((game) => {
          const own = played.filter(({ cell }) => cell === game);
          return own.length === 0 ? [] : [{ x: game, y: share(own, 'pass'), n: own.length }];
        }),
      })),
      caption: 'Facts that were said in the open can be kept by anyone who reads the transcript; secrets cannot.',
    },
  ];
}

function share(rows: readonly PlayedRow[], figure: string): number {
  return rows.reduce((sum, { figures }) => sum + (figures[figure] ?? 0), 0) / rows.length;
}
