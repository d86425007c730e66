/**
 * What sentences are about: the table, and where the conversation stands.
 * @module
 */
import { type Marginal, marginal } from '../belief/item-belief.ts';
import { believe, type CatalogState } from '../domain/state.ts';
import type { CatalogIndex } from '../index/catalog-index.ts';
import type { Attribute } from '../table/catalog.ts';
import { oneLine } from './wish-words.ts';

/** The ground under a turn. */
export interface Scene {
  readonly index: CatalogIndex;
  readonly state: CatalogState;
}

/** How many items fit all that was said. */
export function leftIn(scene: Scene): number {
  return scene.state.belief.items.length;
}

/**
 * The scene that a question is about. Where all that fits was turned down, that is what fitted: something in it must be
 * in the way.
 */
export function questionScene(scene: Scene): Scene {
  const { index, state } = scene;
  if (state.belief.items.length > 0 || state.rejected.length === 0) return scene;
  return { index, state: { ...state, belief: believe(index, { ...state, rejected: [] }) } };
}

/** How the items that a question is about are spread over an attribute's values. */
export function spread(scene: Scene, attribute: number): Marginal {
  return marginal(scene.index, questionScene(scene).state.belief, attribute);
}

/** The attribute at a position. */
export function attributeIn(scene: Scene, position: number): Attribute {
  return scene.index.catalog.attributes[position];
}

/** An item's name, on one line. */
export function nameOf(scene: Scene, item: number): string {
  const view = scene.index.catalog.view(item);
  return oneLine(view.name || view.id, 80);
}
