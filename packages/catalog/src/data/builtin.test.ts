import { readFileSync } from 'node:fs';
import { createRandom } from '@sente/engine';
import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../table/load.ts';
import { builtinCatalog } from './builtin.ts';
import { tripsAsCsv } from './make.ts';
import { makeTrips, type Trip } from './make-trips.ts';

const path = new URL('../../data/hiking-trips.csv', import.meta.url);
const trips = makeTrips(300, createRandom('hiking trips'));

function mean(field: string, keep: (trip: Trip) => boolean): number {
  const kept = trips.filter(keep);
  return kept.reduce((total, trip) => total + Number(trip[field]), 0) / kept.length;
}

describe('the made catalogue', () => {
  it('is what the generator makes, byte for byte', () => {
    expect(readFileSync(path, 'utf8')).toBe(tripsAsCsv());
  });

  it('has ten attributes to ask for, a price, a stock and a popularity', () => {
    const catalog = builtinCatalog();
    expect(catalog.size).toBe(300);
    expect(catalog.noun).toEqual({ one: 'trip', many: 'trips' });
    const asked = catalog.attributes.filter(({ askable }) => askable);
    expect(asked.map(({ label }) => label)).toEqual([
      'region',
      'difficulty',
      'length',
      'price',
      'month',
      'highlights',
      'accommodation',
      'guided',
      'dogs allowed',
      'ascent',
    ]);
    expect(catalog.attributes.filter(({ role }) => role).map(({ key, role }) => [key, role])).toEqual([
      ['price_per_person_eur', 'price'],
      ['places_left', 'stock'],
    ]);
    expect(catalog.popularity?.every((count) => count > 0)).toBe(true);
    expect(catalog.view(0).description).toMatch(/\.$/);
  });

  it('is the same when loaded as a file', async () => {
    const { view: _read, ...builtin } = builtinCatalog();
    const { view: _loaded, ...loaded } = await loadCatalog(path.pathname);
    expect(loaded).toEqual(builtin);
  });

  it('knows every value that its synonyms speak of', () => {
    for (const { key, values, synonyms } of builtinCatalog().attributes) {
      for (const value of Object.keys(synonyms?.values ?? {})) expect(values, key).toContain(value);
    }
  });

  it('has names that are distinct, and descriptions that hardly repeat', () => {
    expect(new Set(trips.map(({ name }) => name)).size).toBe(300);
    expect(new Set(trips.map(({ description }) => description)).size).toBeGreaterThan(290);
    for (const { name, description } of trips) expect(`${name} ${description}`).not.toMatch(/[{}]|undefined/);
  });

  it('is believable: hard trips are longer, higher and dearer by the day, ice is guided, dogs stay off it', () => {
    const levels = ['easy', 'moderate', 'demanding', 'expert'];
    for (let i = 1; i < levels.length; i++) {
      const daily = (field: string, level: string): number =>
        mean(field, (trip) => trip.difficulty === level) / mean('days', (trip) => trip.difficulty === level);
      for (const field of ['total_ascent (m)', 'price_per_person_eur']) {
        expect(daily(field, levels[i]), `${field}, ${levels[i]}`).toBeGreaterThan(daily(field, levels[i - 1]));
      }
    }
    const hard = (trip: Trip) => trip.difficulty === 'demanding' || trip.difficulty === 'expert';
    expect(mean('days', hard)).toBeGreaterThan(1.3 * mean('days', (trip) => !hard(trip)));
    const icy = trips.filter(({ highlights }) => String(highlights).includes('glaciers'));
    expect(icy.length).toBeGreaterThan(10);
    expect(icy.every((trip) => trip.dogs_allowed === 'no')).toBe(true);
    expect(icy.filter((trip) => trip.guided === 'yes').length).toBeGreaterThan(0.8 * icy.length);
    expect(icy.some(({ months }) => /March|April|May/.test(String(months)))).toBe(false);
    expect(trips.every((trip) => (trip.days === 1) === (trip.accommodation === 'day trip'))).toBe(true);
  });
});
