/**
 * `sente measure`: runs probes and prints what they measured.
 * @module
 */
import { resolve } from 'node:path';
import {
  type Bar,
  BarSyntaxError,
  barHolds,
  createProgress,
  MissingFigureError,
  OFFER_USER_NAMES,
  type ProbeResult,
  parseBar,
  printJson,
  renderResult,
  StoppedError,
} from '@sente/lab';
import { Command, Option } from 'commander';
import { count, names, probability, seed, several } from './arguments.ts';
import { choose, type Plan } from './choose.ts';
import { type MeasureSettings, UsageError } from './probe.ts';
import { PROBES } from './probes.ts';

/** The outside, so that tests can stand in for it. */
export interface MeasureOutside {
  readonly out: { write(text: string): unknown; readonly columns?: number };
  readonly err: { write(text: string): unknown; readonly isTTY?: boolean };
  /** Milliseconds, from any start. */
  now(): number;
  /** Where paths are relative to. */
  readonly directory: string;
  /** Calls `stop` when the user wants the run to end; returns how to stop listening. */
  onInterrupt(stop: () => void): () => void;
  /** Sets the exit code of the process. */
  exit(code: number): void;
}

/** The process itself. npm moves into the root of a checkout; INIT_CWD is where the user stands. */
export const PROCESS: MeasureOutside = {
  out: process.stdout,
  err: process.stderr,
  now: () => performance.now(),
  directory: process.env.INIT_CWD ?? process.cwd(),
  onInterrupt(stop) {
    process.once('SIGINT', stop).once('SIGTERM', stop);
    return () => process.off('SIGINT', stop).off('SIGTERM', stop);
  },
  exit(code) {
    process.exitCode = code;
  },
};

interface Typed extends Omit<MeasureSettings, 'data'> {
  readonly data?: string;
  readonly failIf?: readonly string[];
  readonly json?: boolean;
}

/** Options of the design that need what this version does not have. */
const LATER_OPTIONS: Readonly<Record<string, string>> = {
  '--model <id>': 'the probes of this version need no language model',
  '--judge <id>': 'nothing in this version is judged by a language model',
  '--budget <usd>': 'the probes of this version cost nothing',
  '--queue <url>': 'cases run in parallel on this machine; see --workers',
  '--resume <run>': 'start the run again: the same seed gives the same figures',
  '--power': 'look at the widths of the intervals and raise --cases',
};

/** The command. Bad usage ends with exit code 2, a bar that holds with 1, an interrupted run with 3. */
export function measureCommand(outside: MeasureOutside = PROCESS): Command {
  const command = new Command('measure')
    .description('measure agents in simulated conversations')
    .argument(
      '[probe...]',
      `what to measure; everything that can be, unless named: ${PROBES.map((p) => p.name).join(', ')}`,
    )
    .option('--agents <names>', 'agents to compare, with commas between; all unless given', names)
    .option('--data <path>', 'file or directory of the data that a probe plays on')
    .option('--split <name>', 'part of the data to measure on')
    .option('--cases <n>', 'how many cases (offer: users in each of the 18 cells)', count)
    .option('--turns <n>', 'most assistant turns in a conversation', count)
    .option('--user <name>', `who the simulated users are (offer: ${OFFER_USER_NAMES.join(', ')})`)
    .option('--noise <p>', 'chance that a simulated user answers wrongly', probability)
    .option('--unknown <q>', 'chance that a simulated user does not know', probability)
    .option('--seed <n>', 'seed of every draw', seed, 1)
    .option('--workers <n>', 'threads to run on; as many as there are cores unless given', count)
    .option('--fail-if <expr>', 'exit with 1 if this holds; may be given several times', several)
    .option('--json', 'print one JSON document instead of tables');
  for (const flags of Object.keys(LATER_OPTIONS)) command.addOption(new Option(flags).hideHelp());
  command.showSuggestionAfterError().showHelpAfterError('(see: sente measure --help)');
  command.addHelpText('after', HELP);
  return command.action(async (named: string[], typed: Typed) => {
    try {
      await measure(named, typed, outside);
    } catch (error) {
      if (!isUsage(error)) throw error;
      command.error(`error: ${error.message}`, { exitCode: 2, code: 'sente.usage' });
    }
  });
}

