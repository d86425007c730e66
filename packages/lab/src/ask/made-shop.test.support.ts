import { catalogFromRows } from '@sente/catalog';
import { openShop, type Shop } from '../shop/shop.ts';

/** Eight huts: two sides, four sizes (twos), a sauna in every other, one to three fuels. */
export const HUTS: Shop = openShop(
  catalogFromRows(
    Array.from({ length: 8 }, (_, k) => ({
      name: `Hut ${'Alder Birch Cedar Dogwood Elder Fir Gorse Hazel'.split(' ')[k]}`,
      side: k < 4 ? 'north' : 'south',
      size: ['tiny', 'small', 'large', 'vast'][k >> 1],
      sauna: k % 2 === 0 ? 'yes' : 'no',
      fuels: [['oak', 'pine'], ['oak'], ['pine'], ['oak', 'pine', 'peat']][k % 4].join('; '),
    })),
    {
      noun: { one: 'hut', many: 'huts' },
      columns: {
        side: { type: 'category' },
        size: { type: 'category' },
        sauna: { type: 'boolean' },
        fuels: { type: 'list' },
      },
    },
  ),
);

/** Position of an attribute of the huts. */
export const at = (key: string): number => HUTS.catalog.attributes.findIndex((attribute) => attribute.key === key);
