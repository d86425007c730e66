/**
 * `sente measure`: runs probes, keeps the run, and prints what was measured.
 * @module
 */
import { dirname, resolve } from 'node:path';
import {
  type Bar,
  BarSyntaxError,
  barHolds,
  correctAcross,
  LEARNED_AGENTS,
  MissingFigureError,
  OFFER_USER_NAMES,
  type ProbeResult,
  parseBar,
  powerOf,
  printJson,
  RECOMMEND_TEMPERAMENTS,
  renderPower,
  renderResult,
} from '@sente/lab';
import type { Budget, Prices } from '@sente/language';
import { Command } from 'commander';
import { budget, checkPriced, prices } from '../settings/limits.ts';
import { onlyFile } from '../settings/named-policy.ts';
import { hasPolicy, policyPlace } from '../settings/policy-files.ts';
import { openStore, storeFile } from '../settings/run-store.ts';
import { count, names, precision, probability, seed, several } from './arguments.ts';
import { beginRun } from './begin-run.ts';
import { HELP } from './help.ts';
import { type MeasureOutside, PROCESS } from './outside.ts';
import { openPlace } from './place.ts';
import { type MeasureSettings, UsageError } from './probe.ts';
import { PROBES } from './probes.ts';
import { runPlans, type Stopped } from './run-plans.ts';

/** As typed. What is absent was not typed. */
export interface Typed extends Partial<MeasureSettings> {
  readonly atOnce?: number;
  readonly budget?: Budget;
  readonly prices?: Prices;
  readonly queue?: string;
  readonly resume?: string;
  readonly store?: string;
  /** True without a number. */
  readonly power?: number | true;
  readonly failIf?: readonly string[];
  readonly json?: boolean;
}

/** The command. Bad usage ends with exit code 2, a bar that holds with 1, a run that stopped early with 3. */
export function measureCommand(outside: MeasureOutside = PROCESS): Command {
  const command = new Command('measure')
    .description('measure agents in simulated conversations')
    .argument(
      '[probe...]',
      `what to measure; everything that can be, unless named: ${PROBES.map((p) => p.name).join(', ')} (boundary when named only)`,
    )
    .option('--agents <names>', 'agents to compare, with commas between; all unless given', names)
    .option('--model <id>', 'the language model to measure: openai:NAME, ollama:NAME, URL#NAME or pocket')
    .option(
      '--temperament, --user <who>',
      `who the simulated users are: strangers, matched, a temperament, or the ID of a model (recommend: ${[...Object.keys(RECOMMEND_TEMPERAMENTS), 'all'].join(', ')}; offer: ${OFFER_USER_NAMES.join(', ')})`,
    )
    .option('--judge <id>', 'a language model that reads replies where rules would do it otherwise')
    .option('--data <path>', 'file or directory of the data that a probe plays on; its embedded cases unless given')
    .option('--split <name>', 'part of the data to measure on')
    .option('--cases <n>', 'how many cases (offer: users in each of the 18 cells)', count)
    .option('--repeats <n>', 'conversations with each case and agent', count)
    .option('--turns <n>', 'most assistant turns in a conversation', count)
    .option('--noise <p>', 'chance that a simulated user answers wrongly', probability)
    .option('--unknown <q>', 'chance that a simulated user does not know', probability)
    .option('--policy <file>', 'a learned policy (recommend); the one that sente train policy keeps, unless given')
    .option('--seed <n>', 'seed of every draw; 1 unless given', seed)
    .option('--workers <n>', 'threads, where no model is waited for; as many as there are cores unless given', count)
    .option('--at-once <n>', 'conversations with a model under way at once; 16 unless given', count)
    .option(
      '--budget <limit>',
      'stop cleanly when this is spent: dollars (with --prices), 200calls or 500ktokens',
      budget,
    )
    .option('--prices <in,out>', 'dollars for a million tokens, read and written', prices)
    .option('--queue <url>', 'have conversations played by `sente work`, over this Redis')
    .option('--resume <run>', 'take up a run that was stopped; `last` is the newest')
    .option('--store <file>', 'where runs are kept; .sente/runs.sqlite unless given')
    .option('--power [w]', 'tell how many cases intervals of ± w take; 0.05 unless given', precision)
    .option('--fail-if <expr>', 'exit with 1 if this holds; may be given several times', several)
    .option('--json', 'print one JSON document instead of tables');
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
  const { failIf = [], json = false, power } = typed;
  const bars = failIf.map(parseBar);
  checkPriced(typed);
  const data = typed.data === undefined ? undefined : resolve(outside.directory, typed.data);
  const store = openStore(typed.store, outside.directory);
  const stop = new AbortController();
  const off = outside.onInterrupt(() => stop.abort());
  try {
    const policy = policyFor(named, typed, data, outside);
    const wanted = { ...typed, ...(data && { data }), ...(policy && { policy }) };
    const { run, plans, settings, notes, isOne } = beginRun(store, named, wanted, outside);
    for (const note of notes) outside.err.write(`${note}\n`);
    let status: 'done' | 'stopped' = 'stopped';
    try {
      const place = await openPlace(store, run, settings, typed, stop.signal);
      const { results, stopped } = await runPlans(plans, place, outside, stop.signal);
      const corrected = correctAcross(results);
      for (const result of corrected) run.result(result);
      if (stopped) return tellStopped(stopped, run.head.id, corrected, outside);
      status = 'done';
      print(corrected, { json, isOne, power }, outside);
      judge(bars, corrected, outside);
    } finally {
      run.close(status);
    }
    if (outside.err.isTTY) outside.err.write(`Kept as ${run.head.id}. The report: sente report ${run.head.id}\n`);
  } finally {
    off();
    store.close();
  }
}

