/**
 * A small trained language model: its shop, its weights, and inference in plain TypeScript.
 * @module
 */
export * from './checkpoint/checkpoint.ts';
export * from './checkpoint/fingerprint.ts';
export * from './checkpoint/safetensors.ts';
export * from './checkpoint/shipped.ts';
export * from './model/pocket-model.ts';
export type { PocketText } from './model/pocket-text.ts';
export * from './model/shape.ts';
export * from './model/special.ts';
export { type AgainstPlanning, worseThanPlanning } from './policy/against-planning.ts';
export * from './policy/cells.ts';
export { type EdgeEffect, type EvidenceOptions, edgeEffects, type ScoreGraph, STOP } from './policy/evidence.ts';
export * from './policy/graph-policy.ts';
export * from './policy/policy-card.ts';
export * from './policy/state-graph.ts';
export * from './shop/bags.ts';
export * from './shop/read-reply.ts';
export * from './shop/stakes.ts';
export * from './shop/words.ts';
export * from './speak/conversation.ts';
export * from './speak/language-model.ts';
export * from './speak/speaker.ts';
export * from './speak/spell-out.ts';
export * from './text/tokenizer.ts';
