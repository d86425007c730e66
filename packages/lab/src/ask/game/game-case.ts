/**
 * Guessing games: the user has thought of one thing out of many, and the assistant has to find out which.
 *
 * `table`: guess-who. Things with attributes, questions about them in words. `list`: twenty questions. Names, with kinds
 * at most.
 * @module
 */
import { type Catalog, catalogFromRows, type TableConfig } from '@sente/catalog';
import type { Random } from '@sente/engine';
import type { ProbeCase } from '../../probe/probe.ts';
import { hikingShop, openShop, type Shop } from '../../shop/shop.ts';

/** Guess-who. */
export interface TableGame extends ProbeCase {
  readonly kind: 'table game';
  readonly world: 'shop';
  readonly cell: 'table';
  /** Position in the table of what the user has thought of. */
  readonly secret: number;
  /** The table; the hiking shop unless given. */
  readonly table?: GivenTable;
}

/** A table that came with the data. */
export interface GivenTable {
  readonly rows: readonly Readonly<Record<string, string>>[];
  readonly config: TableConfig;
}

/** One thing of a list. */
export interface ListedThing {
  readonly name: string;
  /** Other names that count. */
  readonly aliases: readonly string[];
  readonly kind?: string;
}

/** Twenty questions. */
export interface ListGame extends ProbeCase {
  readonly kind: 'list game';
  readonly world: 'open';
  readonly cell: 'list';
  readonly secret: number;
  readonly things: readonly ListedThing[];
}

/** Things on an embedded list: a power of two, so that the floor is a whole number of questions. */
const LIST_SIZE = 32;

/** The embedded games: `tables` of guess-who about the trips, `lists` of twenty questions on names of trips. */
export function drawGames(random: Random, tables: number, lists: number): readonly (TableGame | ListGame)[] {
  const { names } = hikingShop();
  return [
    ...Array.from(
      { length: tables },
      (_, k): TableGame => ({
        kind: 'table game',
        id: `guess who ${k + 1}`,
        world: 'shop',
        cell: 'table',
        secret: random.split('table').split(k).integer(names.length),
      }),
    ),
    ...Array.from({ length: lists }, (_, k): ListGame => {
      const dice = random.split('list').split(k);
      const drawn = new Set<number>();
      while (drawn.size < LIST_SIZE) drawn.add(dice.integer(names.length));
      return {
        kind: 'list game',
        id: `twenty questions ${k + 1}`,
        world: 'open',
        cell: 'list',
        secret: dice.integer(LIST_SIZE),
        things: [...drawn].map((item) => ({ name: names[item], aliases: [] })),
      };
    }),
  ];
}

const opened = new WeakMap<GivenTable['rows'], Shop>();

/** The table of a game, opened once a case. */
export function shopOf({ table }: TableGame): Shop {
  if (!table) return hikingShop();
  let shop = opened.get(table.rows);
  if (!shop) {
    const catalog: Catalog = catalogFromRows(table.rows, table.config);
    shop = openShop(catalog);
    opened.set(table.rows, shop);
  }
  return shop;
}
