/**
 * The open world: initiative for any chat model.
 * @module
 */
export type * from './assistant/assistant.ts';
export * from './assistant/create-assistant.ts';
export * from './assistant/decide-event.ts';
export type * from './assistant/event-schema.ts';
export type * from './assistant/host-event.ts';
export type { Attachment, UserInput } from './assistant/messages.ts';
export { raise } from './assistant/raise.ts';
export type { Reply } from './assistant/reply.ts';
export { type SavedAssistant, SavedAssistantError, type Silence } from './assistant/saved-assistant.ts';
export { ToolWithoutExecuteError } from './assistant/tool-without-execute-error.ts';
export * from './flow/carry-out.ts';
export * from './flow/describe-turn.ts';
export * from './flow/end-cleanly.ts';
export type * from './flow/exchange.ts';
export * from './flow/guard-text.ts';
export * from './flow/guarded.ts';
export * from './flow/middleware.ts';
export type * from './flow/part-form.ts';
export * from './flow/race.ts';
export * from './flow/read-ahead.ts';
export type { SenteRequestOptions } from './flow/request-options.ts';
export * from './flow/rewrite.ts';
export * from './flow/rewrite-openai.ts';
export * from './flow/shown-ids.ts';
export * from './flow/source.ts';
export * from './flow/watch.ts';
export * from './flow/whole-ending.ts';
export * from './flow/with-initiative.ts';
export type { Confidence } from './know/how-sure.ts';
export { applyChange } from './ledger/apply-change.ts';
export { MOST_ENTRIES, MOST_SHOWN } from './ledger/bounds.ts';
export * from './ledger/changed.ts';
export * from './ledger/edit.ts';
export { WORDS } from './ledger/find-words.ts';
export type * from './ledger/ledger.ts';
export { emptyLedger, noChange } from './ledger/ledger.ts';
export * from './ledger/render-ledger.ts';
export * from './ledger/show.ts';
export * from './model/breaker.ts';
export type * from './model/caller.ts';
export * from './model/create-caller.ts';
export * from './model/data-block.ts';
export { MalformedReplyError } from './model/malformed-reply-error.ts';
export { BudgetSpentError, estimateTokens } from './model/meter.ts';
export { type Environment, ModelKeyError } from './model/model-id.ts';
export * from './model/open-model.ts';
export { type ModelName, shareRefusals } from './model/refused-settings.ts';
export { askedWait, isRetryable } from './model/retry.ts';
export { shorten } from './model/shorten.ts';
export { type Sleep, sleepFor } from './model/sleep.ts';
export { UnknownModelError } from './model/unknown-model-error.ts';
export type * from './read/reading.ts';
export * from './session/memory-sessions.ts';
export * from './session/recall.ts';
export * from './session/session.ts';
export * from './session/session-store.ts';
export * from './session/start-session.ts';
export * from './transcript/fingerprint.ts';
export * from './transcript/from-openai.ts';
export * from './transcript/from-prompt.ts';
export * from './transcript/transcript.ts';
export { createLayer } from './turn/create-layer.ts';
export { handsOver } from './turn/hands-over.ts';
export type * from './turn/layer.ts';
export type * from './turn/options.ts';
export * from './turn/plan.ts';
export { NO_COST } from './turn/turn-cost.ts';
export type * from './value/act.ts';
export * from './value/costs.ts';
export { SHRUG } from './value/imagined-replies.ts';
export { listActs } from './value/list-acts.ts';
export type * from './value/simulation-options.ts';
export * from './value/weighed-domain.ts';
export * from './value/weighed-state.ts';
export {
  CommitmentValueError,
  editVault,
  LONGEST_VALUE,
  MOST_COMMITMENTS,
  release,
  seedVault,
  UnknownCommitmentError,
  type VaultEdit,
  VaultFullError,
  writeCommitment,
} from './vault/commitments.ts';
export * from './vault/leak-guard.ts';
export * from './vault/leaks.ts';
export * from './vault/render-vault.ts';
export * from './vault/strike-out.ts';
export * from './vault/vault.ts';
export type * from './weigh/weighing.ts';
