/**
 * What a report is made of: plain text and numbers. How it looks is decided by the renderers.
 * @module
 */
import type { ShownChoice } from '../../agent/agent.ts';
import type { PlayedTurn } from '../../probe/played.ts';
import type { PlotData, Reference } from '../../probe/probe.ts';
import type { RunCost, ShownMetric } from '../../run/probe-result.ts';
import type { Comparison, Figure } from '../../statistics/summary.ts';
import type { RunStatus } from '../../store/run-store.ts';

/** The whole. */
export interface ReportModel {
  readonly run: string;
  /** Milliseconds since 1970. */
  readonly started: number;
  readonly status: RunStatus;
  /** The agent that the report is about; the others stand beside it. */
  readonly focus: string;
  /** The agents that play everything, the focus last of them, then the rules of single probes. */
  readonly agents: readonly ReportAgent[];
  /** As typed, for a line of small print. */
  readonly settings: readonly { readonly name: string; readonly value: string }[];
  readonly verdict: Verdict;
  readonly probes: readonly ReportProbe[];
  readonly cost: RunCost;
  /** Finished conversations of the run. */
  readonly conversations: number;
}

/** Somebody who was measured. */
export interface ReportAgent {
  readonly name: string;
  /** Which colour of the palette it has everywhere; rules of different probes may share one. */
  readonly colour: number;
  /** It plays in some probes only: a simple rule or a constant policy. */
  readonly isRule: boolean;
  /** Who that is, in half a sentence. */
  readonly about?: string;
}

/** What it comes to. */
export interface Verdict {
  /** Two sentences; one if nothing was compared. */
  readonly sentences: readonly string[];
  /**
   * Where a simple rule does clearly better on a headline figure and clearly worse on none: a policy that does not beat
   * such a rule has shown nothing there. Absent: nowhere.
   */
  readonly rules?: string;
  /** Headline comparisons with the main agents: clear in favour of the focus, clear against it, neither. */
  readonly ahead: number;
  readonly behind: number;
  readonly open: number;
  /** Whether Holm's correction decided what is clear; plain 95% intervals otherwise. */
  readonly isCorrected: boolean;
}

/**
 * How the focus stands against another: `ahead` and `behind` are clear of zero (Holm-adjusted p < .05, or a 95% interval
 * without zero where there is none), `open` is not, `none` where neither direction is better.
 */
export type Standing = 'ahead' | 'behind' | 'open' | 'none';

/** The focus against another agent; `difference` is focus − other. */
export interface ReportComparison extends Comparison {
  readonly other: string;
  readonly standing: Standing;
}

/** One figure, with what belongs beside it. */
export interface ReportMetric extends ShownMetric {
  /** By agent; absent: it has none. */
  readonly figures: Readonly<Record<string, Figure>>;
  readonly comparisons: readonly ReportComparison[];
  readonly references: readonly Reference[];
}

/** One probe. */
export interface ReportProbe {
  readonly name: string;
  readonly question?: string;
  readonly source?: string;
  readonly version?: string;
  readonly seed: number;
  readonly cases: number;
  readonly seconds: number;
  /** Agents that played it, in the report's order. */
  readonly agents: readonly string[];
  readonly radar?: Readonly<Record<string, { readonly value: number; readonly low: number; readonly high: number }>>;
  /** In the probe's order; those of a condition carry it as `cell`. */
  readonly metrics: readonly ReportMetric[];
  readonly plots: readonly PlotData[];
  readonly warnings: readonly string[];
  readonly notes: readonly string[];
  /** How good the simulated users were: by kind of user, then by figure. */
  readonly users: Readonly<Record<string, Readonly<Record<string, Figure>>>>;
  readonly cost?: RunCost;
  readonly talks: readonly ReportTalk[];
  /** Conversations that the sample was taken from. */
  readonly played: number;
}

/** One conversation of the sample. */
export interface ReportTalk {
  readonly case: string;
  readonly agent: string;
  readonly repeat: number;
  readonly cell?: string;
  /** 0 … 1. */
  readonly loss: number;
  readonly figures: Readonly<Record<string, number>>;
  readonly turns: readonly ReportTurn[];
  /** Turns that were left out at the end. */
  readonly cut: number;
}

/** One turn; texts are shortened where they are very long. */
export interface ReportTurn extends Pick<PlayedTurn, 'speaker' | 'text' | 'act' | 'note'> {
  readonly decision?: ShownChoice;
}
