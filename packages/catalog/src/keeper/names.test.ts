import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtinCatalog } from '../data/builtin.ts';
import { nameFinder, withoutNames } from './names.ts';

const catalog = builtinCatalog();
const find = nameFinder(catalog);
const namesIn = (text: string): string[] => find(text).map(({ item }) => catalog.view(item).name);

describe('items by their names', () => {
  it.each([
    ['How long is A Day by Green Pools?', ['A Day by Green Pools']],
    ['day by green pools', ['A Day by Green Pools']],
    ['ORIVO THROUGH THE WOODS!', ['Orivo through the Woods']],
    ["val d'arven in flower", ['Val d’Arven in Flower']],
    ['the falls of marrowdale or The Falls of Hallow Glen', ['The Falls of Marrowdale', 'The Falls of Hallow Glen']],
    ['orivo through the woodsy', []],
    ['a day in the woods', []],
    ['', []],
  ])('are found in “%s”', (text, names) => {
    expect(namesIn(text)).toEqual(names);
  });

  it('are found wherever they stand, and what is around them stays', () => {
    const around = fc.string({ maxLength: 20, unit: fc.constantFrom(' ', '?', 'İ', 'é', ',', '.', '😀') });
    const property = fc.property(fc.nat(catalog.size - 1), around, around, (item, before, after) => {
      const { name } = catalog.view(item);
      const text = `${before} ${name} ${after}`;
      const found = find(text);
      expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([
        expect.stringContaining(name.replace(/^(?:The|A|An) /, '')),
      ]);
      expect(withoutNames(text, found, 'it').replace(/(?:The |A |An )?it/, name)).toBe(text);
    });
    fc.assert(property, { numRuns: 200, seed: 12 });
  });
});
