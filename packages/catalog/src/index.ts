/**
 * The structured world: a table of items, exact belief, words in and out. Needs no model.
 * @module
 */

export * from './concierge/reply.ts';
export * from './domain/act.ts';
export * from './table/catalog.ts';
export * from './table/wish.ts';
