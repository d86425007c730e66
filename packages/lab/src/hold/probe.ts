/**
 * The probe `hold`: does it survive a request that comes in pieces? See docs/probes/hold.md.
 * @module
 */
import { defineProbe, type Probe } from '../probe/probe.ts';
import type { HoldCase } from './case.ts';
import { readShardedCases } from './data/read-sharded.ts';
import { HOLD_METRICS } from './metrics.ts';
import { holdNotes } from './notes.ts';
import { playHold } from './play.ts';
import { holdPlots } from './plots.ts';
import { HOLD_REFERENCES } from './references.ts';
import { neverAnswers, waits } from './rules.ts';
import { callsScorer } from './score/calls.ts';
import { numericScorer } from './score/numeric.ts';
import type { Scorer } from './score/scorer.ts';
import { sqlScorer } from './score/sql.ts';
import { textScorer } from './score/text.ts';
import { drawShopCases } from './shop/draw-cases.ts';

/** Scorers by kind of task, as the sharded instructions name them. */
export const HOLD_SCORERS: Readonly<Record<string, Scorer>> = {
  actions: callsScorer,
  data2text: textScorer('One sentence that describes what the table shows.', { answersAlways: false, fewestWords: 4 }),
  database: sqlScorer,
  math: numericScorer,
  translation: textScorer('An English translation of the whole text so far.', { answersAlways: true, fewestWords: 1 }),
};

/** Settings of the probe. */
export interface HoldOptions {
  /** More kinds of tasks, or other judgements of these: scorers by the `task` of the data's records. */
  readonly scorers?: Readonly<Record<string, Scorer>>;
}

/** Makes the probe, with scorers of one's own if there are any. */
export function createHoldProbe(options: HoldOptions = {}): Probe<HoldCase> {
  const scorers = { ...HOLD_SCORERS, ...options.scorers };
  return defineProbe<HoldCase>({
    name: 'hold',
    version: '1',
    question: 'Does it survive a request that comes in pieces?',
    source: 'Laban et al. 2025, “LLMs Get Lost In Multi-Turn Conversation”, arXiv 2505.06120',
    rules: [neverAnswers, waits],
    metrics: HOLD_METRICS,
    radar: { metric: 'p@sharded', scale: (value) => value },
    // The settings tell what bare loses; the others are measured where it counts, and where they could do harm.
    plays: ({ cell, world }, agent) =>
      (agent === 'bare' || cell === 'full' || cell === 'sharded') && (agent !== waits.name || world === 'shop'),
    repeats: 5,
    references: HOLD_REFERENCES,
    cases: async ({ seed, data, cases }) =>
      data === undefined
        ? drawShopCases(seed, cases)
        : readShardedCases(data, { seed, cases, tasks: Object.keys(scorers) }),
    play: (play) => playHold(play, scorers),
    plots: holdPlots,
    notes: holdNotes,
  });
}

/** The probe as it comes. */
export const holdProbe: Probe<HoldCase> = createHoldProbe();
