/**
 * Numbers in words: with their unit, as bounds and as ranges.
 * @module
 */
import type { Attribute } from '../table/catalog.ts';
import { grouped, listOf } from './grammar.ts';

/** Units that stand before the number, close to it. */
const BEFORE = /^[$€£¥₹₽₩₺]$/;
/** Units that stand after the number, close to it. */
const CLOSE = /^[%"″'′°]/;

/** Two numbers of an attribute, the unit said once: "€800 to €1,200", "4 to 7 days". */
function between(
  attribute: Attribute,
  low: number,
  high: number,
  words: readonly [string, string] = ['', 'to'],
): string {
  const [from, to] = [quantity(attribute, low), quantity(attribute, high)];
  const unit = attribute.unit && to.endsWith(` ${attribute.unit}`) ? attribute.unit : undefined;
  const start = unit ? from.slice(0, from.lastIndexOf(' ')) : from;
  return `${words[0]}${start} ${words[1]} ${to}`;
}

/** Whether the number is money: its role says so, or its unit does. */
export function isMoney(attribute: Attribute): boolean {
  return attribute.role === 'price' || BEFORE.test(attribute.unit ?? '');
}

/** A number of an attribute: "€800", "16 GB", "1 day", "15%", "2024" for a year. */
export function quantity(attribute: Attribute, value: number): string {
  const unit = attribute.unit;
  const plain = /\byear\b/.test(attribute.label) ? String(value) : grouped(value);
  // Nobody writes €14.5.
  const number = isMoney(attribute) ? plain.replace(/\.(\d)$/, '.$10') : plain;
  if (!unit) return number;
  if (BEFORE.test(unit)) return number.startsWith('−') ? `−${unit}${number.slice(1)}` : `${unit}${number}`;
  if (CLOSE.test(unit)) return `${number}${unit}`;
  return `${number} ${value === 1 ? unit.replace(/^(day|hour|night|week|month|year|minute|person|seat)s$/, '$1') : unit}`;
}

/** A bound that lies a hair below a cut point was made from a half-open range: the cut point is what people hear. */
function roundedBound(bound: number): { readonly number: number; readonly below: boolean } {
  const near = Number(bound.toPrecision(12));
  return near > bound ? { number: near, below: true } : { number: bound, below: false };
}

/** Bounds in words: "under €800", "up to €800", "at least 16 GB", "over 16 GB", "€800 to €1,200", "16 GB". */
export function boundsInWords(attribute: Attribute, low?: number, high?: number, exclusive = false): string {
  const top = high === undefined ? undefined : roundedBound(high);
  if (low !== undefined && high !== undefined && top !== undefined) {
    const at = (attribute.edges ?? []).indexOf(low);
    if (at >= 0 && top.below && attribute.edges?.[at + 1] === top.number) return attribute.values[at + 1];
    const whole = hasWholeRanges(attribute);
    // "About a week" of whole days is 6 to 8 days, not 5.95 to 8.05.
    const [first, last] = whole ? [Math.ceil(low), Math.floor(high)] : [low, top.number];
    if (first === last) return quantity(attribute, first);
    return between(attribute, first, last, exclusive ? ['between ', 'and'] : ['', 'to']);
  }
  if (top !== undefined) return `${exclusive || top.below ? 'under' : 'up to'} ${quantity(attribute, top.number)}`;
  if (low !== undefined) return `${exclusive ? 'over' : 'at least'} ${quantity(attribute, low)}`;
  return `any ${attribute.label}`;
}

/** Whether the "ranges" are single numbers, as in a column with few of them: 8, 16, 32 GB. Their labels say so. */
function isDiscrete(attribute: Attribute): boolean {
  return (
    attribute.values.length > 1 && attribute.values.every((label) => !/\b(?:under|to|or|over|up)\b|[–<>]/.test(label))
  );
}

/** Whether the labels name whole numbers without overlap: "4 to 6 days", and then "7 days or more". */
function hasWholeRanges(attribute: Attribute): boolean {
  const { edges = [], values } = attribute;
  return (
    edges.every(Number.isInteger) && values.slice(1, -1).some((label, k) => !label.includes(grouped(edges[k + 1])))
  );
}

/**
 * The same as one of several answers to a question: "1 to 7" for 1, 3 and 7, since "1, 3 or 7" among others would not say
 * where it ends.
 */
export function groupInWords(attribute: Attribute, from: number, to: number): string {
  if (from === to || !isDiscrete(attribute)) return rangesInWords(attribute, from, to);
  const [first, last] = [attribute.values[from], attribute.values[to]];
  const unit = / \D+$/;
  return `${unit.test(last) ? first.replace(unit, '') : first} to ${last}`;
}

/** Ranges `from` … `to` of a number attribute, taken together: "under €800", "€800 to €1,200", "€1,200 or more". */
export function rangesInWords(attribute: Attribute, from: number, to: number = from): string {
  const edges = attribute.edges ?? [];
  if (from === to && attribute.values[from] !== undefined) return attribute.values[from];
  if (isDiscrete(attribute)) return listOf(attribute.values.slice(from, to + 1), 'or');
  const low = from > 0 ? edges[from - 1] : undefined;
  const high = to < edges.length ? edges[to] : undefined;
  if (low === undefined && high === undefined) return `any ${attribute.label}`;
  if (low === undefined) return `under ${quantity(attribute, high as number)}`;
  if (high === undefined) return `${quantity(attribute, low)} or more`;
  return between(attribute, low, hasWholeRanges(attribute) ? high - 1 : high);
}
