/**
 * What sentences are about: the table, and where the conversation stands.
 * @module
 */
import { type Marginal, marginal } from '../belief/item-belief.ts';
import { believe, type CatalogState } from '../domain/state.ts';
import type { CatalogIndex } from '../index/catalog-index.ts';
import type { Attribute } from '../table/catalog.ts';
import { rangesInWords } from './quantity.ts';
import { oneLine, valueInWords } from './wish-words.ts';

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

/** One answer to an open question: the values it stands for, in words, and how many of the items left have it. */
export interface Option {
  readonly values: readonly number[];
  readonly words: string;
  readonly count: number;
}

/**
 * The answers worth naming when an attribute is asked for: values that items left have, likeliest first, at most `most`;
 * for numbers neighbouring ranges taken together, ascending, so that `most` of them cover everything.
 * `complete` is false when there are further values.
 */
export function optionsOf(scene: Scene, position: number, most = 4): { options: Option[]; complete: boolean } {
  const attribute = attributeIn(scene, position);
  const { counts, mass } = spread(scene, position);
  const present = Array.from(counts.keys()).filter((value) => counts[value] > 0);
  if (attribute.type === 'number') return { options: rangeOptions(attribute, counts, present, most), complete: true };
  present.sort((a, b) => mass[b] - mass[a] || a - b);
  const options = present
    .slice(0, most)
    .map((value) => ({ values: [value], words: valueInWords(attribute, value), count: counts[value] }));
  return { options, complete: present.length <= most };
}

function rangeOptions(attribute: Attribute, counts: Uint32Array, present: number[], most: number): Option[] {
  let total = 0;
  for (const value of present) total += counts[value];
  const groups: number[][] = [];
  let filled = 0;
  present.forEach((value, i) => {
    const open = groups.at(-1);
    const full = filled >= (total * groups.length) / most || present.length <= most;
    const enoughLeft = present.length - i <= most - groups.length;
    if (!open || full || enoughLeft) groups.push([value]);
    else open.push(value);
    filled += counts[value];
  });
  return groups.slice(0, most).map((values) => ({
    values,
    words: rangesInWords(attribute, values[0], values[values.length - 1]),
    count: values.reduce((sum, value) => sum + counts[value], 0),
  }));
}
