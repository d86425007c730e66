/**
 * The play as a probe of the lab: so it has the lab's runs, with resuming, budget, workers and reports.
 * @module
 */
import { defineProbe, type Probe } from '@sente/lab';
import type { DataCase } from './data-case.ts';
import { playCase } from './play-case.ts';

/** Name of the probe in runs. */
export const DATA_PROBE = 'train-data';

/** @param cases what to play; a worker, which is sent its cases, needs none. */
export function createDataProbe(cases: readonly DataCase[] = []): Probe<DataCase> {
  return defineProbe<DataCase>({
    name: DATA_PROBE,
    version: '1',
    question: 'Which of several replies leads to the better conversation?',
    source: 'Wu et al. 2025, “CollabLLM”, arXiv 2502.00640',
    rules: [],
    metrics: [
      { name: 'reward', label: 'reward of the best candidate', better: 'higher', unit: 'number', isHeadline: true },
      { name: 'gain', label: 'reward of the best candidate above the mean', better: 'higher', unit: 'number' },
      { name: 'asks', label: 'best candidates that end in a question', better: 'neither', unit: 'share' },
    ],
    radar: { metric: 'reward', scale: (value) => Math.min(1, Math.max(0, value)) },
    cases: async () => cases,
    play: playCase,
  });
}
