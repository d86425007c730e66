/**
 * Spans of months and weekdays: "from May to September", "before June", "Friday to Sunday".
 * @module
 */
import type { Attribute } from '../table/catalog.ts';
import { fold } from './tokens.ts';
import { SEASONS } from './words/seasons.ts';

const CYCLES: readonly (readonly string[])[] = [
  'jan feb mar apr may jun jul aug sep oct nov dec',
  'mon tue wed thu fri sat sun',
].map((days) => days.split(' '));

/** The same values, months and weekdays in the order of the calendar. */
export function inCalendarOrder({ values }: Attribute, codes: readonly number[]): readonly number[] {
  const short = (code: number): string => fold(values[code]).slice(0, 3);
  const cycle =
    codes.length > 1 ? CYCLES.find((names) => codes.every((code) => names.includes(short(code)))) : undefined;
  return cycle ? [...codes].sort((a, b) => cycle.indexOf(short(a)) - cycle.indexOf(short(b))) : codes;
}

/** What a season is called, with the values that are its months; none unless at least half a year of months are values. */
export function seasonsIn({ values }: Attribute): { phrase: string; values: number[] }[] {
  const short = values.map((name) => fold(name).slice(0, 3));
  if (CYCLES[0].filter((month) => short.includes(month)).length < 6 || values.length > 12) return [];
  const those = (months: readonly string[]): number[] => short.flatMap((name, v) => (months.includes(name) ? [v] : []));
  return SEASONS.flatMap(({ names, months }) =>
    names.flatMap((name) => [
      { phrase: name, values: those(months) },
      { phrase: `early ${name}`, values: those(months.slice(0, 1)) },
      { phrase: `late ${name}`, values: those(months.slice(-1)) },
    ]),
  ).filter((season) => season.values.length > 0);
}

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

/** The values before or after one, within the year or week; undefined when it is neither month nor weekday, or none is left. */
export function cycleBeside({ values }: Attribute, value: number, side: 'before' | 'after'): number[] | undefined {
  const short = values.map((name) => fold(name).slice(0, 3));
  const cycle = CYCLES.find((names) => names.includes(short[value]));
  if (!cycle) return undefined;
  const at = cycle.indexOf(short[value]);
  const wanted = new Set(side === 'before' ? cycle.slice(0, at) : cycle.slice(at + 1));
  const beside = values.flatMap((_, v) => (wanted.has(short[v]) ? [v] : []));
  return beside.length > 0 ? beside : undefined;
}
