/**
 * Audits plain logs, with a model or without: decides turn by turn, keeps the run, makes report and document.
 * @module
 */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import {
  beginJournal,
  createProgress,
  type Journal,
  type JournalHead,
  type LoggedConversation,
  layerDecider,
  replay,
  replayReport,
  resumeJournal,
  summariseMoments,
} from '@sente/lab';
import {
  type Budget,
  createCaller,
  createLayer,
  ModelKeyError,
  openModel,
  type Prices,
  UnknownModelError,
} from '@sente/language';
import { UsageError } from '../failure.ts';
import type { MeasureOutside } from '../measure/outside.ts';
import type { Audited } from './audited.ts';

/** What is audited, and with what. */
export interface LogAuditSettings {
  /** As the user named it. */
  readonly source: string;
  /** Contents of the log. */
  readonly text: string;
  readonly conversations: readonly LoggedConversation[];
  readonly model?: string;
  readonly resume?: string;
  readonly budget?: Budget;
  readonly prices?: Prices;
}

/** Conversations at a time: servers of models take several calls at once, and a person waits for the end. */
const PARALLEL = 4;

/** Audits. Rejects with UsageError, ResumeError or AuditModelError. */
export async function auditLogs(settings: LogAuditSettings, outside: MeasureOutside): Promise<Audited> {
  const { source, conversations, model, prices } = settings;
  const run = model === undefined ? undefined : openRun(settings, outside);
  const decider = model === undefined ? undefined : openDecider(model, prices);
  if (run) outside.err.write(`Run ${run.name}: every turn is kept in ${run.file}.\n`);
  const stop = new AbortController();
  const off = outside.onInterrupt(() => stop.abort());
  let progress: ReturnType<typeof createProgress> | undefined;
  try {
    const found = await replay(conversations, {
      decider,
      journal: run?.journal,
      budget: settings.budget,
      parallel: PARALLEL,
      signal: stop.signal,
      onProgress(done, total) {
        progress ??= createProgress('audit', total, outside.err, outside.now);
        progress.update(done);
      },
    });
    const summary = summariseMoments(found.moments, conversations.length);
    const stopped = found.stopped && run ? { reason: found.stopped, resume: run.name } : undefined;
    return {
      report: replayReport(found, summary, { source, conversations: conversations.length, model }),
      document: {
        ...(run && { run: run.name }),
        source,
        format: 'logs',
        ...(model !== undefined && { model }),
        conversations: conversations.length,
        turns: found.turns,
        ...(found.stopped && { stopped: found.stopped }),
        used: found.used,
        ...summary,
        moments: found.moments,
      },
      ...(stopped && { stopped }),
    };
  } finally {
    progress?.finish();
    off();
  }
}

function openDecider(id: string, prices: Prices | undefined): ReturnType<typeof layerDecider> {
  try {
    const model = openModel(id);
    return layerDecider({
      layer: createLayer({ prices, vault: 'off' }),
      model,
      judge: () => createCaller(model, { prices }),
    });
  } catch (error) {
    if (error instanceof UnknownModelError || error instanceof ModelKeyError)
      throw new UsageError(error.message, { cause: error });
    throw error;
  }
}

interface Run {
  readonly name: string;
  readonly file: string;
  readonly journal: Journal;
}

function openRun({ text, model, conversations, resume }: LogAuditSettings, outside: MeasureOutside): Run {
  const head: JournalHead = { log: text, settings: { model: model ?? '', cases: conversations.length } };
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
