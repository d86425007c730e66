/**
 * A wish in a shopper's own words.
 *
 * Fragments go after a comma ("in July, guided, max €600"); clauses stand as sentences.
 * @module
 */
import type { Attribute, Wish } from '@sente/catalog';
import type { Random } from '@sente/engine';
import type { Shop } from '../shop/shop.ts';
import type { Temperament } from './user.ts';

const MONTHS = /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/i;

/** A wish as a whole sentence without its full stop, or as a fragment where the style is terse. Several ways, one drawn. */
export function sayWish(shop: Shop, wish: Wish, style: Temperament['style'], random: Random): string {
  return random.pick(style === 'terse' ? fragmentsOf(shop, wish) : clausesOf(shop, wish));
}

/** A wish in as few words as will do: as an answer to a question about its attribute. */
export function sayShortly(shop: Shop, wish: Wish, random: Random): string {
  return random.pick(fragmentsOf(shop, wish));
}

/** Every fragment for a wish. */
export function fragmentsOf(shop: Shop, wish: Wish): readonly string[] {
  const attribute = shop.catalog.attributes[wish.attribute];
  if (wish.kind === 'range') return boundsOf(attribute, wish, true);
  if (attribute.type === 'boolean') return yesNoOf(attribute, isYes(wish)).slice(0, 1);
  const values = valuesOf(attribute, wish.values);
  if (isMonths(attribute, wish)) return wish.kind === 'is' ? [`in ${values}`] : [`not in ${values}`];
  if (wish.kind === 'not')
    return [`no ${wish.values.map((value) => attribute.values[value]).join(', no ')}`, `not ${values}`];
  return attribute.type === 'list' ? [values, `with ${values}`] : [values];
}

/** Every clause for a wish. */
export function clausesOf(shop: Shop, wish: Wish): readonly string[] {
  const attribute = shop.catalog.attributes[wish.attribute];
  const { label } = attribute;
  if (wish.kind === 'range') return boundsOf(attribute, wish, false);
  if (attribute.type === 'boolean') return yesNoOf(attribute, isYes(wish)).slice(1);
  const values = valuesOf(attribute, wish.values);
  if (isMonths(attribute, wish)) {
    return wish.kind === 'is'
      ? [`I'd like to go in ${values}`, `we want to go in ${values}`, `it should be in ${values}`]
      : [`not in ${values}, please`, `any month except ${values}`];
  }
  if (wish.kind === 'not') return [`anything but ${values}`, `no ${values}, please`, `I don't want ${values}`];
  return attribute.type === 'list'
    ? [`I'd like ${values}`, `it should have ${values}`, `I want to see ${values}`]
    : [`I'd like ${values}`, `the ${label} should be ${values}`, `I'd prefer ${values}`];
}

function isYes(wish: Extract<Wish, { kind: 'is' | 'not' }>): boolean {
  return (wish.values[0] === 0) === (wish.kind === 'is');
}

function isMonths(attribute: Attribute, wish: Extract<Wish, { kind: 'is' | 'not' }>): boolean {
  return wish.values.every((value) => MONTHS.test(attribute.values[value]));
}

function valuesOf(attribute: Attribute, codes: readonly number[]): string {
  const words = codes.map((code) => attribute.values[code]);
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** The first is the shortest, the last two are clauses. */
function yesNoOf(attribute: Attribute, yes: boolean): readonly string[] {
  const { label } = attribute;
  const clause = /^(.+) (allowed|included|permitted|welcome)$/.exec(label);
  if (clause) {
    const [, subject, state] = clause;
    return yes
      ? [label, `${subject} must be ${state}`, `it should be a place with ${subject} ${state}`]
      : [`no ${subject}`, `without ${subject}, please`, `I want no ${subject}`];
  }
  if (/(?:ed|ing|able|al|ive|free|proof)$/.test(label)) {
    return yes
      ? [label, `it should be ${label}`, `I want it ${label}`]
      : [`not ${label}`, `it should not be ${label}`, `I'd rather not have it ${label}`];
  }
  return yes
    ? [`with ${label}`, `it should have ${label}`, `I need ${label}`]
    : [`no ${label}`, `without ${label}`, `I don't want ${label}`];
}

/** Amounts with their unit; a label where the unit does not tell what is meant. */
function boundsOf(attribute: Attribute, wish: Extract<Wish, { kind: 'range' }>, short: boolean): readonly string[] {
  const { low, high } = wish;
  const price = attribute.role === 'price';
  const amount = (number: number): string => amountOf(attribute, number);
  const bare = (number: number): string => number.toLocaleString('en');
  const unit = attribute.unit;
  const after = price || /^(?:days?|hours?|kg|km)$/.test(unit ?? '') ? '' : ` ${attribute.label}`;
  const named = (words: string): string => (unit ? `${words}${after && ` of${after}`}` : `${attribute.label} ${words}`);
  if (low !== undefined && high !== undefined) {
    if (low === high) return [named(amount(low)), ...(short ? [] : [`exactly ${named(amount(low))}`])];
    const [from, to] = [price ? amount(low) : bare(low), amount(high)];
    return short
      ? [named(`${from} to ${to}`), named(`between ${from} and ${to}`)]
      : [`it should be ${named(`${from} to ${to}`)}`, `something between ${named(`${from} and ${to}`)}`];
  }
  if (high !== undefined) {
    return short
      ? [named(`max ${amount(high)}`), named(`up to ${amount(high)}`)]
      : price
        ? [
            `I can spend up to ${amount(high)}`,
            `it should cost at most ${amount(high)}`,
            `no more than ${amount(high)}`,
          ]
        : [`it should be at most ${named(amount(high))}`, `no more than ${named(amount(high))}`];
  }
  if (low === undefined) return [`any ${attribute.label}`];
  return short
    ? [named(`at least ${amount(low)}`), named(`${bare(low)}${unit && !price ? ` ${unit}` : ''} or more`)]
    : [`it should be at least ${named(amount(low))}`, `I want at least ${named(amount(low))}`];
}

function amountOf({ unit }: Attribute, number: number): string {
  const words = Number(number.toFixed(2)).toLocaleString('en');
  if (!unit) return words;
  if (/^[€$£]$/.test(unit)) return `${unit}${words}`;
  return `${words} ${unit === 'days' && number === 1 ? 'day' : unit}`;
}
