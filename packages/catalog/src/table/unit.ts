/**
 * Units: one spelling for a column, simple conversions inside a family, and numbers with units in words.
 * @module
 */

/** Families of units that convert by a factor; the factors are to the family's first unit. */
const FAMILIES: readonly Readonly<Record<string, number>>[] = [
  { B: 1, KB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12 },
  { g: 1, kg: 1000, mg: 0.001 },
  { m: 1, mm: 0.001, cm: 0.01, km: 1000 },
  { Wh: 1, kWh: 1000 },
  { Hz: 1, kHz: 1e3, MHz: 1e6, GHz: 1e9 },
  { min: 1, h: 60 },
  { ml: 1, cl: 10, l: 1000 },
];

const SPELLINGS: Readonly<Record<string, string>> = {
  '"': 'in',
  '”': 'in',
  '″': 'in',
  inch: 'in',
  inches: 'in',
  kgs: 'kg',
  kilogram: 'kg',
  kilograms: 'kg',
  gram: 'g',
  grams: 'g',
  metre: 'm',
  metres: 'm',
  meter: 'm',
  meters: 'm',
  kilometre: 'km',
  kilometres: 'km',
  kilometer: 'km',
  kilometers: 'km',
  minutes: 'min',
  minute: 'min',
  mins: 'min',
  hour: 'h',
  hours: 'h',
  hrs: 'h',
  hr: 'h',
  gigabytes: 'GB',
  percent: '%',
  eur: '€',
  euro: '€',
  euros: '€',
  usd: '$',
  us$: '$',
  dollar: '$',
  dollars: '$',
  pounds: '£',
  gbp: '£',
};

/** Units told apart by their case nowhere in `FAMILIES`: folded to this spelling. */
const FOLDED: ReadonlyMap<string, string> = new Map(
  FAMILIES.flatMap((family) => Object.keys(family)).map((unit) => [unit.toLowerCase(), unit]),
);

/** The one spelling used for a unit: inches are "in", "gb" is "GB", euros are "€". Unknown units stay as written. */
export function spellUnit(unit: string): string {
  const folded = unit.trim().toLowerCase().replace(/\.$/, '');
  return SPELLINGS[folded] ?? FOLDED.get(folded) ?? unit.trim();
}

/** Equal for a unit's singular and plural: "day", "days". */
export function unitStem(unit: string): string {
  return unit.length > 3 && unit.endsWith('s') ? unit.slice(0, -1).toLowerCase() : unit.toLowerCase();
}

/** What to multiply by to get from one unit to another; undefined when they are not of one family. */
export function conversion(from: string, to: string): number | undefined {
  if (unitStem(from) === unitStem(to)) return 1;
  const family = FAMILIES.find((units) => Object.hasOwn(units, from) && Object.hasOwn(units, to));
  return family === undefined ? undefined : family[from] / family[to];
}

/** True for units that can only be those of a price. */
export function isCurrency(unit: string): boolean {
  return /^(\p{Sc}|[A-Z]\$|CHF|JPY|CAD|AUD|NZD|SEK|NOK|DKK|PLN|CZK|HUF|INR|CNY|BRL|ZAR|EUR|USD|GBP)$/u.test(unit);
}

/** How a column writes its numbers. */
export interface NumberStyle {
  readonly unit?: string;
  /** False for years and the like: 2024, never 2,024. */
  readonly grouped: boolean;
}

const GROUPED = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });
const CENTS = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const SMALL = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 3 });

/** A number in words: "€1,200", "16 GB", "1 day", "3 days", "45%". */
export function formatNumber(value: number, style: NumberStyle): string {
  const size = Math.abs(value);
  const unit = style.unit;
  const format = isCurrency(unit ?? '') && !Number.isInteger(value) ? CENTS : size > 0 && size < 0.1 ? SMALL : GROUPED;
  const digits = style.grouped ? format.format(value) : String(value);
  if (unit === undefined || unit === '') return digits;
  if (/^(\p{Sc}|[A-Z]\$)$/u.test(unit)) return value < 0 ? `-${unit}${digits.slice(1)}` : `${unit}${digits}`;
  if (unit === '%' || unit === '°') return `${digits}${unit}`;
  return `${digits} ${value === 1 && unit.length > 3 && unit.endsWith('s') ? unit.slice(0, -1) : unit}`;
}
