/**
 * What the experiment on passivity leaves behind: one JSON document, printed by `--json`, kept with the run, read by the
 * report and the studio.
 * @module
 */
import type { Hurry, OpennessLevel, Reliability } from '@sente/pocket';

/** How a model was trained from the base. `base` is the starting weights themselves. */
export type Objective =
  | 'base'
  | 'next-token'
  | 'single-turn'
  | 'multi-turn'
  | 'multi-turn-dpo'
  | 'uncertainty'
  | 'reinforcement-pre-training'
  | 'information-gain';

/** One step of training, as sampled. */
export interface CurvePoint {
  readonly step: number;
  /** Tokens so far, read and sampled. */
  readonly tokens: number;
  /** Share (0 … 1) of sampled first replies that ask, in requests that leave something open. */
  readonly asksOpen?: number;
  /** The same in requests that leave nothing open. */
  readonly asksClosed?: number;
  /** Share of sampled replies that abstain. */
  readonly abstains?: number;
  /** Mean reward by the objective's own measure. */
  readonly reward?: number;
  /** Mean loss in nats a token, for objectives that have one. */
  readonly loss?: number;
}

/** One cell of the crossover, measured on held-out cases. */
export interface CellFigures {
  readonly openness: OpennessLevel;
  readonly hurry: Hurry;
  readonly reliability: Reliability;
  /** The best first act, by dynamic programming. */
  readonly best: 'ask' | 'recommend' | 'abstain';
  /** What asking is worth above the best other act, in R\*. */
  readonly margin: number;
  /** Shares (0 … 1) of first replies. */
  readonly ask: number;
  readonly recommend: number;
  readonly abstain: number;
  readonly n: number;
}

/** One trained model, measured. */
export interface Arm {
  /** `multi-turn-w2/corpus-05/seed-1` */
  readonly id: string;
  readonly objective: Objective;
  /** User turns ahead that the reward looks, for policy gradients and DPO. */
  readonly horizon?: number;
  /** Share of openings in the corpus to which the assistant asks back, 0 … 1. */
  readonly corpus: number;
  readonly seed: number;
  readonly parameters: number;
  /** What it was trained from, when that is no base of its size: the id of another arm. */
  readonly from?: string;
  /** Tokens that gradients were taken on, and tokens that were sampled, after the base. */
  readonly trained: number;
  readonly sampled: number;
  readonly seconds: number;
  readonly curve: readonly CurvePoint[];
  /** Figures of this one model, by metric: those of the probe `boundary`, and next-token accuracy. */
  readonly figures: Readonly<Record<string, number>>;
  readonly cells: readonly CellFigures[];
  /** Accuracy of what is answered when only the surest share of conversations is (coverage), 0 … 1. */
  readonly selective?: readonly { readonly coverage: number; readonly accuracy: number }[];
  /** Forecast against what came, by bin. */
  readonly calibration?: readonly { readonly forecast: number; readonly happened: number; readonly n: number }[];
}

/** A figure over seeds. */
export interface SeedFigure {
  readonly mean: number;
  /** 95% interval over seeds and cases, or over cases when there is one seed. */
  readonly low: number;
  readonly high: number;
  readonly n: number;
}

/** All arms of one kind, summed up over seeds. */
export interface ArmSummary {
  /** The arm's id without its seed: `multi-turn-w2/corpus-05`. */
  readonly id: string;
  readonly objective: Objective;
  readonly horizon?: number;
  readonly corpus: number;
  readonly parameters: number;
  readonly seeds: readonly number[];
  readonly figures: Readonly<Record<string, SeedFigure>>;
}

/** Two kinds of arm compared, paired by seed and case. */
export interface ArmComparison {
  readonly a: string;
  readonly b: string;
  readonly metric: string;
  /** a − b. */
  readonly difference: number;
  readonly low: number;
  readonly high: number;
}

/** The document. */
export interface ExperimentResults {
  readonly experiment: 'passivity';
  readonly run: string;
  readonly preset: 'quick' | 'full';
  readonly seeds: readonly number[];
  readonly seconds: number;
  /** Budgets that decide, in tokens and steps, by objective. */
  readonly budgets: Readonly<Record<string, number>>;
  readonly arms: readonly Arm[];
  readonly summaries: readonly ArmSummary[];
  readonly comparisons: readonly ArmComparison[];
  /** Rules without a model, measured on the same cases: `optimal`, `always-ask`, `never-ask`. */
  readonly rules: Readonly<Record<string, Readonly<Record<string, SeedFigure>>>>;
  /** Sentences that a reader should know. */
  readonly notes: readonly string[];
}
