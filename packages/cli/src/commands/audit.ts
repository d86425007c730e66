/**
 * `sente audit`: a person's own transcripts, turn by turn: where initiative would have paid.
 * @module
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { auditHtml, auditText, LOG_FORMATS, looksLikeSgd, readLogs, readSgd } from '@sente/lab';
import type { Budget, Prices } from '@sente/language';
import { Command, Option } from 'commander';
import { auditAnnotations, auditSpoken } from '../audit/audit-dialogues.ts';
import { auditLogs } from '../audit/audit-logs.ts';
import type { Audited } from '../audit/audited.ts';
import { EXIT, UsageError } from '../failure.ts';
import { count } from '../measure/arguments.ts';
import { type MeasureOutside, PROCESS } from '../measure/outside.ts';
import { budget, checkPriced, prices } from '../settings/limits.ts';
import { notYet } from '../settings/not-yet.ts';
import { writeReport } from '../settings/write-report.ts';

interface AuditOptions {
  readonly model?: string;
  readonly format: string;
  readonly out?: string;
  readonly json?: boolean;
  readonly resume?: string;
  readonly budget?: Budget;
  readonly prices?: Prices;
  readonly cases?: number;
}

const HELP = `
A line holds one conversation: {"messages": [...]} or the bare array (OpenAI, Anthropic), a request with its response,
a trace with input and output (LangSmith, Langfuse), or ShareGPT's {"conversations": [...]}. Annotated dialogues of the
Schema-Guided Dialogue format, with their schema.json beside them, are compared with what their system did: by their annotations, or, with --model, as
they were spoken, in two calls a system turn.

Examples:
  sente audit logs.jsonl                                     what users corrected, repeated and added
  sente audit logs.jsonl --model openai:NAME --out audit.html    what Sente would have done instead
  sente audit logs.jsonl --model ollama:NAME --cases 20 --budget 200calls
  sente audit logs.jsonl --model ollama:NAME --resume audit-20261127-101500-1f3a
  sente audit dialogues_001.json --json > audit.json
  sente audit dialogues_003.json --model ollama:NAME --cases 10 --out audit.html

Exit codes: 0 done, 2 bad usage or input, 3 stopped early (go on with --resume), 4 a fault of ours.`;

/** Makes the command. */
export function auditCommand(outside: MeasureOutside = PROCESS): Command {
  const command = new Command('audit')
    .description('your own transcripts: where initiative would have paid')
    .argument('<logs>', 'logged conversations, one a line (.jsonl)')
    .option('--model <id>', 'decides each turn as Sente would: openai:NAME, ollama:NAME, URL#NAME or pocket')
    .addOption(
      new Option('--format <name>', 'format of the log').choices(['auto', ...LOG_FORMATS, 'sgd']).default('auto'),
    )
    .option('--out <file>', 'write the report as one HTML page')
    .option('--json', 'print one JSON document instead of the summary')
    .option('--resume <run>', 'go on with a run that was stopped')
    .option('--budget <limit>', 'stop at 200calls, 500ktokens or (with --prices) 2usd', budget)
    .option('--prices <in,out>', 'dollars for a million tokens read and written', prices)
    .option('--cases <n>', 'conversations at most, from the first', count)
    .addHelpText('after', HELP)
    .action((file: string, options: AuditOptions) => audit(file, options, outside));
  return notYet(command, '--catalog <file>', 'an audit decides from the conversations alone; leave it out.');
}

async function audit(file: string, options: AuditOptions, outside: MeasureOutside): Promise<void> {
  check(options);
  const path = resolve(outside.directory, file);
  const text = read(path, file);
  const isSgd = options.format === 'sgd' || (options.format === 'auto' && looksLikeSgd(text));
  const audited = isSgd
    ? await auditAnnotated(path, text, file, options, outside)
    : await auditPlain(text, file, options, outside);
  if (options.out !== undefined) writeReport(outside.directory, options.out, auditHtml(audited.report));
  outside.out.write(options.json ? `${JSON.stringify(audited.document, null, 2)}\n` : auditText(audited.report));
  if (options.out !== undefined) outside.err.write(`The report is in ${options.out}.\n`);
  if (audited.stopped) {
    const why = audited.stopped.reason === 'budget' ? 'The budget is spent' : 'Stopped';
    outside.err.write(`${why}; go on with --resume ${audited.stopped.resume}.\n`);
    outside.exit(EXIT.stopped);
  }
}

function check({ model, resume, budget: limit, prices: paid }: AuditOptions): void {
  checkPriced({ budget: limit, prices: paid });
  if (model !== undefined) return;
  const needless = Object.entries({ '--resume': resume, '--budget': limit, '--prices': paid }).find(
    ([, value]) => value !== undefined,
  );
  if (needless)
    throw new UsageError(`${needless[0]} needs --model ID: without a model an audit costs nothing and takes no time.`);
}

async function auditPlain(
  text: string,
  source: string,
  options: AuditOptions,
  outside: MeasureOutside,
): Promise<Audited> {
  const conversations = readLogs(text, source, options.format).slice(0, options.cases);
  return auditLogs({ ...options, source, text, conversations }, outside);
}

async function auditAnnotated(
  path: string,
  text: string,
  source: string,
  options: AuditOptions,
  outside: MeasureOutside,
): Promise<Audited> {
  const { dialogues, schema } = await readSgd(path, source);
  const log = { dialogues: dialogues.slice(0, options.cases), schema };
  const { model } = options;
  return model === undefined
    ? auditAnnotations(log, source)
    : auditSpoken({ ...options, model, source, text, log }, outside);
}

function read(path: string, file: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ERR_STRING_TOO_LONG') throw new UsageError(`${file} is too large to be read at once: split it.`);
    throw new UsageError(`${file} cannot be read (${code}). Name a file of logged conversations.`);
  }
}
