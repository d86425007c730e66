/**
 * A made catalogue of walking trips for tests of words, small enough to know by heart.
 * @module
 */
import { createRandom } from '@sente/engine';
import { type Attribute, type Catalog, type Column, NONE } from '../table/catalog.ts';

type Cell = number | string | readonly string[] | undefined;

/** Builds a catalogue from attributes and rows of cells, by the book of `Column`. */
export function makeCatalog(
  noun: Catalog['noun'],
  attributes: readonly Attribute[],
  rows: readonly { readonly name: string; readonly cells: readonly Cell[] }[],
): Catalog {
  const columns = attributes.map((attribute, position): Column => {
    const cells = rows.map((row) => row.cells[position]);
    if (attribute.type === 'number') {
      const numbers = Float64Array.from(cells, (cell) => (typeof cell === 'number' ? cell : Number.NaN));
      const codes = Uint32Array.from(numbers, (number) =>
        Number.isNaN(number) ? NONE : (attribute.edges ?? []).filter((edge) => number >= edge).length,
      );
      return { codes, numbers };
    }
    if (attribute.type === 'list') {
      const lists = cells.map((cell) =>
        (Array.isArray(cell) ? cell : []).map((word) => attribute.values.indexOf(word)).sort((a, b) => a - b),
      );
      const offsets = new Uint32Array(rows.length + 1);
      lists.forEach((list, item) => {
        offsets[item + 1] = offsets[item] + list.length;
      });
      return { codes: Uint32Array.from(lists.flat()), offsets };
    }
    return {
      codes: Uint32Array.from(cells, (cell) => (cell === undefined ? NONE : attribute.values.indexOf(cell as string))),
    };
  });
  return {
    name: noun.many,
    noun,
    size: rows.length,
    attributes,
    columns,
    view: (item) => ({
      item,
      id: `t${item}`,
      name: rows[item].name,
      facts: attributes.flatMap((attribute, position) => {
        const cell = rows[item].cells[position];
        return cell === undefined
          ? []
          : [
              {
                attribute: position,
                label: attribute.label,
                value: Array.isArray(cell) ? cell.join(', ') : String(cell),
              },
            ];
      }),
    }),
  };
}

/** Positions of the sample's attributes. */
export const REGION = 0;
export const DIFFICULTY = 1;
export const PRICE = 2;
export const DAYS = 3;
export const GUIDED = 4;
export const DOGS = 5;
export const SEASON = 6;

/** The attributes of the sample. */
export const SAMPLE_ATTRIBUTES: readonly Attribute[] = [
  {
    key: 'region',
    label: 'region',
    type: 'category',
    values: ['Alps', 'Tatra', 'Pyrenees', 'Lofoten', 'Madeira'],
    askable: true,
  },
  { key: 'difficulty', label: 'difficulty', type: 'category', values: ['easy', 'moderate', 'hard'], askable: true },
  {
    key: 'price',
    label: 'price',
    type: 'number',
    unit: '€',
    role: 'price',
    values: ['under €400', '€400 to €800', '€800 to €1,200', '€1,200 or more'],
    edges: [400, 800, 1200],
    askable: true,
  },
  {
    key: 'days',
    label: 'length',
    type: 'number',
    unit: 'days',
    values: ['under 4 days', '4 to 6 days', '7 days or more'],
    edges: [4, 7],
    askable: true,
  },
  { key: 'guided', label: 'guided', type: 'boolean', values: ['yes', 'no'], askable: true },
  { key: 'dogs', label: 'dogs allowed', type: 'boolean', values: ['yes', 'no'], askable: true },
  {
    key: 'season',
    label: 'season',
    type: 'list',
    values: ['summer', 'spring', 'autumn', 'winter'],
    askable: true,
  },
];

/** Sixty trips, the same every time. */
export function sampleCatalog(size = 60): Catalog {
  const random = createRandom('trips');
  const rows = Array.from({ length: size }, (_, i) => {
    const region = random.pick(SAMPLE_ATTRIBUTES[REGION].values);
    const days = 2 + random.integer(9);
    const guided = random.next() < 0.5;
    const seasons = SAMPLE_ATTRIBUTES[SEASON].values.filter(() => random.next() < 0.5);
    return {
      name: `${region} Trail ${i + 1}`,
      cells: [
        region,
        random.pick(SAMPLE_ATTRIBUTES[DIFFICULTY].values),
        Math.round((days * (60 + random.integer(120)) + (guided ? 150 : 0)) / 10) * 10,
        days,
        guided ? 'yes' : 'no',
        random.next() < 0.1 ? undefined : random.next() < 0.4 ? 'yes' : 'no',
        seasons.length > 0 ? seasons : ['summer'],
      ],
    };
  });
  return makeCatalog({ one: 'trip', many: 'trips' }, SAMPLE_ATTRIBUTES, rows);
}
