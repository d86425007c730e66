/**
 * A small shop as text: a catalogue whose every value is a word of its own, so that a model's words can be read back
 * exactly, put into the system prompt of an assistant that recommends.
 * @module
 */
import { type Catalog, makeCatalog } from '@sente/catalog';
import type { Random } from '@sente/engine';

/** An attribute with the words that it is asked and wished by. */
interface ShopAttribute {
  readonly key: string;
  readonly values: readonly string[];
  /** Words that a question about it may use, beside its values. */
  readonly signs: readonly string[];
  /** A value as part of a description, with `%` in its place. */
  readonly phrases: readonly [string, ...string[]];
}

/** What lamps differ in. No word stands for two values. */
export const LAMP_ATTRIBUTES: readonly ShopAttribute[] = [
  {
    key: 'shade',
    values: ['white', 'black', 'copper'],
    signs: ['shade', 'colour', 'color'],
    phrases: ['with a % shade', 'in %', 'whose shade is %'],
  },
  {
    key: 'place',
    values: ['desk', 'wall', 'ceiling'],
    signs: ['place', 'where', 'room', 'mounted', 'hang', 'put', 'stand', 'spot'],
    phrases: ['for the %', 'that goes on the %', 'to have on my %'],
  },
  {
    key: 'light',
    values: ['warm', 'cool', 'dimmable'],
    signs: ['light', 'tone', 'brightness', 'glow'],
    phrases: ['with % light', 'giving a % light', 'whose light is %'],
  },
  {
    key: 'power',
    values: ['mains', 'battery', 'solar'],
    signs: ['power', 'powered', 'run', 'runs', 'energy', 'source'],
    phrases: ['running on %', 'that has % power', 'powered by %'],
  },
];

const NAMES = ['Alba', 'Brio', 'Corin', 'Dova', 'Elsin', 'Fenn', 'Gilda', 'Hesper', 'Iona', 'Juno', 'Kestrel', 'Lumo'];

/** A shop of lamps, no two alike; at most twelve. */
export function makeTextShop(random: Random, size: number = NAMES.length): Catalog {
  const rows = new Map<string, readonly number[]>();
  while (rows.size < Math.min(size, NAMES.length)) {
    const row = LAMP_ATTRIBUTES.map(({ values }) => random.integer(values.length));
    rows.set(row.join(), row);
  }
  const items = [...rows.values()];
  return makeCatalog({
    name: 'lamps',
    noun: { one: 'lamp', many: 'lamps' },
    attributes: LAMP_ATTRIBUTES.map(({ key, values }) => ({ key, type: 'category', values })),
    columns: LAMP_ATTRIBUTES.map((_, a) => ({ codes: Uint32Array.from(items, (row) => row[a]) })),
    names: NAMES.slice(0, items.length),
  });
}

/** Code of an item's value. */
export function codeOf(shop: Catalog, item: number, attribute: number): number {
  return shop.columns[attribute].codes[item];
}

/** The assistant's system prompt. */
export function shopPrompt(shop: Catalog): string {
  const lines = Array.from({ length: shop.size }, (_, item) => {
    const { name, facts } = shop.view(item);
    return `- ${name}: ${facts.map(({ label, value }) => `${label} ${value}`).join(', ')}`;
  });
  return (
    `You are the assistant of a small shop. These are all its lamps:\n${lines.join('\n')}\n` +
    'Each customer wants some lamp of these, cares about some of the four things and does not mind the others. Help the ' +
    'customer to a lamp that has all that they care about; recommend one lamp by its name.'
  );
}

/** The shop that a system prompt describes; undefined when it describes none. The inverse of `shopPrompt`. */
export function shopIn(text: string): Catalog | undefined {
  const rows = [...text.matchAll(/^- (\w+): ((?:\w+ \w+(?:, )?)+)$/gm)];
  if (rows.length === 0) return undefined;
  const codes = rows.map(([, , facts]) => {
    const words = facts.split(', ').map((fact) => fact.split(' ')[1]);
    return LAMP_ATTRIBUTES.map(({ values }, a) => values.indexOf(words[a]));
  });
  return makeCatalog({
    name: 'lamps',
    attributes: LAMP_ATTRIBUTES.map(({ key, values }) => ({ key, type: 'category', values })),
    columns: LAMP_ATTRIBUTES.map((_, a) => ({ codes: Uint32Array.from(codes, (row) => row[a]) })),
    names: rows.map(([, name]) => name),
  });
}
