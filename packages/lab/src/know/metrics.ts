/**
 * The figures of `know`: over all forecasts together, drawn by conversation.
 * @module
 */
import type { Metric } from '../probe/probe.ts';
import { skill, skillAt, skillOverTurn } from './by-turn.ts';
import { conformalRisk, PROMISED } from './conformal-risk.ts';
import {
  accuracyAt,
  areaUnderRisk,
  bias,
  brier,
  type Counted,
  calibrationError,
  countForecasts,
  equalWidthError,
} from './pooled.ts';

type Shape = Omit<Metric, 'name' | 'of'>;

const pooled = (name: string, of: (counted: Counted) => number, shape: Shape): Metric => ({
  name,
  ...shape,
  of: (groups) => of(countForecasts(groups)),
});

/** In the order of a report. */
export const knowMetrics: readonly Metric[] = [
  pooled('brier', brier, {
    label: 'mean squared error of forecasts',
    better: 'lower',
    unit: 'number',
    isHeadline: true,
  }),
  {
    name: 'skill',
    of: (groups) => skill(groups),
    label: 'skill against the best constant',
    better: 'higher',
    unit: 'number',
    isHeadline: true,
  },
  {
    name: 'skill-over-turn',
    label: 'skill against the best rule by turn number',
    better: 'higher',
    unit: 'number',
    of: skillOverTurn,
  },
  {
    name: 'skill@first',
    label: 'skill of first forecasts',
    better: 'higher',
    unit: 'number',
    of: (groups) => skillAt(groups, 'first'),
  },
  {
    name: 'skill@last',
    label: 'skill of last forecasts',
    better: 'higher',
    unit: 'number',
    of: (groups) => skillAt(groups, 'last'),
  },
  ...['shop', 'bargain'].map(
    (cell): Metric => ({
      name: `skill@${cell}`,
      label: `skill with customers of the kind “${cell}”`,
      better: 'higher',
      unit: 'number',
      cell,
      of: (groups) => skill(groups, cell),
    }),
  ),
  {
    name: 'recovery',
    label: 'fall of the squared error from the first forecast to the last',
    better: 'higher',
    unit: 'number',
  },
  pooled('calibration', calibrationError, {
    label: 'calibration error, bins of equal mass',
    better: 'lower',
    unit: 'number',
  }),
  pooled('ece', equalWidthError, { label: 'calibration error, bins of equal width', better: 'lower', unit: 'number' }),
  pooled('bias', bias, { label: 'stated less what came, on average', better: 'neither', unit: 'number' }),
  pooled('aurc', areaUnderRisk, { label: 'area under risk and coverage', better: 'lower', unit: 'number' }),
  pooled('selective@0.5', (counted) => accuracyAt(counted, 0.5), {
    label: 'right calls among the surest half',
    better: 'higher',
    unit: 'share',
  }),
  pooled('selective@0.8', (counted) => accuracyAt(counted, 0.8), {
    label: 'right calls among the surest 80%',
    better: 'higher',
    unit: 'share',
  }),
  {
    name: 'conformal-risk',
    label: `called and wrong, of all, where at most ${PROMISED} was promised`,
    better: 'lower',
    unit: 'share',
    of: (groups) => conformalRisk(groups).risk,
  },
  {
    name: 'conformal-called',
    label: 'called at all under that promise',
    better: 'higher',
    unit: 'share',
    of: (groups) => conformalRisk(groups).called,
  },
  { name: 'came', label: 'conversations in which it came true', better: 'neither', unit: 'share' },
  { name: 'silent', label: 'turns without a forecast, counted as one half', better: 'lower', unit: 'share' },
];
