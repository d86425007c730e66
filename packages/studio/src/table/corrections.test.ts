import { describe, expect, it } from 'vitest';
import type { PreviewColumn } from '../api/types.ts';
import { correct, corrected, isAttribute } from './corrections.ts';

const price: PreviewColumn = {
  key: 'Price',
  label: 'price',
  type: 'number',
  unit: '€',
  role: 'price',
  askable: true,
  distinct: 30,
  empty: 0,
  unread: 0,
  examples: ['899 €'],
  why: 'numbers with €',
};

describe('corrections', () => {
  it('gather by column and leave the rest as inferred', () => {
    const corrections = correct(correct({}, 'Price', { label: 'cost' }), 'Price', { askable: false });
    expect(corrections).toEqual({ Price: { label: 'cost', askable: false } });
    expect(corrected(price, corrections)).toEqual({ ...price, label: 'cost', askable: false });
    expect(corrected({ ...price, key: 'Gears' }, corrections)).toMatchObject({ key: 'Gears', label: 'price' });
  });

  it('take a role and a unit away', () => {
    const corrections = correct({}, 'Price', { role: null, unit: '' });
    expect(corrected(price, corrections)).toMatchObject({ role: null, unit: '' });
  });

  it('are not fooled by a column that is named like a method', () => {
    expect(corrected({ ...price, key: 'toString' }, {})).toMatchObject({ label: 'price', type: 'number' });
  });
});

describe('isAttribute', () => {
  it('tells what people wish for from what only describes', () => {
    expect(isAttribute(price)).toBe(true);
    for (const type of ['text', 'id', 'name', 'image', 'link', 'ignore'] as const) {
      expect(isAttribute({ ...price, type })).toBe(false);
    }
  });
});
