/**
 * What the report shows of the boundary.
 * @module
 */
import { countForecasts, equalMassBins } from '../know/pooled.ts';
import type { PlayedRow } from '../probe/played.ts';
import type { PlotData } from '../probe/probe.ts';
import { firstOf } from './first-acts.ts';

/** First replies that ask, by how open the request is and how sure the user; and calibration, where there are forecasts. */
export function boundaryPlots(rows: readonly PlayedRow[]): readonly PlotData[] {
  const requests = rows.filter(({ cell }) => cell === 'request');
  const agents = [...Map.groupBy(requests, ({ agent }) => agent)];
  const asks = agents.map(([name, own]) => ({
    name,
    points: [...Map.groupBy(own, kindOf)].map(([x, some]) => ({
      x,
      y: some.filter((row) => firstOf(row) === 'ask').length / some.length,
      n: some.length,
    })),
  }));
  const forecasts = agents.flatMap(([name, own]) => {
    const bins = equalMassBins(countForecasts([own], 'request'));
    return bins.length === 0 ? [] : [{ name, points: bins.map(({ stated, came, n }) => ({ x: stated, y: came, n })) }];
  });
  return [
    {
      id: 'asks',
      title: 'Where it asks first',
      kind: 'lines',
      x: 'what the request leaves open, and whether the user can answer',
      y: 'share of first replies that ask',
      series: asks,
      order: ORDER,
      caption: 'Asking should rise with what is open where the user can answer, and stay at the floor where it cannot.',
    },
    ...(forecasts.length === 0
      ? []
      : [
          {
            id: 'calibration',
            title: 'Calibration',
            kind: 'calibration' as const,
            x: 'stated',
            y: 'share that came true',
            series: forecasts,
            caption: 'On the diagonal, users are served as often as was said at their opening. Bins of equal mass.',
          },
        ]),
  ];
}

const ORDER: readonly string[] = ['unsure', 'half-sure', 'sure'].flatMap((reliability) =>
  ['closed', 'narrow', 'open', 'wide'].map((openness) => `${openness}, ${reliability}`),
);

/** The id of a request begins with its situation. */
function kindOf({ case: id }: PlayedRow): string {
  const [openness, , reliability] = id.split('/');
  return `${openness}, ${reliability}`;
}
