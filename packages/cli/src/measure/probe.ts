/**
 * What the `measure` command knows of a probe.
 * @module
 */
import type { ProbeResult } from '@sente/lab';

/** Options that only some probes take, by long name. */
export type ProbeOption = 'data' | 'split' | 'turns' | 'user' | 'noise' | 'unknown';

/** What a person set; what was not set is absent, and the probe's own default holds. */
export interface MeasureSettings {
  readonly seed: number;
  readonly agents?: readonly string[];
  readonly cases?: number;
  readonly workers?: number;
  /** Absolute path. */
  readonly data?: string;
  readonly split?: string;
  readonly turns?: number;
  readonly user?: string;
  readonly noise?: number;
  readonly unknown?: number;
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
  readonly agents: readonly string[];
  /** Who its simulated users can be, if there is a choice. */
  readonly users?: readonly string[];
  /** Options that it takes beside --agents, --cases, --seed and --workers. */
  readonly options: readonly ProbeOption[];
  /** Options it cannot run without. */
  readonly needs: readonly ProbeOption[];
  run(settings: MeasureSettings, watch: Watch): Promise<ProbeResult>;
}

/** Something in the command line that cannot be done; the message says what to do instead. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}
