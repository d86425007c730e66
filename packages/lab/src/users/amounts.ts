/**
 * Numbers with a unit, and their bounds, as people and assistants write them: "under €600", "4 to 6 days", "a week".
 * @module
 */
import type { Attribute } from '@sente/catalog';

/** A number or a range of numbers in a text. */
interface Amount {
  readonly attribute: number;
  readonly low?: number;
  readonly high?: number;
  /** The range of the table that it lies in, if it lies in one. */
  readonly value?: number;
  /** Whether bounds were given, and not one number alone. */
  readonly bounded: boolean;
  readonly from: number;
  readonly to: number;
  readonly words: string;
}

const NUMBER = String.raw`\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?|(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen)(?=[ -])`;
const WORDS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  fourteen: 14,
};
const BELOW = `under|below|less than|up to|at most|max(?:imum)?(?: of)?|no more than|not more than|within|not over|not above|cheaper than|shorter than|<=?`;
const ABOVE = `over|above|more than|at least|from|min(?:imum)?(?: of)?|no less than|not less than|longer than|>=?`;

/** Units as people write them, by unit as the table writes it. */
const UNITS: Readonly<Record<string, { readonly before?: string; readonly after: string }>> = {
  '€': { before: '€|eur ?', after: '€|euros?|eur|bucks' },
  $: { before: '\\$|usd ?', after: '\\$|dollars?|usd' },
  '£': { before: '£|gbp ?', after: '£|pounds?|gbp' },
  days: { after: 'days?' },
  m: { after: 'm|met(?:re|er)s?' },
  km: { after: 'km|kilomet(?:re|er)s?' },
};

/** All amounts of number attributes that have a unit. The text must be plain. */
export function amountsIn(attributes: readonly Attribute[], plain: string): Amount[] {
  const found: Amount[] = [];
  attributes.forEach((attribute, position) => {
    if (attribute.type !== 'number' || !attribute.unit) return;
    for (const match of plain.matchAll(patternFor(attribute.unit))) {
      const amount = read(attribute, position, match);
      if (amount) found.push(amount);
    }
    if (/^days?$/.test(attribute.unit)) found.push(...spansIn(attribute, position, plain, found));
  });
  return found.sort((a, b) => a.from - b.from);
}

const patterns = new Map<string, RegExp>();

function patternFor(unit: string): RegExp {
  const made = patterns.get(unit);
  if (made) return made;
  const { before, after } = UNITS[unit] ?? { after: unit.toLowerCase().replace(/[.*+?^${}()|[\]\\]/g, '\\$&') };
  const sign = before ? `(?:(?<sign>${before}) ?)?` : '(?<sign>(?!))?';
  const pattern = new RegExp(
    String.raw`(?:\b(?<below>${BELOW}) |\b(?<above>${ABOVE}) |\b(?<between>between) )?${sign}(?<![\p{L}\p{N}.,])(?<a>${NUMBER})(?: ?(?<unitA>${after})(?![\p{L}\p{N}]))?` +
      String.raw`(?:(?: ?[-–—] ?| to | and | or )${before ? `(?:${before})? ?` : ''}(?<b>${NUMBER})(?:[ -]?(?<unitB>${after})(?![\p{L}\p{N}]))?)?` +
      String.raw`(?:[ -](?<unitC>${after})(?![\p{L}\p{N}]))?(?<more> ?(?:\+| or more| or longer| and up| and more))?(?<less> (?:or less|or shorter|at most|max(?:imum)?\b))?`,
    'gu',
  );
  patterns.set(unit, pattern);
  return pattern;
}

function read(attribute: Attribute, position: number, match: RegExpMatchArray): Amount | undefined {
  const { below, above, sign, a, b, unitA, unitB, unitC, more, less } = match.groups ?? {};
  if (!sign && !unitA && !unitB && !unitC) return undefined;
  const [first, second] = [numberFrom(a), b === undefined ? undefined : numberFrom(b)];
  const from = match.index as number;
  const place = { attribute: position, from, to: from + match[0].length, words: match[0].trim() };
  const strict = below !== undefined && /^(?:under|below|less than|cheaper than|shorter than|<)$/.test(below);
  const bounds: { readonly low?: number; readonly high?: number } =
    below !== undefined || less !== undefined
      ? { high: strict ? justBelow(first) : (second ?? first) }
      : above !== undefined || more !== undefined
        ? { low: first, ...(second !== undefined && { high: second }) }
        : second !== undefined
          ? { low: Math.min(first, second), high: Math.max(first, second) }
          : { low: first, high: first };
  const bounded = bounds.low !== bounds.high;
  return { ...place, ...bounds, bounded, ...rangeWith(attribute, bounds.low, bounds.high) };
}

/** "A week", "a weekend", "a fortnight", "a single day". */
function spansIn(attribute: Attribute, position: number, plain: string, known: readonly Amount[]): Amount[] {
  return [
    ...plain.matchAll(
      /\b(?:(?:a|one)(?: full| whole| long)? (week(?:end)?|fortnight)|(two) weeks|(day) (?:trip|walk|hike)|single (day))\b/g,
    ),
  ].flatMap((match) => {
    const from = match.index;
    const to = from + match[0].length;
    if (known.some((amount) => from < amount.to && to > amount.from)) return [];
    const [low, high] =
      match[1] === 'week'
        ? [7, 7]
        : match[1] === 'weekend'
          ? [2, 3]
          : match[1] === 'fortnight' || match[2]
            ? [14, 14]
            : [1, 1];
    const place = { attribute: position, from, to, words: match[0], bounded: low !== high };
    return [{ ...place, low, high, ...rangeWith(attribute, low, high) }];
  });
}

function numberFrom(text: string): number {
  return WORDS[text] ?? Number(text.replaceAll(',', ''));
}

function justBelow(number: number): number {
  return number - Math.max(Number.MIN_VALUE, Math.abs(number) * Number.EPSILON);
}

/** The range of the table that bounds lie in; a bound that is a limit of the ranges belongs to the range that it closes. */
function rangeWith(attribute: Attribute, low: number | undefined, high: number | undefined): { value?: number } {
  const { edges } = attribute;
  if (!edges) return {};
  const at = (number: number): number => edges.filter((edge) => number >= edge).length;
  if (low === undefined && high === undefined) return {};
  const first = low === undefined ? 0 : at(low);
  const last =
    high === undefined
      ? edges.length
      : low !== undefined && high > low && edges.includes(high)
        ? at(high) - 1
        : at(high);
  return first === last ? { value: first } : {};
}
