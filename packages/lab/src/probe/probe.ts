/**
 * What a probe is: cases, a protocol that plays one of them with an agent, and figures over what came of it.
 *
 * A probe plays, it does not store, schedule or draw intervals: `measureProbe` does that for all of them alike.
 * @module
 */
import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { Random } from '@sente/engine';
import type { Agent } from '../agent/agent.ts';
import type { Played, PlayedRow, PlayedTurn } from './played.ts';

/** One thing to play. JSON: it is sent to other threads and other machines. */
export interface ProbeCase {
  /** Names the case within the probe. */
  readonly id: string;
  /** Cases of one group stand or fall together: intervals are drawn over groups. The case's own id unless given. */
  readonly group?: string;
  /** The condition it is played under, such as `sharded`. */
  readonly cell?: string;
  /** Whether agents without a model can play it. */
  readonly world: 'shop' | 'open';
}

/** What a person chose; each has a default of the probe's own. */
export interface CaseOptions {
  readonly seed: number;
  /** File or directory of data; the embedded cases unless given. */
  readonly data?: string;
  readonly split?: string;
  /** How many groups of cases at most, drawn with the seed. */
  readonly cases?: number;
}

/** Settings that shape the playing. JSON. */
export interface PlayOptions {
  readonly seed: number;
  /** Most turns of the assistant in a conversation. */
  readonly turns?: number;
  /** Chance that a simulated user answers wrongly. */
  readonly noise?: number;
  /** Chance that a simulated user does not know. */
  readonly unknown?: number;
  /** Who the simulated users are: `strangers` (by default), `matched`, or a temperament's name. */
  readonly user?: string;
}

/** One conversation to be played. */
export interface Play<Case extends ProbeCase> extends PlayOptions {
  readonly case: Case;
  readonly agent: Agent;
  readonly repeat: number;
  /** The conversation's dice: the same for every agent. Split it: `user` for the user, `agent` for the agent. */
  readonly random: Random;
  /**
   * The model for a role, its replies recorded; undefined where the person named none. `user` and `judge` are undefined
   * unless --user or --judge named a model. `fork` tells samplings of one request apart: equal requests of equal fork give
   * equal replies.
   */
  model(role: 'assistant' | 'user' | 'judge', fork?: string): LanguageModelV4 | undefined;
  /** To be called with every turn as it is taken, so that a run can be watched and taken up again. */
  record(turn: PlayedTurn): void;
}

/**
 * All conversations of one group of cases with one agent, over conditions and repeats. Rows come without their turns, for
 * metrics as for plots: what is needed of them belongs into `figures` or `detail`.
 */
export type Group = readonly PlayedRow[];

/** One figure of a report. */
export interface Metric {
  /** Fixed, lower case; `docs/metrics.md` lists it. A condition is put behind it with `@`. */
  readonly name: string;
  /** In words: "turns until the item is found". */
  readonly label: string;
  readonly better: 'higher' | 'lower' | 'neither';
  readonly unit: 'share' | 'turns' | 'tokens' | 'bits' | 'number';
  /** Only conversations of this condition count; all unless given. */
  readonly cell?: string;
  /** One of the few that the verdict, the radar and Holm's correction rest on. */
  readonly isHeadline?: boolean;
  /**
   * The figure over groups; a mean over groups of the mean of `figures[figure]` unless given. NaN: there is none.
   * `others` gives the groups of another agent in the same draw, for figures that are relative; empty if it did not play.
   */
  readonly of?: (groups: readonly Group[], others: (agent: string) => readonly Group[]) => number;
  /** Name in `Played.figures`; the metric's name unless given. */
  readonly figure?: string;
}

/** A published figure, to stand beside ours. */
export interface Reference {
  readonly metric: string;
  readonly who: string;
  readonly value: number;
  /** Paper or page, and the table in it. */
  readonly source: string;
}

/** A curve or a histogram of the report; JSON. */
export interface PlotData {
  readonly id: string;
  readonly title: string;
  readonly kind: 'lines' | 'bars' | 'calibration' | 'histogram';
  readonly x: string;
  readonly y: string;
  readonly series: readonly {
    readonly name: string;
    readonly points: readonly {
      readonly x: number | string;
      readonly y: number;
      readonly low?: number;
      readonly high?: number;
      readonly n?: number;
    }[];
  }[];
  /** The order of the x that are words, where an agent may lack some; as they come unless given. */
  readonly order?: readonly string[];
  /** What one should see in it, in one sentence. */
  readonly caption?: string;
}

/** A probe. */
export interface Probe<Case extends ProbeCase = ProbeCase> {
  readonly name: string;
  /** Of cases and protocol: figures of different versions must not be compared. */
  readonly version: string;
  /** One line: what it asks. */
  readonly question: string;
  /** Whose protocol it is. */
  readonly source: string;
  /** Simple rules and constant policies that only this probe has; always among the reported baselines. */
  readonly rules: readonly Agent[];
  readonly metrics: readonly Metric[];
  /** The headline metric that the radar shows, scaled to 0 … 1 where 1 is best. */
  readonly radar: { readonly metric: string; readonly scale: (value: number) => number };
  /** Which agents play which case; all, all, unless given. */
  plays?(probeCase: Case, agent: string): boolean;
  /** Conversations with each case and agent, unless the person says otherwise; 1 unless given. */
  readonly repeats?: number;
  readonly references?: readonly Reference[];
  /** Throws ProbeDataError for data that cannot be read, with file and line. */
  cases(options: CaseOptions): Promise<readonly Case[]>;
  /** Plays one conversation. All that comes of it depends on the play only: no clock, no global randomness. */
  play(play: Play<Case>): Promise<Played>;
  plots?(rows: readonly PlayedRow[]): readonly PlotData[];
  /** Sentences that a reader should know: rare classes, small samples. */
  notes?(cases: readonly Case[]): readonly string[];
}

/** Checks nothing and changes nothing: gives a probe its type. `checkProbe` checks. */
export function defineProbe<Case extends ProbeCase>(probe: Probe<Case>): Probe<Case> {
  return probe;
}

/** Data that a probe cannot read. */
export class ProbeDataError extends Error {
  /** @param where "cases.json, line 3" */
  constructor(where: string, what: string) {
    super(`${where}: ${what}`);
    this.name = 'ProbeDataError';
  }
}
