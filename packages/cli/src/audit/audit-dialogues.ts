/**
 * Audits annotated dialogues: by their annotations alone, or, with a model, as they were spoken.
 * @module
 */
import {
  asConversations,
  auditSgd,
  compareSgd,
  comparisonReport,
  layerDecider,
  type SgdLog,
  sgdReport,
} from '@sente/lab';
import { createLayer } from '@sente/language';
import type { MeasureOutside } from '../measure/outside.ts';
import type { Audited } from './audited.ts';
import { openAuditModel, type ReplaySettings, runReplay } from './replay-run.ts';

/** What is audited, and with what. */
interface DialogueAuditSettings extends ReplaySettings {
  /** As the user named it. */
  readonly source: string;
  /** Contents of the file of dialogues. */
  readonly text: string;
  readonly log: SgdLog;
}

/** Audits by the annotations. */
export function auditAnnotations(log: SgdLog, source: string): Audited {
  const found = auditSgd(log);
  const { dialogues: conversations, ...rest } = found;
  return {
    report: sgdReport(found, log.dialogues, source),
    document: { source, format: 'sgd', conversations, ...rest },
  };
}

/** Audits with a model. Rejects with UsageError, ResumeError or AuditModelError. */
export async function auditSpoken(
  settings: DialogueAuditSettings & { readonly model: string },
  outside: MeasureOutside,
): Promise<Audited> {
  const { source, text, log, model: id, prices } = settings;
  const { conversations, scene } = asConversations(log);
  const model = openAuditModel(id);
  const decider = layerDecider({ layer: createLayer({ prices, vault: 'off' }), model, scene });
  const head = {
    // The schema is what the model is told: with another one it is another run.
    log: `${text}\n${JSON.stringify([...log.schema.values()])}`,
    settings: { model: id, cases: conversations.length, format: 'sgd' },
  };
  const ran = await runReplay({ ...settings, conversations, deciding: { decider, head } }, outside);
  const { found, run, stopped } = ran;
  const compared = compareSgd(log, found.moments);
  const { dialogues, ...rest } = compared;
  return {
    report: comparisonReport(compared, found, { source, dialogues: log.dialogues, model: id }),
    document: {
      run,
      source,
      format: 'sgd',
      model: id,
      conversations: log.dialogues.length,
      turns: found.turns,
      ...(found.stopped && { stopped: found.stopped }),
      used: found.used,
      begun: dialogues,
      ...rest,
    },
    ...(stopped && { stopped }),
  };
}
