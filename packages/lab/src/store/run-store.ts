/**
 * Where runs are kept: what was set, every turn as it was taken, every finished conversation, every result.
 * @module
 */
import type { Json, Played, PlayedRow, PlayedTurn } from '../probe/played.ts';
import type { ProbeResult } from '../run/probe-result.ts';

/** Names one conversation within a run. */
export interface TaskKey {
  readonly probe: string;
  readonly case: string;
  readonly agent: string;
  readonly repeat: number;
}

/** What a run was started with; all that `--resume` needs. */
export interface RunHead {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly started: number;
  /** Version of the lab's record; a store of another version is refused. */
  readonly version: number;
  /** As typed: probes, agents, model ids, data, cases, seed, …; never a key. */
  readonly settings: { readonly [name: string]: Json };
}

/** How a run stands. */
export type RunStatus = 'running' | 'stopped' | 'done';

/** One run, open for writing by this process alone. */
export interface OpenRun {
  readonly head: RunHead;
  /** Finished conversations of a probe, to be left out when a run is taken up again. */
  finished(probe: string): readonly PlayedRow[];
  /** Append-only: a turn that is there already is left as it is. */
  turn(key: TaskKey, number: number, turn: PlayedTurn): void;
  finish(key: TaskKey, cell: string | undefined, played: Played): void;
  result(result: ProbeResult): void;
  close(status: Exclude<RunStatus, 'running'>): void;
}

/** All runs of one file. Two processes may use it at once. */
export interface RunStore {
  /** Throws when the id is taken. */
  create(head: RunHead): OpenRun;
  /** Takes a stopped run up. Throws UnknownRunError; RunInUseError when a living process writes to it. */
  open(id: string): OpenRun;
  /** Newest first. */
  list(): readonly (RunHead & { readonly status: RunStatus; readonly conversations: number })[];
  /** `last` is the newest. Throws UnknownRunError. */
  read(id: string): ReadRun;
  close(): void;
}

/** One run, for reading, while it goes on too. */
export interface ReadRun {
  readonly head: RunHead;
  readonly status: RunStatus;
  results(): readonly ProbeResult[];
  rows(probe: string): readonly PlayedRow[];
  /** Calls of models: how many, tokens, and dollars where prices are known. */
  cost(): { readonly calls: number; readonly input: number; readonly output: number; readonly usd?: number };
}
