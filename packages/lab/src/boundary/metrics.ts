/**
 * The figures of `boundary`.
 * @module
 */
import { skill } from '../know/by-turn.ts';
import {
  accuracyAt,
  areaUnderRisk,
  brier,
  type Counted,
  calibrationError,
  countForecasts,
  equalWidthError,
} from '../know/pooled.ts';
import type { Group, Metric } from '../probe/probe.ts';
import { PIECES_SETTINGS, type PiecesSetting } from './pieces.ts';

type Shape = Omit<Metric, 'name'>;

const share = (name: string, label: string, better: Metric['better'], rest: Partial<Shape> = {}): Metric => ({
  name,
  label,
  better,
  unit: 'share',
  ...rest,
});

const forecasts = (
  name: string,
  label: string,
  better: Metric['better'],
  of: (counted: Counted) => number,
): Metric => ({
  name,
  label,
  better,
  unit: 'number',
  cell: 'request',
  of: (groups) => {
    const counted = countForecasts(groups, 'request');
    return counted.all.some((count) => count > 0) ? of(counted) : Number.NaN;
  },
});

const HOW: Readonly<Record<PiecesSetting, string>> = {
  full: 'put in one breath',
  concat: 'in pieces, in one message',
  sharded: 'in pieces, one a turn',
  fresh: 'in pieces, each time all so far as a new conversation',
  ledger: 'in pieces, each time restated from what was understood',
};

/** In the order of a report. */
export const boundaryMetrics: readonly Metric[] = [
  share('agreement', 'first replies that ask exactly where asking is best', 'higher', { isHeadline: true }),
  share('balanced-agreement', 'the same, where asking is best and where it is not counting alike', 'higher', {
    isHeadline: true,
    cell: 'request',
    of: balancedAgreement,
  }),
  share('act-agreement', 'first replies that do what is best: ask, recommend or abstain', 'higher'),
  share('agreement@1', 'first replies that ask exactly where it is best one user turn ahead: never', 'neither'),
  share('agreement@2', 'first replies that ask exactly where it is best two user turns ahead', 'neither'),
  { name: 'reward', label: 'R* of the conversation', better: 'higher', unit: 'number', isHeadline: true },
  { name: 'regret', label: 'R* given away by the first reply', better: 'lower', unit: 'number' },
  share('success', 'conversations in which the bag in mind was recommended', 'higher'),
  { name: 'turns', label: 'user turns after the opening, save the one that accepts', better: 'lower', unit: 'turns' },
  { name: 'wrong', label: 'wrong recommendations', better: 'lower', unit: 'number' },
  share('asks@open', 'requests that leave something open in which it asks first', 'neither'),
  share('asks@closed', 'requests that leave nothing open in which it asks first', 'lower'),
  share('asks@unsure', 'open requests of users who cannot answer in which it asks first', 'lower', {
    isHeadline: true,
  }),
  share('asks@pays', 'requests in which asking is best in which it asks first', 'higher'),
  share('asks@vain', 'requests in which asking is not best in which it asks first', 'lower'),
  share('abstains', 'first replies that hand over', 'neither'),
  share('abstains@pays', 'the same where that is best', 'higher'),
  share('abstains@vain', 'the same where that is not best', 'lower'),
  share('right-question', 'first questions that are about something open', 'higher'),
  share('fits', 'first recommendations that fit what was said', 'higher'),
  share('unclear', 'first replies that do none of the three', 'lower'),
  ...PIECES_SETTINGS.map((cell) =>
    share(`p@${cell}`, `last reply right, the request ${HOW[cell]}`, 'higher', { cell, figure: 'right' }),
  ),
  share('premature', 'requests in pieces in which it recommends before the last piece', 'lower', { cell: 'sharded' }),
  ...(['fresh', 'ledger'] as const).map((cell) =>
    share(`premature@${cell}`, `the same, the request ${HOW[cell]}`, 'lower', { cell, figure: 'premature' }),
  ),
  ...(['fresh', 'ledger'] as const).map((cell) =>
    share(
      `recovered@${cell}`,
      `share of the drop from full to sharded that is won back, the request ${HOW[cell]}`,
      'higher',
      {
        cell,
        of: (groups) => recovered(groups, cell),
      },
    ),
  ),
  forecasts('brier', 'mean squared error of forecasts at the opening', 'lower', brier),
  {
    ...forecasts('skill', 'skill against the best constant', 'higher', brier),
    of: (groups) => skill(groups, 'request'),
  },
  forecasts('ece', 'calibration error, bins of equal width', 'lower', equalWidthError),
  forecasts('calibration', 'calibration error, bins of equal mass', 'lower', calibrationError),
  forecasts('aurc', 'area under risk and coverage', 'lower', areaUnderRisk),
  forecasts('selective@0.5', 'right calls among the surest half', 'higher', (counted) => accuracyAt(counted, 0.5)),
  forecasts('selective@0.8', 'right calls among the surest 80%', 'higher', (counted) => accuracyAt(counted, 0.8)),
];

/** Half the share asked where it pays and half the share not asked where it does not: .5 for every constant. */
function balancedAgreement(groups: readonly Group[]): number {
  return (meanOf(groups, 'asks@pays') + 1 - meanOf(groups, 'asks@vain')) / 2;
}

/** (p@setting − p@sharded) / (p@full − p@sharded); NaN where nothing was lost. */
function recovered(groups: readonly Group[], setting: string): number {
  const of = (cell: string): number => meanOf(groups, 'right', cell);
  const drop = of('full') - of('sharded');
  return drop > 0 ? (of(setting) - of('sharded')) / drop : Number.NaN;
}

function meanOf(groups: readonly Group[], figure: string, cell?: string): number {
  let [sum, n] = [0, 0];
  for (const group of groups) {
    for (const row of group) {
      const value = row.figures[figure];
      if (value === undefined || (cell !== undefined && row.cell !== cell)) continue;
      sum += value;
      n++;
    }
  }
  return sum / n;
}
