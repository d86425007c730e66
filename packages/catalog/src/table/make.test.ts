import { describe, expect, it } from 'vitest';
import { NONE } from './catalog.ts';
import { describeCatalog } from './describe.ts';
import { TableConfigError } from './errors.ts';
import { makeCatalog } from './make.ts';

const parts = {
  name: 'made things',
  attributes: [
    { key: 'colour', type: 'category', values: ['red', 'blue'] },
    { key: 'tags', type: 'list', values: ['a', 'b'] },
    { key: 'size', type: 'number', values: ['under 5 cm', '5 cm or more'], edges: [5], unit: 'cm' },
  ],
  columns: [
    { codes: Uint32Array.of(0, NONE, 1) },
    { codes: Uint32Array.of(0, 1, 1), offsets: Uint32Array.of(0, 2, 2, 3) },
    { codes: Uint32Array.of(0, 1, NONE), numbers: Float64Array.of(2, 7, Number.NaN) },
  ],
  names: ['X', 'Y', 'Z'],
} as const;

describe('a catalogue from codes', () => {
  it('shows its items in words', () => {
    const catalog = makeCatalog(parts);
    expect(catalog).toMatchObject({ size: 3, noun: { one: 'made thing' } });
    expect(catalog.attributes[0]).toMatchObject({ label: 'colour', askable: true });
    expect(catalog.view(0)).toEqual({
      item: 0,
      id: '1',
      name: 'X',
      facts: [
        { attribute: 0, label: 'colour', value: 'red' },
        { attribute: 1, label: 'tags', value: 'a, b' },
        { attribute: 2, label: 'size', value: '2 cm' },
      ],
    });
    expect(catalog.view(2).facts.map(({ value }) => value)).toEqual(['blue', 'b']);
    expect(() => catalog.view(3)).toThrow(RangeError);
  });

  it('can be described, from its attributes', () => {
    expect(describeCatalog(makeCatalog(parts)).map(({ header, type, missing }) => [header, type, missing])).toEqual([
      ['colour', 'category', 1],
      ['tags', 'list', 1],
      ['size', 'number', 1],
    ]);
  });

  it.each([
    [{ ...parts, columns: parts.columns.slice(1) }, /3 attributes and 2 columns/],
    [{ ...parts, size: 4 }, /"colour" has 3 entries for 4 items/],
    [{ ...parts, names: ['X'] }, /"names" has 1 entries/],
    [{ ...parts, columns: [{ codes: Uint32Array.of(0, 9, 1) }, ...parts.columns.slice(1)] }, /code 9/],
    [{ ...parts, attributes: [...parts.attributes.slice(0, 2), { ...parts.attributes[2], edges: [] }] }, /one fewer/],
    [{ ...parts, columns: [parts.columns[1], ...parts.columns.slice(1)] }, /only lists have offsets/],
  ])('is refused when its parts do not agree (%#)', (wrong, message) => {
    expect(() => makeCatalog(wrong)).toThrow(TableConfigError);
    expect(() => makeCatalog(wrong)).toThrow(message);
  });
});
