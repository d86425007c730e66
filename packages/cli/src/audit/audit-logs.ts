/**
 * Audits plain logs, with a model or without: decides turn by turn, keeps the run, makes report and document.
 * @module
 */
import { type LoggedConversation, layerDecider, replayReport, summariseMoments } from '@sente/lab';
import { createCaller, createLayer, type Prices } from '@sente/language';
import type { MeasureOutside } from '../measure/outside.ts';
import type { Audited } from './audited.ts';
import { openAuditModel, type ReplaySettings, runReplay } from './replay-run.ts';

/** What is audited, and with what. */
interface LogAuditSettings extends ReplaySettings {
  /** As the user named it. */
  readonly source: string;
  /** Contents of the log. */
  readonly text: string;
  readonly conversations: readonly LoggedConversation[];
  readonly model?: string;
}

/** Audits. Rejects with UsageError, ResumeError or AuditModelError. */
export async function auditLogs(settings: LogAuditSettings, outside: MeasureOutside): Promise<Audited> {
  const { source, text, conversations, model, prices } = settings;
  const deciding = model !== undefined && {
    decider: openDecider(model, prices),
    head: { log: text, settings: { model, cases: conversations.length } },
  };
  const { found, run, stopped } = await runReplay({ ...settings, ...(deciding && { deciding }) }, outside);
  const summary = summariseMoments(found.moments, conversations.length);
  return {
    report: replayReport(found, summary, { source, conversations: conversations.length, model }),
    document: {
      ...(run !== undefined && { run }),
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
}

function openDecider(id: string, prices: Prices | undefined): ReturnType<typeof layerDecider> {
  const model = openAuditModel(id);
  return layerDecider({
    layer: createLayer({ prices, vault: 'off' }),
    model,
    judge: () => createCaller(model, { prices }),
  });
}
