/**
 * The open world: initiative for any chat model.
 * @module
 */
export type * from './ledger/ledger.ts';
export { emptyLedger, noChange } from './ledger/ledger.ts';
export type * from './model/caller.ts';
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