/** The policy that was named; else, where somebody could play by it, the one that was trained for the same data. */
function policyFor(
  named: readonly string[],
  { policy, agents, store, resume }: Typed,
  data: string | undefined,
  outside: MeasureOutside,
): string | undefined {
  if (policy !== undefined) return resolve(outside.directory, onlyFile(policy));
  const isPlayed = named.includes('recommend') && (agents?.some((name) => LEARNED_AGENTS.includes(name)) ?? true);
  if (!isPlayed || resume !== undefined) return undefined;
  const place = policyPlace(data === undefined ? {} : { data }, dirname(storeFile(store, outside.directory)));
  return hasPolicy(place) ? `${place}.json` : undefined;
}

interface Printing {
  readonly json: boolean;
  /** One probe was named: its document stands by itself. */
  readonly isOne: boolean;
  readonly power?: number | true;
}

function print(results: readonly ProbeResult[], { json, isOne, power }: Printing, outside: MeasureOutside): void {
  const width = outside.out.columns ?? 120;
  const precision = power === true ? undefined : power;
  if (json) {
    const withPower = results.map((result) => ({ ...result, power: powerOf([result], precision) }));
    outside.out.write(`${printJson(power === undefined ? results : withPower, isOne)}\n`);
    return;
  }
  for (const result of results) outside.out.write(`${renderResult(result, width)}\n`);
  if (power !== undefined) outside.out.write(renderPower(powerOf(results, precision), precision));
}

function tellStopped(
  { probe, done, total, why }: Stopped,
  run: string,
  results: readonly ProbeResult[],
  outside: MeasureOutside,
): void {
  const finished = results.map((result) => result.probe).join(', ') || 'none';
  if (why !== undefined) outside.err.write(`${why}\n`);
  outside.err.write(
    `Stopped in ${probe} after ${done} of ${total} conversations; probes finished: ${finished}.\n` +
      `Nothing that was finished is lost: sente measure --resume ${run}\n`,
  );
  outside.exit(3);
}

function judge(bars: readonly Bar[], results: readonly ProbeResult[], outside: MeasureOutside): void {
  // All bars are read before any decides: a missing figure is worth more than a missed bar.
  const held = bars.filter((bar) => barHolds(bar, results));
  for (const bar of held) outside.err.write(`Failed: ${bar.text}\n`);
  if (held.length > 0) outside.exit(1);
}
