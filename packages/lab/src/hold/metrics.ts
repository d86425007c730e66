/**
 * The figures of `hold`.
 *
 * Source: Laban et al. 2025, arXiv 2505.06120, section 4.3: P is the mean score; aptitude A90 the 90th percentile of the
 * scores of one instruction, unreliability U90−10 the distance from its 10th to its 90th, both averaged over instructions.
 * @module
 */
import type { Group, Metric } from '../probe/probe.ts';
import { mean, quantile } from '../statistics/column.ts';
import { SETTINGS, type Setting } from './case.ts';

const WORDS: Readonly<Record<Setting, string>> = {
  full: 'in one message',
  concat: 'as a list of pieces in one message',
  sharded: 'piece by piece',
  recap: 'piece by piece, then all again',
  snowball: 'piece by piece, each turn with all before',
};

/** The scores of a group's conversations in a setting, ascending; read once a group. */
const scores: WeakMap<Group, Map<Setting, readonly number[]>> = new WeakMap();

function scoresOf(group: Group, setting: Setting): readonly number[] {
  let known = scores.get(group);
  if (known === undefined) {
    known = new Map();
    scores.set(group, known);
  }
  let list = known.get(setting);
  if (list === undefined) {
    list = group
      .filter(({ cell }) => cell === setting)
      .map(({ figures }) => figures.score)
      .sort((a, b) => a - b);
    known.set(setting, list);
  }
  return list;
}

/** Mean over groups of a function of each group's scores in a setting. */
function overGroups(groups: readonly Group[], setting: Setting, of: (ascending: readonly number[]) => number): number {
  return mean(groups.map((group) => of(scoresOf(group, setting))));
}

/** 90th percentile of the scores of one instruction. */
export function aptitude(ascending: readonly number[]): number {
  return quantile(ascending, 0.9);
}

/** Distance from the 10th to the 90th percentile; NaN for fewer than two conversations: one says nothing about spread. */
export function unreliability(ascending: readonly number[]): number {
  return ascending.length < 2 ? Number.NaN : quantile(ascending, 0.9) - quantile(ascending, 0.1);
}

/**
 * Share of bare's drop from full to sharded that an agent wins back:
 * (P_agent@sharded − P_bare@sharded) / (P_bare@full − P_bare@sharded). NaN unless the drop is clear of 0: its mean over
 * instructions more than 1.96 standard errors above it.
 */
export function recovered(groups: readonly Group[], bare: readonly Group[]): number {
  const of = (group: Group | undefined, setting: Setting): number =>
    group === undefined ? Number.NaN : mean(scoresOf(group, setting));
  const rows = groups
    .map((group, k) => ({ agent: of(group, 'sharded'), sharded: of(bare[k], 'sharded'), full: of(bare[k], 'full') }))
    .filter(({ agent, sharded, full }) => !Number.isNaN(agent + sharded + full));
  const drops = rows.map(({ full, sharded }) => full - sharded);
  const drop = mean(drops);
  const variance = drops.reduce((sum, one) => sum + (one - drop) ** 2, 0) / (drops.length - 1);
  if (!(drops.length > 1 && drop > 1.96 * Math.sqrt(variance / drops.length))) return Number.NaN;
  return mean(rows.map(({ agent, sharded }) => agent - sharded)) / drop;
}

/** All metrics, in the order of a report. */
export const HOLD_METRICS: readonly Metric[] = [
  ...SETTINGS.map(
    (cell): Metric => ({
      name: `p@${cell}`,
      figure: 'score',
      cell,
      label: `score, the request ${WORDS[cell]}`,
      better: 'higher',
      unit: 'share',
      ...(cell === 'sharded' ? { isHeadline: true } : {}),
    }),
  ),
  {
    name: 'recovered',
    label: 'share of the drop from full to sharded that is won back',
    better: 'higher',
    unit: 'share',
    isHeadline: true,
    of: (groups, others) => recovered(groups, others('bare')),
  },
  ...SETTINGS.map(
    (cell): Metric => ({
      name: `a90@${cell}`,
      cell,
      label: `aptitude: 90th percentile, the request ${WORDS[cell]}`,
      better: 'higher',
      unit: 'share',
      of: (groups) => overGroups(groups, cell, aptitude),
    }),
  ),
  ...SETTINGS.map(
    (cell): Metric => ({
      name: `u@${cell}`,
      cell,
      label: `unreliability: 90th less 10th percentile, the request ${WORDS[cell]}`,
      better: 'lower',
      unit: 'share',
      of: (groups) => overGroups(groups, cell, unreliability),
    }),
  ),
  {
    name: 'premature',
    cell: 'sharded',
    label: 'first answer before what is needed was said',
    better: 'lower',
    unit: 'share',
    isHeadline: true,
  },
  { name: 'first-answer-correct', cell: 'sharded', label: 'first answer right', better: 'higher', unit: 'share' },
  {
    name: 'draft-tokens',
    cell: 'sharded',
    label: 'tokens spent on answers that were not right',
    better: 'lower',
    unit: 'tokens',
    isHeadline: true,
  },
  {
    name: 'contradicted',
    cell: 'sharded',
    label: 'standing wishes that an answer went against',
    better: 'lower',
    unit: 'number',
    isHeadline: true,
  },
  {
    name: 'withdrawn-kept',
    cell: 'sharded',
    label: 'last answer still by a wish that was taken back',
    better: 'lower',
    unit: 'share',
  },
  { name: 'turns', cell: 'sharded', label: "assistant's turns", better: 'lower', unit: 'turns' },
  { name: 'tokens', cell: 'sharded', label: 'tokens that the assistant wrote', better: 'neither', unit: 'tokens' },
];
