/** Whatever the rows, a catalogue's codes, numbers and views say what the cells said. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { NONE } from './catalog.ts';
import { isMissing } from './missing.ts';
import { rangeOf } from './ranges.ts';
import { catalogFromRows } from './rows.ts';

const word = fc.stringMatching(/^[a-z]{1,6}( [a-z]{1,6})?$/).filter((text) => !isMissing(text));
const row = fc.record({
  kind: fc.option(word, { nil: '' }),
  tags: fc.uniqueArray(word, { maxLength: 4 }),
  weight: fc.option(
    fc.integer({ min: -1000, max: 100_000 }).map((grams) => grams / 100),
    { nil: null },
  ),
  fits: fc.constantFrom('yes', 'no', ''),
});

it('codes read back as the cells that were coded', () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 40 }), (rows) => {
      fc.pre(rows.some(({ fits }) => fits !== ''));
      const catalog = catalogFromRows(
        rows.map((cells, i) => ({ id: `i${i}`, ...cells })),
        {
          columns: {
            kind: { type: 'category' },
            tags: { type: 'list' },
            weight: { type: 'number', unit: 'kg' },
            fits: { type: 'boolean' },
          },
        },
      );
      const [kind, tags, weight, fits] = catalog.attributes;
      const [kinds, lists, weights, answers] = catalog.columns;
      rows.forEach((cells, i) => {
        expect(kinds.codes[i] === NONE ? '' : kind.values[kinds.codes[i]]).toBe(cells.kind);
        const codes = [...lists.codes.slice(lists.offsets![i], lists.offsets![i + 1])];
        expect(codes).toEqual([...new Set(codes)].sort((a, b) => a - b));
        expect(codes.map((code) => tags.values[code]).sort()).toEqual([...cells.tags].sort());
        expect(answers.codes[i] === NONE ? '' : fits.values[answers.codes[i]]).toBe(cells.fits);
        expect(weights.numbers![i]).toBe(cells.weight ?? Number.NaN);
        expect(weights.codes[i]).toBe(cells.weight === null ? NONE : rangeOf(cells.weight, weight.edges!));
        const facts = Object.fromEntries(catalog.view(i).facts.map(({ label, value }) => [label, value]));
        expect(facts.tags ?? '').toBe(cells.tags.join(', '));
        expect(facts.kind ?? '').toBe(cells.kind);
      });
      for (const [attribute, column] of [
        [kind, kinds],
        [tags, lists],
      ] as const) {
        const counts = attribute.values.map((_, code) => column.codes.filter((other) => other === code).length);
        expect(counts).toEqual([...counts].sort((a, b) => b - a));
      }
    }),
  );
});
