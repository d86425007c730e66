/**
 * The structured world: a table of items, exact belief, words in and out. Needs no model.
 * @module
 */

export * from './belief/item-belief.ts';
export { createConcierge, restoreConcierge, SavedConversationError } from './concierge/concierge.ts';
export { prepareLearned } from './concierge/prepare-learned.ts';
export * from './concierge/reply.ts';
export { tellingGrounds } from './concierge/shown-evidence.ts';
export { summariseUnmet, type UnmetSummary } from './concierge/unmet-wishes.ts';
export * from './data/builtin.ts';
export * from './data/lastfm.ts';
export * from './domain/act.ts';
export * from './domain/decide-turn.ts';
export type { Effect } from './domain/effect.ts';
export * from './domain/item-domain.ts';
export * from './domain/item-features.ts';
export type { LearnedPoint } from './domain/learned-point.ts';
export { type LearnedEdge, type LearnedScores, type LearnedValues, STOPPING } from './domain/learned-turn.ts';
export { featureMass } from './domain/ranked-belief.ts';
export * from './domain/relaxations.ts';
export * from './domain/shopper-model.ts';
export * from './domain/state.ts';
export * from './domain/threshold-play.ts';
export type { HearContext } from './hear/context.ts';
export { createListener, type Listener } from './hear/listener.ts';
export * from './index/catalog-index.ts';
export * from './keeper/keeper.ts';
export { createShopkeeper } from './keeper/shopkeeper.ts';
export * from './prior/folds.ts';
export * from './prior/interaction-prior.ts';
export type { Scene } from './speak/scene.ts';
export { type Speech, type SpeechContext, speak } from './speak/speak.ts';
export { SILENT, type Voice } from './speak/voice.ts';
export type { TableSource } from './table/bytes.ts';
export * from './table/catalog.ts';
export { checkConfig } from './table/check-config.ts';
export * from './table/config.ts';
export * from './table/describe.ts';
export * from './table/errors.ts';
export * from './table/load.ts';
export * from './table/make.ts';
export { nearestWord } from './table/nearest-word.ts';
export * from './table/rows.ts';
export * from './table/wish.ts';
export * from './watch/event-signs.ts';
export * from './watch/watcher.ts';
