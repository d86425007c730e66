/**
 * `sente report`: a run as a page to show around, as a comment, for programs and for CI.
 * @module
 */
import { type Bar, BarSyntaxError, barHolds, MissingFigureError, parseBar } from '@sente/lab';
import { Command } from 'commander';
import { EXIT, UsageError } from '../failure.ts';
import { several } from '../measure/arguments.ts';
import { PROCESS } from '../measure/outside.ts';
import { listRuns } from '../report/list-runs.ts';
import { type ReportFormat, renderRun } from '../report/render-run.ts';
import { findRun } from '../settings/find-run.ts';
import { openExistingStore } from '../settings/run-store.ts';
import { writeReport } from '../settings/write-report.ts';

/** What the command needs of the world around it. */
interface ReportOutside {
  readonly out: { write(text: string): unknown; readonly isTTY?: boolean };
  readonly err: { write(text: string): unknown };
  /** Where paths are relative to. */
  readonly directory: string;
  exit(code: number): void;
}

interface Typed {
  readonly out?: string;
  readonly json?: boolean;
  readonly markdown?: boolean;
  readonly junit?: boolean;
  readonly failIf?: readonly string[];
  readonly store?: string;
}

const HELP = `
RUN is a run's name, or last. Without RUN, the runs that there are.

Examples:
  sente report                                   the runs
  sente report last                              sente-report-RUN.html, one file that opens from disk
  sente report last --out report.html
  sente report last --markdown > comment.md      for a pull request
  sente report last --junit --out junit.xml --fail-if 'recommend.sente.sr@15.low < 0.9'
  sente report all-1-3f9a2c --json | jq '.[].agents.sente'

Runs are kept in .sente/runs.sqlite in the folder where sente measure ran; --store or SENTE_STORE name another file.
Exit codes: 0 done, 1 a --fail-if holds, 2 bad usage or a missing figure, 4 a fault of ours.`;

/** Makes the command. */
export function reportCommand(outside: ReportOutside = PROCESS): Command {
  return new Command('report')
    .description('a run of sente measure as a page, a comment, JSON or JUnit')
    .argument('[run]', "the run's name, or last; without it, the runs are listed")
    .option('--out <file>', 'write to this file')
    .option('--json', 'the results, as measure --json prints them')
    .option('--markdown', 'a comment for a pull request')
    .option('--junit', 'a test report for CI: a case for each headline figure, a failure for each bar that is missed')
    .option('--fail-if <expr>', 'exit with 1 if this holds; may be given several times', several)
    .option('--store <file>', 'the file that the runs are kept in')
    .addHelpText('after', HELP)
    .action((run: string | undefined, typed: Typed) => report(run, typed, outside));
}

async function report(name: string | undefined, typed: Typed, outside: ReportOutside): Promise<void> {
  const format = formatOf(typed);
  const bars = barsOf(typed);
  if (name === undefined && (typed.out !== undefined || bars.length > 0 || (format !== 'html' && format !== 'json'))) {
    throw new UsageError('Name the run: sente report RUN, or sente report last. sente report alone lists them.');
  }
  const store = openExistingStore(typed.store, outside.directory);
  try {
    if (name === undefined) {
      const runs = store.list();
      outside.out.write(typed.json ? `${JSON.stringify(runs, null, 2)}\n` : listed(runs));
      return;
    }
    const run = store.read(findRun(store, name));
    const results = run.results();
    if (format !== 'html' && results.length === 0) {
      throw new UsageError(
        `${run.head.id} has no result yet (it is ${run.status}). Wait for it, or sente measure --resume ${run.head.id}.`,
      );
    }
    const held = asUsage(() => bars.filter((bar) => barHolds(bar, results)));
    const text = await renderRun(run, format, bars);
    const file = typed.out ?? (format === 'html' && outside.out.isTTY ? `sente-report-${run.head.id}.html` : undefined);
    if (file === undefined) outside.out.write(text);
    else {
      writeReport(outside.directory, file, text);
      outside.err.write(`The report is in ${file}.\n`);
    }
    for (const bar of held) outside.err.write(`Failed: ${bar.text}\n`);
    if (held.length > 0) outside.exit(EXIT.missed);
  } finally {
    store.close();
  }
}

function listed(runs: Parameters<typeof listRuns>[0]): string {
  return runs.length === 0 ? 'There are no runs yet. Make one with sente measure.\n' : listRuns(runs);
}

function formatOf({ json, markdown, junit }: Typed): ReportFormat {
  const chosen = Object.entries({ json, markdown, junit }).filter(([, isChosen]) => isChosen);
  if (chosen.length > 1) {
    throw new UsageError(`Choose one of ${chosen.map(([name]) => `--${name}`).join(', ')}: a report has one format.`);
  }
  return (chosen[0]?.[0] ?? 'html') as ReportFormat;
}

function barsOf({ failIf = [] }: Typed): readonly Bar[] {
  return asUsage(() => failIf.map(parseBar));
}

/** A bar that cannot be read, or that asks for what was not measured, is bad usage. */
function asUsage<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof BarSyntaxError || error instanceof MissingFigureError)) throw error;
    throw new UsageError(`error: ${error.message}`, { cause: error });
  }
}
