/**
 * Made tables of three sizes, with the two things that real tables have: a few values that are common and many that are
 * rare, and columns that go together.
 *
 * The generator, written down. A world has C = ⌈√items / 2⌉ classes of items; class c has weight 1/(c + 1). Every slot
 * has a Zipf law over its values, P(v) ∝ 1/(v + 1). Each class has one typical value per slot, drawn from that slot's
 * law. An item draws its class, then for every slot takes the class's typical value with chance 0.5, else a value from
 * the slot's law. So the values of a slot are Zipf distributed, and two slots agree with their class together with
 * chance 0.25: a latent class mixture (Lazarsfeld & Henry 1968). Every slot also has a salience, uniform in
 * [0.15, 0.55]: the chance that it matters to a user (see wishes.ts). Assistants are not told.
 * @module
 */
import type { Attribute, Catalog } from '@sente/catalog';
import type { Random } from '@sente/engine';

/** The sizes of world that are measured. */
export const SIZES = {
  small: { slots: 4, values: 3, items: 50 },
  medium: { slots: 8, values: 5, items: 500 },
  large: { slots: 12, values: 8, items: 5000 },
} as const;

/** `small`, `medium` or `large`. */
export type Size = keyof typeof SIZES;

/** Chance that an item has its class's typical value in a slot, whatever the slot's own law says. */
const TYPICAL = 0.5;

/** A made table. */
export interface World {
  readonly catalog: Catalog;
  /** Chance that a slot matters to a user; length: number of slots. */
  readonly salience: Float64Array;
}

/** P(v) ∝ 1/(v + 1) for v = 0 … `values` − 1. */
export function zipf(values: number): Float64Array {
  const weights = Float64Array.from({ length: values }, (_, v) => 1 / (v + 1));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/** Makes a world. The same random stream gives the same world. */
export function makeWorld(size: Size, random: Random): World {
  const { slots, values, items } = SIZES[size];
  const law = zipf(values);
  const classes = Math.ceil(Math.sqrt(items) / 2);
  const classLaw = zipf(classes);
  const typical = Array.from({ length: classes }, () => Array.from({ length: slots }, () => random.weighted(law)));
  const columns = Array.from({ length: slots }, () => ({ codes: new Uint32Array(items) }));
  for (let item = 0; item < items; item++) {
    const own = typical[random.weighted(classLaw)];
    for (let slot = 0; slot < slots; slot++) {
      columns[slot].codes[item] = random.next() < TYPICAL ? own[slot] : random.weighted(law);
    }
  }
  const attributes = columns.map((_, slot): Attribute => attribute(slot, values));
  const catalog: Catalog = {
    name: size,
    noun: { one: 'item', many: 'items' },
    size: items,
    attributes,
    columns,
    view: (item) => ({
      item,
      id: `${item}`,
      name: `Item ${item + 1}`,
      facts: attributes.map(({ label, values: words }, position) => ({
        attribute: position,
        label,
        value: words[columns[position].codes[item]],
      })),
    }),
  };
  const salience = Float64Array.from({ length: slots }, () => 0.15 + 0.4 * random.next());
  return { catalog, salience };
}

/** Slots and values are single made-up words, so that words per turn count sentences, not names. */
const SLOT_NAMES = 'colour size shape maker finish style weight origin fabric season grade fitting'.split(' ');
const VALUE_NAMES = 'alpha beta gamma delta epsilon zeta eta theta'.split(' ');

function attribute(slot: number, values: number): Attribute {
  const label = SLOT_NAMES[slot];
  return { key: label, label, type: 'category', values: VALUE_NAMES.slice(0, values), askable: true };
}
