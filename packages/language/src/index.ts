/**
 * The open world: initiative for any chat model.
 * @module
 */
export { applyChange, latest } from './ledger/apply-change.ts';
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
export { shorten } from './model/shorten.ts';
export { type Sleep, sleepFor } from './model/sleep.ts';
export { UnknownModelError } from './model/unknown-model-error.ts';
export type * from './read/reading.ts';
export * from './session/session.ts';
export * from './transcript/transcript.ts';
export type * from './turn/layer.ts';
export type * from './turn/options.ts';
export * from './turn/plan.ts';
export type * from './value/act.ts';
export * from './value/costs.ts';
export * from './vault/vault.ts';
export type * from './weigh/weighing.ts';
