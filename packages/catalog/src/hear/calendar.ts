/**
 * Spans of months and weekdays: "from May to September", "Friday to Sunday".
 * @module
 */
import type { Attribute } from '../table/catalog.ts';
import { fold } from './tokens.ts';

const CYCLES = ['jan feb mar apr may jun jul aug sep oct nov dec', 'mon tue wed thu fri sat sun'].map((days) =>
  days.split(' '),
);

/** The values from one month (or weekday) to another, round the turn of the year if need be; undefined when they are none. */
export function cycleBetween({ values }: Attribute, from: number, to: number): number[] | undefined {
  const short = (value: number): string => fold(values[value]).slice(0, 3);
  const cycle = CYCLES.find((names) => names.includes(short(from)) && names.includes(short(to)));
  if (!cycle) return undefined;
  const wanted = new Set<string>();
  const end = cycle.indexOf(short(to));
  for (let i = cycle.indexOf(short(from)); ; i = (i + 1) % cycle.length) {
    wanted.add(cycle[i]);
    if (i === end) break;
  }
  return values.flatMap((_, value) => (wanted.has(short(value)) ? [value] : []));
}
