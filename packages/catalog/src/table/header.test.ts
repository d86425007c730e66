import { describe, expect, it } from 'vitest';
import { headerRole, looksBoolean, readHeader } from './header.ts';
import { nounFrom, resolveNoun } from './noun.ts';

describe('a header in words', () => {
  it.each([
    ['screenSize_in', 'screen size', 'in'],
    ['Weight (kg)', 'weight', 'kg'],
    ['Coldest (°C)', 'coldest', '°C'],
    ['price_eur', 'price', '€'],
    ['price in EUR', 'price', '€'],
    ['Price [€]', 'price', '€'],
    ['RAM', 'RAM', undefined],
    ['ramGB', 'ram', 'GB'],
    ['HDMIPorts', 'HDMI ports', undefined],
    ['battery-life', 'battery life', undefined],
    ['Dogs allowed?', 'dogs allowed', undefined],
    ['colour', 'colour', undefined],
    ['days', 'days', undefined],
    ['2-in-1', '2-in-1', undefined],
  ])('%s → %s, %s', (header, label, unit) => {
    const words = readHeader(header);
    expect([words.label, words.unit]).toEqual([label, unit]);
  });

  it('takes capitals for nothing where all headers are shouted', () => {
    expect(readHeader('BRAND', true).label).toBe('brand');
  });

  it.each([
    ['sku', 'id'],
    ['product id', 'id'],
    ['brand id', undefined],
    ['name', 'name'],
    ['model name', 'name'],
    ['image url', 'image'],
    ['product url', 'link'],
    ['price per person', 'price'],
    ['in stock', 'stock'],
    ['places left', 'stock'],
    ['number of reviews', 'popularity'],
    ['rating', undefined],
    ['description', 'description'],
  ])('"%s" plays the part of %s', (label, role) => {
    expect(headerRole(label)).toBe(role);
  });

  it.each([
    ['is new', true],
    ['waterproof', true],
    ['adjustable', true],
    ['colour', false],
    ['doors', false],
  ])('"%s" asks yes or no: %s', (label, yes) => {
    expect(looksBoolean(label)).toBe(yes);
  });
});

describe('a noun', () => {
  it.each([
    ['laptops', 'laptop', 'laptops'],
    ['hiking-trips_2024', 'hiking trip', 'hiking trips'],
    ['my-laptops', 'laptop', 'laptops'],
    ['bike', 'bike', 'bikes'],
    ['batteries', 'battery', 'batteries'],
    ['watches', 'watch', 'watches'],
    ['boxes', 'box', 'boxes'],
    ['houses', 'house', 'houses'],
    ['movies', 'movie', 'movies'],
    ['glasses', 'glass', 'glasses'],
    ['catalog', 'item', 'items'],
    ['export-2024-05-01', 'item', 'items'],
    ['UsedCars', 'used car', 'used cars'],
  ])('from %s: %s, %s', (name, one, many) => {
    expect(nounFrom(name)).toEqual({ one, many });
  });

  it('is made from one word in a configuration', () => {
    expect(resolveNoun('city trip')).toEqual({ one: 'city trip', many: 'city trips' });
  });
});
