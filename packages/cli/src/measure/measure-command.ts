/**
 * `sente measure`: runs probes and prints what they measured.
 * @module
 */
import { resolve } from 'node:path';
import {
  type Bar,
  BarSyntaxError,
  barHolds,
  MissingFigureError,
  OFFER_USER_NAMES,
  type ProbeResult,
  parseBar,
  printJson,
  renderResult,
} from '@sente/lab';
import { Command, Option } from 'commander';
import { count, names, probability, seed, several } from './arguments.ts';
import { choose } from './choose.ts';
import { type MeasureOutside, PROCESS } from './outside.ts';
import { type MeasureSettings, UsageError } from './probe.ts';
import { PROBES } from './probes.ts';
import { runPlans } from './run-plans.ts';

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
  const results = await runPlans(plans, outside, (result) => {
    if (!json) outside.out.write(renderResult(result, outside.out.columns ?? 120));
  });
  if (!results) return outside.exit(3);
  if (json) outside.out.write(`${printJson(results, new Set(named).size === 1)}\n`);
  judge(bars, results, outside);
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
