/**
 * The structured world: a table of items, exact belief, words in and out. Needs no model.
 * @module
 */

export * from './belief/item-belief.ts';
export * from './concierge/reply.ts';
export * from './domain/act.ts';
export * from './domain/decide-turn.ts';
export * from './domain/relaxations.ts';
export * from './domain/shopper-model.ts';
export * from './domain/state.ts';
export * from './index/catalog-index.ts';
export * from './table/catalog.ts';
export * from './table/wish.ts';
