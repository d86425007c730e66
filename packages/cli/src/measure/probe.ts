/**
 * What the `measure` command knows of a probe.
 * @module
 */
import type { ProbeResult } from '@sente/lab';
import type { Place } from './place.ts';

/** Options that only some probes take, by long name. */
export type ProbeOption =
  | 'data'
  | 'catalog'
  | 'split'
  | 'turns'
  | 'user'
  | 'judge'
  | 'noise'
  | 'unknown'
  | 'repeats'
  | 'model'
  | 'policy';

/** What a person set; what was not set is absent, and the probe's own default holds. */
export interface MeasureSettings {
  readonly seed: number;
  readonly agents?: readonly string[];
  readonly cases?: number;
  readonly repeats?: number;
  readonly workers?: number;
  /** Absolute paths. */
  readonly data?: string;
  readonly catalog?: string;
  readonly split?: string;
  readonly turns?: number;
  /** A temperament, `all`, `matched`, or the ID of a model. */
  readonly user?: string;
  readonly noise?: number;
  readonly unknown?: number;
  /** Model IDs. */
  readonly model?: string;
  readonly judge?: string;
  /** Absolute path of a learned policy's card. */
  readonly policy?: string;
}

/** How a run is watched and stopped. */
export interface Watch {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

/** One probe. */
export interface Probe {
  readonly name: string;
  /** One line for the help. */
  readonly question: string;
  /** Of its cases and protocol: a run is taken up again with the same one only. */
  readonly version: string;
  /** Names of the agents that it can measure, in the order of reports. */
  agents(settings: Pick<MeasureSettings, 'model' | 'data'>): readonly string[];
  /** Whom it measures when everything is measured and nobody is named; all it can unless given. */
  readonly few?: readonly string[];
  /** Who its simulated users can be, if there is a choice. */
  readonly users?: readonly string[];
  /** Options that it takes beside --agents, --cases, --seed and --workers. */
  readonly options: readonly ProbeOption[];
  /** The same where data is given, if it is not the same then. */
  readonly optionsOnData?: readonly ProbeOption[];
  /** Options it cannot run without. */
  readonly needs: readonly ProbeOption[];
  /** Cases when everything is measured and no number was given; the probe's own number unless given. */
  readonly casesAmongAll?: number;
  /** Left out, without a word, unless it is named: its world is another than that of the rest. */
  readonly isOnlyNamed?: boolean;
  /** Finds out whether it can be played as it was set; plays and keeps nothing yet. Rejects with UsageError and the like. */
  prepare(settings: MeasureSettings): Promise<ReadyProbe>;
}

/** Plays what was prepared. */
export type ReadyProbe = (watch: Watch, place: Place) => Promise<ProbeResult>;

export { UsageError } from '../failure.ts';

/** The options that the probe takes with these settings. */
export function optionsOf(probe: Probe, { data }: Pick<MeasureSettings, 'data'>): readonly ProbeOption[] {
  return data === undefined ? probe.options : (probe.optionsOnData ?? probe.options);
}

/** Whether a name given for a user or a judge is the ID of a model. */
export function isModelId(name: string): boolean {
  return name === 'pocket' || /[:#]/.test(name);
}
