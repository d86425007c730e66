/**
 * Replays conversations as a run that is kept: model, run file, progress, Ctrl-C.
 * @module
 */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import {
  beginJournal,
  createProgress,
  type Decider,
  type Journal,
  type JournalHead,
  type LoggedConversation,
  type Replay,
  replay,
  resumeJournal,
} from '@sente/lab';
import { isModelIdError, openAnyModel } from '@sente/lab/model';
import type { Budget, Prices } from '@sente/language';
import { UsageError } from '../failure.ts';
import type { MeasureOutside } from '../measure/outside.ts';
import type { Audited } from './audited.ts';

/** What the user set, for any kind of log. */
export interface ReplaySettings {
  readonly resume?: string;
  readonly budget?: Budget;
  readonly prices?: Prices;
}

/** What is replayed, and by whom. */
interface ReplayRun extends ReplaySettings {
  readonly conversations: readonly LoggedConversation[];
  /** Who decides, and what must be the same for a run to go on; without it nothing is decided nor kept. */
  readonly deciding?: { readonly decider: Decider; readonly head: JournalHead };
}

/** What a run came to. */
interface Ran {
  readonly found: Replay;
  /** Name of the run, if it is kept. */
  readonly run?: string;
  readonly stopped?: Audited['stopped'];
}

/** Conversations at a time: servers of models take several calls at once, and a person waits for the end. */
const PARALLEL = 4;

/** Replays. Rejects with UsageError, ResumeError or AuditModelError. */
export async function runReplay(settings: ReplayRun, outside: MeasureOutside): Promise<Ran> {
  const { conversations, deciding } = settings;
  const run = deciding && openRun(settings.resume, deciding.head, outside);
  if (run) outside.err.write(`Run ${run.name}: every turn is kept in ${run.file}.\n`);
  const stop = new AbortController();
  const off = outside.onInterrupt(() => stop.abort());
  let progress: ReturnType<typeof createProgress> | undefined;
  try {
    const found = await replay(conversations, {
      decider: deciding?.decider,
      journal: run?.journal,
      budget: settings.budget,
      parallel: PARALLEL,
      signal: stop.signal,
      onProgress(done, total) {
        progress ??= createProgress('audit', total, outside.err, outside.now);
        progress.update(done);
      },
    });
    const stopped = found.stopped && run && { reason: found.stopped, resume: run.name };
    return { found, ...(run && { run: run.name }), ...(stopped && { stopped }) };
  } finally {
    progress?.finish();
    off();
  }
}

/** Opens the model of an ID. Throws UsageError. */
export function openAuditModel(id: string): ReturnType<typeof openAnyModel> {
  try {
    return openAnyModel(id);
  } catch (error) {
    throw isModelIdError(error) ? new UsageError(error.message, { cause: error }) : error;
  }
}

interface Run {
  readonly name: string;
  readonly file: string;
  readonly journal: Journal;
}

function openRun(resume: string | undefined, head: JournalHead, outside: MeasureOutside): Run {
  if (resume !== undefined && !/^[\w-]+$/.test(resume)) {
    throw new UsageError(`--resume takes the name of a run, such as audit-20261127-101500-1f3a, not "${resume}".`);
  }
  const stamp = new Date()
    .toISOString()
    .replace(/\..*|[-:]/g, '')
    .replace('T', '-');
  const name = resume ?? `audit-${stamp}-${randomBytes(2).toString('hex')}`;
  const file = join('.sente', 'audit', `${name}.jsonl`);
  const path = join(outside.directory, file);
  return { name, file, journal: resume === undefined ? beginJournal(path, head) : resumeJournal(path, head) };
}
