/**
 * What the `offer` probe says of itself in a report.
 * @module
 */
import type { Metric, PlotData } from '../probe/probe.ts';
import type { ProbeResult } from '../run/probe-result.ts';
import type { Summary } from '../statistics/summary.ts';
import { CELLS, cellName, INFLUENCEABILITIES } from './cells.ts';

const METRICS: readonly Metric[] = [
  { name: 'turns', label: 'turns until the conversation ends', better: 'lower', unit: 'turns', isHeadline: true },
  { name: 'success', label: 'ended with an item that was wanted', better: 'higher', unit: 'share', isHeadline: true },
  { name: 'drift', label: 'wishes of their own that users gave up', better: 'lower', unit: 'number' },
];

/** The parts of a result that are the same in every run of the probe. */
export const OFFER: Pick<ProbeResult, 'version' | 'question' | 'source' | 'metrics'> = {
  version: '1',
  question: 'Does it say the useful thing unasked, and what does that cost the user’s own wishes?',
  source: 'Balaraman & Magnini 2020; drift is added here',
  metrics: METRICS,
};

/** Turns against influenceability in a shop of medium size, where three wishes in ten cannot be met. */
export function offerPlots(agents: Summary['agents']): PlotData[] {
  const cells = CELLS.filter(({ size, share }) => size === 'medium' && share === 0.3);
  return [
    {
      id: 'turns-by-influenceability',
      title: 'Turns, by how readily users take a suggestion',
      kind: 'lines',
      x: 'influenceability',
      y: 'turns',
      series: Object.entries(agents).map(([name, figures]) => ({
        name,
        points: INFLUENCEABILITIES.flatMap((level) => {
          const cell = cells.find(({ influenceability }) => influenceability === level);
          const figure = cell && figures[`turns@${cellName(cell)}`];
          return figure ? [{ x: level, y: figure.mean, low: figure.low, high: figure.high, n: figure.n }] : [];
        }),
      })),
      caption: 'A medium shop, wishes that nothing fits in 30% of conversations.',
    },
  ];
}

/** Turns saved against an assistant that speaks when it is spoken to, as a share, 0 … 1, for the radar. */
export function offerRadar(agents: Summary['agents'], longest: number): NonNullable<ProbeResult['radar']> {
  const spared = (turns: number): number => Math.min(1, Math.max(0, 1 - turns / longest));
  return Object.fromEntries(
    Object.entries(agents).flatMap(([name, { turns }]) =>
      turns ? [[name, { value: spared(turns.mean), low: spared(turns.high), high: spared(turns.low) }]] : [],
    ),
  );
}
