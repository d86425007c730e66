/**
 * The probe `boundary`: does it ask exactly where asking pays? See docs/probes/boundary.md.
 * @module
 */
import { SITUATIONS } from '@sente/pocket';
import { defineProbe, type Probe } from '../probe/probe.ts';
import { type BoundaryCase, boundaryCases } from './cases.ts';
import { boundaryMetrics } from './metrics.ts';
import { playBoundaryCase } from './play.ts';
import { boundaryPlots } from './plots.ts';
import { boundaryRules } from './rules.ts';

/** The probe. */
export const boundaryProbe: Probe<BoundaryCase> = defineProbe<BoundaryCase>({
  name: 'boundary',
  version: '1',
  question: 'Does it ask exactly where asking pays?',
  source:
    'ours, by dynamic programming (Kaelbling, Littman & Cassandra 1998); pieces: Laban et al. 2025, arXiv 2505.06120; forecasts: Sicilia et al. 2024, arXiv 2402.03284',
  rules: boundaryRules,
  metrics: boundaryMetrics,
  // Constants come to one half.
  radar: { metric: 'balanced-agreement', scale: (value) => Math.max(0, 2 * value - 1) },
  cases: boundaryCases,
  play: playBoundaryCase,
  plots: boundaryPlots,
  notes: (cases) => {
    const requests = cases.filter(({ kind }) => kind === 'request').length;
    const perCell = requests / SITUATIONS.length;
    return Number.isInteger(perCell) ? [] : [`${requests} requests do not fill all 36 cells alike.`];
  },
});