const isUsage = (error: unknown): error is Error =>
  error instanceof UsageError || error instanceof BarSyntaxError || error instanceof MissingFigureError;

async function measure(named: readonly string[], typed: Typed, outside: MeasureOutside): Promise<void> {
  for (const [flags, instead] of Object.entries(LATER_OPTIONS)) {
    const flag = flags.split(' ')[0];
    if (flag.slice(2) in typed) throw new UsageError(`${flag} is not available yet: ${instead}`);
  }
  const { failIf = [], json = false, data, ...rest } = typed;
  const bars = failIf.map(parseBar);
  const settings: MeasureSettings = { ...rest, ...(data !== undefined && { data: resolve(outside.directory, data) }) };
  const { plans, notes } = choose(named, settings);
  for (const note of notes) outside.err.write(`${note}\n`);
  const results = await runAll(plans, outside, (result) => {
    if (!json) outside.out.write(renderResult(result, outside.out.columns ?? 120));
  });
  if (!results) return outside.exit(3);
  if (json) outside.out.write(`${printJson(results, new Set(named).size === 1)}\n`);
  judge(bars, results, outside);
}

/** Runs one probe after the other; undefined when the user stopped it. */
async function runAll(
  plans: readonly Plan[],
  outside: MeasureOutside,
  onResult: (result: ProbeResult) => void,
): Promise<ProbeResult[] | undefined> {
  const results: ProbeResult[] = [];
  const stop = new AbortController();
  const off = outside.onInterrupt(() => stop.abort());
  try {
    for (const { probe, settings } of plans) {
      let progress: ReturnType<typeof createProgress> | undefined;
      const onProgress = (done: number, total: number): void => {
        progress ??= createProgress(probe.name, total, outside.err, outside.now);
        progress.update(done);
      };
      try {
        const result = await probe.run(settings, { signal: stop.signal, onProgress });
        results.push(result);
        progress?.finish();
        onResult(result);
      } catch (error) {
        progress?.finish();
        if (!(error instanceof StoppedError)) throw error;
        const finished = results.map((result) => result.probe).join(', ') || 'none';
        outside.err.write(
          `Stopped in ${probe.name} after ${error.done} of ${error.cases} cases; probes finished: ${finished}.\n` +
            'The same command gives the same figures when it is run to the end.\n',
        );
        return undefined;
      }
    }
  } finally {
    off();
  }
  return results;
}

function judge(bars: readonly Bar[], results: readonly ProbeResult[], outside: MeasureOutside): void {
  // All bars are read before any decides: a missing figure is worth more than a missed bar.
  const held = bars.filter((bar) => barHolds(bar, results));
  for (const bar of held) outside.err.write(`Failed: ${bar.text}\n`);
  if (held.length > 0) outside.exit(1);
}

const HELP: string = `
Probes:
${PROBES.map(({ name, question, agents }) => `  ${name.padEnd(10)} ${question}\n             agents: ${agents.join(', ')}`).join('\n')}

Examples:
  sente measure offer
  sente measure offer --cases 50 --agents reactive,sente --json > offer.json
  sente measure offer --fail-if 'offer.sente.turns@medium/0.3/1 > 4'
  sente measure offer --fail-if 'offer.sente-reactive.turns.change.high > -40%'

Figures are means over conversations with 95% bootstrap intervals; docs/metrics.md lists their names.
Exit codes: 0 done, 1 a --fail-if holds, 2 bad usage or a missing figure, 3 stopped early, 4 a fault of ours.
`;
