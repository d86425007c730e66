/**
 * What the `recommend` probe says of itself in a report.
 * @module
 */
import type { Metric, PlotData, Reference } from '../probe/probe.ts';
import type { ProbeResult, ShownMetric } from '../run/probe-result.ts';
import type { RecommendRow } from './play.ts';

const METRICS: readonly Metric[] = [
  { name: 'sr@5', label: 'found within 5 turns', better: 'higher', unit: 'share' },
  { name: 'sr@10', label: 'found within 10 turns', better: 'higher', unit: 'share' },
  { name: 'sr@15', label: 'found within 15 turns', better: 'higher', unit: 'share', isHeadline: true },
  { name: 'at', label: 'average turns until found', better: 'lower', unit: 'turns', isHeadline: true },
  { name: 'hdcg', label: 'discounted gain of turn and place', better: 'higher', unit: 'number' },
];

const UNICORN = 'Deng et al. 2021, arXiv 2105.09710, LastFM, as commonly cited';

const REFERENCES: readonly Reference[] = [
  { metric: 'sr@15', who: 'UNICORN (LastFM)', value: 0.535, source: UNICORN },
  { metric: 'at', who: 'UNICORN (LastFM)', value: 11.82, source: UNICORN },
  { metric: 'hdcg', who: 'UNICORN (LastFM)', value: 0.175, source: UNICORN },
];

/** The parts of a result that are the same in every run of the probe. */
export const RECOMMEND: Pick<ProbeResult, 'version' | 'question' | 'source' | 'metrics' | 'references'> = {
  version: '1',
  question: 'Does it ask, recommend, and choose when, as one decision?',
  source: 'Lei et al. 2020, arXiv 2007.00194; Deng et al. 2021, arXiv 2105.09710',
  metrics: METRICS,
  references: REFERENCES,
};

/** The same metrics over all kinds of users, then those of each kind by itself. Headlines are over all. */
export function metricsByKind(kinds: readonly string[]): readonly ShownMetric[] {
  const of = (kind: string): ShownMetric[] =>
    METRICS.map(({ isHeadline: _, name, label, ...rest }) => ({
      ...rest,
      name: `${name}@${kind}`,
      label: `${label}, ${kind} users`,
      cell: kind,
    }));
  return [...METRICS, ...kinds.flatMap(of)];
}

/** Success against turns: how many conversations had found their item by each turn. */
export function recommendPlots(rows: readonly RecommendRow[], agents: readonly string[], turns: number): PlotData[] {
  const found = (position: number, turn: number): number =>
    rows.filter((row) => (row[position]?.turn ?? Number.POSITIVE_INFINITY) <= turn).length / rows.length;
  return [
    {
      id: 'success-by-turn',
      title: 'Found by turn',
      kind: 'lines',
      x: 'turn of the assistant',
      y: 'share of conversations',
      series: agents.map((name, position) => ({
        name,
        points: Array.from({ length: turns }, (_, k) => ({ x: k + 1, y: found(position, k + 1) })),
      })),
      caption: 'The further to the left a curve rises, the sooner people have what they came for.',
    },
  ];
}
