/**
 * Measurements as the server tells of them: the client's copy. Every string in them comes from a user, a model or a probe
 * and is shown as text; numbers that are none are null.
 * @module
 */

/** How a run stands. */
export type RunStatus = 'running' | 'stopped' | 'done';

/** One run of the list. */
export interface ListedRun {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly started: number;
  readonly status: RunStatus;
  /** Finished ones. */
  readonly conversations: number;
  readonly probes: readonly string[];
  /** Probes that have their result. */
  readonly done: number;
  readonly model?: string;
}

/** A mean with its 95% interval over `n` cases. */
export interface RunFigure {
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
}

/** Unit of a figure. */
export type Unit = 'share' | 'turns' | 'tokens' | 'bits' | 'number';

/** How the agent that the report is about stands against another. */
export type Standing = 'ahead' | 'behind' | 'open' | 'none';

/** One figure of all agents. */
export interface RunMetric {
  readonly name: string;
  readonly label: string;
  readonly better: 'higher' | 'lower' | 'neither';
  readonly unit: Unit;
  readonly cell?: string;
  readonly isHeadline?: boolean;
  readonly figures: Readonly<Record<string, RunFigure>>;
  readonly comparisons: readonly {
    readonly other: string;
    readonly standing: Standing;
    readonly difference: number | null;
  }[];
}

/** One probe that has its result. */
export interface RunProbe {
  readonly name: string;
  readonly question?: string;
  readonly agents: readonly string[];
  readonly metrics: readonly RunMetric[];
  readonly warnings: readonly string[];
}

/** A run as it stands. */
export interface ShownRun extends ListedRun {
  readonly report: {
    readonly focus: string;
    readonly agents: readonly { readonly name: string; readonly isRule: boolean }[];
    /** `rules`: where a simple rule does better, in a sentence. */
    readonly verdict: { readonly sentences: readonly string[]; readonly rules?: string };
    readonly probes: readonly RunProbe[];
  };
}

/** One turn of a conversation that was played. */
export interface PlayedTurn {
  readonly speaker: 'user' | 'assistant' | 'event';
  readonly text: string;
  readonly act?: string;
  /** What the probe made of it. */
  readonly note?: string;
  readonly decision?: { readonly why: string };
}

/** One conversation that was played. */
export interface PlayedTalk {
  readonly case: string;
  readonly agent: string;
  readonly repeat: number;
  readonly cell?: string;
  /** 0 (could not be better) … 1. */
  readonly loss: number;
  readonly turns: readonly PlayedTurn[];
  /** Turns that were left out at the end. */
  readonly cut: number;
}
