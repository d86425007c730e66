/**
 * Tables of bicycles of any size, made: categories, numbers, yes or no, and lists, most with several answers.
 *
 * Bicycles are built around sorts. What belongs to a sort (its frame, gears, what it is for, what comes with it) is usually as
 * the sort has it; brand and colour are anybody's. Popularity is log-normal.
 * @module
 */
import { type Catalog, catalogFromRows } from '@sente/catalog';
import type { Random } from '@sente/engine';

interface Sort {
  readonly name: string;
  readonly gears: readonly number[];
  readonly frames: readonly string[];
  readonly rides: readonly string[];
  readonly equipment: readonly string[];
  /** Kilograms and euros of a usual one. */
  readonly weight: number;
  readonly price: number;
}

const SORTS: readonly Sort[] = [
  {
    name: 'city bike',
    gears: [1, 3, 7, 8],
    frames: ['steel', 'aluminium'],
    rides: ['commuting', 'shopping'],
    equipment: ['lights', 'mudguards', 'basket', 'lock'],
    weight: 16,
    price: 600,
  },
  {
    name: 'touring bike',
    gears: [8, 11, 24, 27],
    frames: ['steel', 'aluminium', 'titanium'],
    rides: ['touring', 'commuting'],
    equipment: ['lights', 'mudguards', 'rack', 'kickstand'],
    weight: 14,
    price: 1300,
  },
  {
    name: 'road bike',
    gears: [11, 20, 22],
    frames: ['carbon', 'aluminium', 'titanium'],
    rides: ['racing', 'training'],
    equipment: ['pedals'],
    weight: 8.5,
    price: 2100,
  },
  {
    name: 'mountain bike',
    gears: [11, 12, 24],
    frames: ['carbon', 'aluminium'],
    rides: ['forest trails', 'training'],
    equipment: ['pedals', 'kickstand'],
    weight: 13,
    price: 1500,
  },
  {
    name: 'cargo bike',
    gears: [7, 8, 11],
    frames: ['steel', 'aluminium'],
    rides: ['shopping', 'taking children along'],
    equipment: ['lights', 'mudguards', 'rack', 'kickstand', 'lock'],
    weight: 27,
    price: 3200,
  },
  {
    name: 'folding bike',
    gears: [1, 3, 6],
    frames: ['steel', 'aluminium'],
    rides: ['commuting', 'touring'],
    equipment: ['lights', 'mudguards', 'lock'],
    weight: 11.5,
    price: 900,
  },
];

const BRANDS = ['Alder', 'Brevik', 'Calvo', 'Dornfeld', 'Estrel', 'Falke', 'Grivna', 'Hollis', 'Ister', 'Juno'];
const COLOURS = ['black', 'white', 'red', 'blue', 'green', 'silver'];
const BRAKES = ['disc brakes', 'rim brakes', 'coaster brakes'];
/** A cell is as its sort has it with this chance. */
const USUAL = 0.8;

/** Makes one; the same stream gives the same table. */
export function bicycleTable(items: number, random: Random): Catalog {
  const rows = Array.from({ length: items }, (_, item) => bicycle(item, random.split(item)));
  return catalogFromRows(rows, {
    name: 'Bicycles',
    noun: { one: 'bicycle', many: 'bicycles' },
    columns: {
      sort: { label: 'sort', question: 'What sort of bicycle should it be?' },
      gears: { label: 'gears', edges: [2, 4, 9, 13], question: 'How many gears should it have?' },
      weight: { label: 'weight', unit: 'kg' },
      price: { label: 'price', role: 'price', unit: '€' },
      electric: { type: 'boolean' },
    },
  });
}

function bicycle(item: number, random: Random): Record<string, string | number> {
  const sort = popularFirst(SORTS, random);
  const other = (): Sort => (random.next() < USUAL ? sort : random.pick(SORTS));
  const isElectric = random.next() < 0.3;
  const frame = random.pick(other().frames);
  const spread = (): number => Math.exp(0.3 * normal(random));
  const brand = popularFirst(BRANDS, random);
  return {
    name: `${brand} ${item + 1}`,
    sort: sort.name,
    brand,
    colour: popularFirst(COLOURS, random),
    frame,
    gears: random.pick(other().gears),
    brakes: popularFirst(BRAKES, random),
    electric: isElectric ? 'yes' : 'no',
    'good for': some(other().rides, random).join('; '),
    equipment: some(other().equipment, random).join('; '),
    weight: Math.round(sort.weight * (isElectric ? 1.5 : 1) * (0.9 + 0.2 * random.next()) * 10) / 10,
    price: Math.round((sort.price * spread() + (isElectric ? 1200 : 0)) / 10) * 10,
    sold: Math.max(1, Math.round(40 * Math.exp(0.8 * normal(random)))),
  };
}

/** The first are drawn more often. */
function popularFirst<T>(list: readonly T[], random: Random): T {
  return list[Math.floor(list.length * random.next() ** 1.5)];
}

/** One at least, each with even chances. */
function some(list: readonly string[], random: Random): readonly string[] {
  const kept = list.filter(() => random.next() < 0.6);
  return kept.length > 0 ? kept : [random.pick(list)];
}

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}
