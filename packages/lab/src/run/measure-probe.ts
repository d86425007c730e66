/**
 * Runs a probe: lists its conversations, has them played, keeps what comes of them, and draws up the figures.
 * @module
 */
import type { Agent } from '../agent/agent.ts';
import type { Played, PlayedRow, PlayedTurn } from '../probe/played.ts';
import type { CaseOptions, PlayOptions, Probe, ProbeCase } from '../probe/probe.ts';
import type { OpenRun } from '../store/run-store.ts';
import type { ProbeResult, RunCost } from './probe-result.ts';
import { summariseProbe } from './summarise-probe.ts';
import { keyOf, keyText, listTasks, type Task } from './task.ts';

/** What an executor is given with the tasks. */
export interface Execution {
  readonly probe: Probe;
  readonly agents: readonly Agent[];
  readonly signal?: AbortSignal;
  readonly onTurn: (task: Task, number: number, turn: PlayedTurn) => void;
  /** To be called once a task, in any order. */
  readonly onPlayed: (task: Task, played: Played) => void;
}

/**
 * Has tasks played: here, on threads, on other machines. Resolves when all are played. Rejects when it was stopped, after
 * it has handed over what was finished.
 */
export type Executor = (tasks: readonly Task[], execution: Execution) => Promise<void>;

/** Settings of a measurement. */
export interface MeasureProbeOptions extends Omit<CaseOptions, 'seed'>, Omit<PlayOptions, 'seed'> {
  /** 1 unless given. */
  readonly seed?: number;
  /** Agents to compare; the probe's own rules come before them. The last one is compared with the others. */
  readonly agents: readonly Agent[];
  /** The probe's rules that play; all unless given. */
  readonly rules?: readonly string[];
  /** Conversations with each case and agent; the probe's own number unless given. */
  readonly repeats?: number;
  /** Who is to play. */
  readonly execute: Executor;
  /** Where it is kept; nowhere unless given. Finished conversations that are kept there are not played again. */
  readonly run?: OpenRun;
  /** What the result calls the run; made of probe and seed unless given. */
  readonly name?: string;
  /** Calls of models so far, for the report. */
  readonly cost?: () => RunCost;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
  /** Milliseconds, from any start; for `seconds` alone. */
  readonly now?: () => number;
}

/** There is nothing to play: no agent that can, or no case. */
export class NothingToPlayError extends Error {
  constructor(probe: string, why: string) {
    super(`${probe}: ${why}`);
    this.name = 'NothingToPlayError';
  }
}

/** Settings that say what is played; `PlayingOptions` say where and how. */
export type ListingOptions = Pick<
  MeasureProbeOptions,
  'seed' | 'turns' | 'noise' | 'unknown' | 'user' | 'data' | 'split' | 'cases' | 'agents' | 'rules' | 'repeats'
>;

/** Whoever plays what was listed, and where it is kept. */
export type PlayingOptions = Omit<MeasureProbeOptions, keyof ListingOptions>;

/** Plays and sums up. Throws NothingToPlayError, and what the executor and the probe's reader of data throw. */
export async function measureProbe(probe: Probe, options: MeasureProbeOptions): Promise<ProbeResult> {
  return await (await listProbe(probe, options))(options);
}

/**
 * Reads the cases and lists the conversations; plays nothing yet. Throws NothingToPlayError, and what the probe's reader of
 * data throws; what it gives throws what the executor does.
 */
export async function listProbe(
  probe: Probe,
  options: ListingOptions,
): Promise<(playing: PlayingOptions) => Promise<ProbeResult>> {
  const { seed = 1, turns, noise, unknown, user, data, split } = options;
  const found = await probe.cases({ seed, data, split, cases: options.cases });
  const agents = [...probe.rules.filter(({ name }) => options.rules?.includes(name) ?? true), ...options.agents];
  const repeats = options.repeats ?? probe.repeats ?? 1;
  const playOptions: PlayOptions = { seed, ...defined({ turns, noise, unknown, user }) };
  const tasks = listTasks(probe, found, agents, repeats, playOptions);
  if (tasks.length === 0) throw new NothingToPlayError(probe.name, 'no agent can play any of its cases');
  return async (playing) => {
    const { run, signal, onProgress, now = () => performance.now() } = playing;
    const start = now();
    const rows = new Map<string, PlayedRow>();
    // Without their turns: no figure rests on them, and memory should not grow with what was said.
    for (const row of run?.finished(probe.name) ?? [])
      rows.set(keyText({ probe: probe.name, ...row }), { ...row, turns: [] });
    const left = tasks.filter((task) => !rows.has(keyText(keyOf(task))));
    onProgress?.(tasks.length - left.length, tasks.length);
    await playing.execute(left, {
      probe,
      agents,
      signal,
      onTurn: (task, number, turn) => run?.turn(keyOf(task), number, turn),
      onPlayed(task, played) {
        const key = keyOf(task);
        const { cell } = task.case;
        rows.set(keyText(key), {
          ...played,
          turns: [],
          case: key.case,
          agent: key.agent,
          repeat: key.repeat,
          ...(cell && { cell }),
        });
        run?.finish(key, cell, played);
        onProgress?.(rows.size, tasks.length);
      },
    });

    const played = new Set(tasks.map(({ agent }) => agent));
    const playedCases = new Set(tasks.map((task) => task.case.id.replace(/~matched$/, '')));
    const cases = found.filter(({ id }) => playedCases.has(id));
    const ordered = tasks.map((task) => rows.get(keyText(keyOf(task)))!);
    const names = agents.map(({ name }) => name).filter((name) => played.has(name));
    const users = user === undefined || user === 'matched' ? 'strangers' : user;
    const cost = playing.cost?.();
    const result: ProbeResult = {
      run: playing.name ?? `${probe.name}-${seed}`,
      probe: probe.name,
      version: probe.version,
      question: probe.question,
      source: probe.source,
      seed,
      cases: new Set(cases.map(groupName)).size,
      seconds: (now() - start) / 1000,
      settings: {
        repeats,
        ...defined({ data: data === undefined ? 'embedded' : 'given', split, turns, noise, unknown, user }),
      },
      ...summariseProbe({ probe, cases, agents: names, rows: ordered, seed, users }),
      ...(probe.references && { references: probe.references }),
      ...(cost && cost.calls > 0 && { cost }),
    };
    run?.result(result);
    return result;
  };
}

const groupName = ({ id, group }: ProbeCase): string => group ?? id;

function defined<T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}
