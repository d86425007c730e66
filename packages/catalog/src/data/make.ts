/**
 * Writes the built-in catalogue's table:
 * `node --conditions=@sente/source packages/catalog/src/data/make.ts`
 * @module
 */

import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createRandom } from '@sente/engine';
import { makeTrips, type Trip } from './make-trips.ts';

const TRIPS = 300;
const SEED = 'hiking trips';

/** The whole table as CSV. */
export function tripsAsCsv(): string {
  const trips = makeTrips(TRIPS, createRandom(SEED));
  const line = (cells: readonly (string | number)[]): string =>
    cells.map((cell) => (/[",\n]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : cell)).join(',');
  return `${[Object.keys(trips[0]), ...trips.map((trip: Trip) => Object.values(trip))].map(line).join('\n')}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const path = fileURLToPath(new URL('../../data/hiking-trips.csv', import.meta.url));
  writeFileSync(path, tripsAsCsv());
  console.log(`wrote ${path}`);
}
