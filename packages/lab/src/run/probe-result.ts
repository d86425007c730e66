/**
 * What a probe hands back: the JSON document that `sente measure --json` prints.
 * @module
 */
import type { Metric, PlotData, Reference } from '../probe/probe.ts';
import type { Comparison, Figure, Summary } from '../statistics/summary.ts';

/** The result of one probe. Metric names are fixed; `docs/metrics.md` lists them. */
export interface ProbeResult extends Summary {
  /** Names the run: the same probe, seed and settings give the same name. */
  readonly run: string;
  /** `recommend`, `offer`, … */
  readonly probe: string;
  readonly seed: number;
  /** Conversations per agent. */
  readonly cases: number;
  /** Wall-clock time; the only part of a result that two equal runs may differ in. */
  readonly seconds: number;
  /** What was set, by option name. */
  readonly settings: Readonly<Record<string, string | number | boolean>>;
  readonly agents: Readonly<Record<string, Readonly<Record<string, Figure>>>>;
  /** Figures about the simulated users themselves. */
  readonly users: Readonly<Record<string, Readonly<Record<string, Figure>>>>;
  readonly comparisons: readonly Comparison[];
  /** Conditions within the probe, if it has several; metrics of one end in `@` and its name. */
  readonly cells?: readonly { readonly name: string; readonly [condition: string]: string | number }[];
  /** Sentences for a person: agents left out, and why. */
  readonly notes?: readonly string[];
  /** Version of cases and protocol: figures of different versions must not be compared. */
  readonly version?: string;
  /** What the probe asks, in one line, and whose protocol it is. */
  readonly question?: string;
  readonly source?: string;
  /** What the metrics are, in the order of a report; without the functions that compute them. */
  readonly metrics?: readonly ShownMetric[];
  /** Curves and histograms. */
  readonly plots?: readonly PlotData[];
  /** Published figures, to stand beside ours. */
  readonly references?: readonly Reference[];
  /** What a reader must not overlook: figures from fewer than 30 cases, rare classes. */
  readonly warnings?: readonly string[];
  /** The headline figure of each agent, scaled to 0 … 1 where 1 is best. */
  readonly radar?: Readonly<Record<string, { readonly value: number; readonly low: number; readonly high: number }>>;
  readonly cost?: RunCost;
}

/** A metric as a report names it. */
export type ShownMetric = Pick<Metric, 'name' | 'label' | 'better' | 'unit' | 'cell' | 'isHeadline'>;

/** What calls of models used up. */
export interface RunCost {
  readonly calls: number;
  /** Tokens read and written. */
  readonly input: number;
  readonly output: number;
  /** Dollars; absent where prices are not known. */
  readonly usd?: number;
}

/** One JSON document: the result itself when one probe was asked for, else an array. */
export function printJson(results: readonly ProbeResult[], single: boolean = results.length === 1): string {
  const document = single ? results[0] : results;
  return JSON.stringify(document, (_, value) => (typeof value === 'number' ? shorten(value) : value), 2);
}

/** Eight significant digits: more would be noise; whole numbers stay whole. NaN becomes null. */
function shorten(value: number): number | null {
  if (!Number.isFinite(value)) return null;
  return Number.isInteger(value) ? value : Number(value.toPrecision(8));
}
