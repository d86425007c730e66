/**
 * Wishes about the embedded shop in words, for the first line of a conversation. The probe's own phrases.
 * @module
 */
import type { Attribute, Wish } from '@sente/catalog';
import type { Random } from '@sente/engine';

/** A part of a sentence, and where it goes: "easy" before the noun, "in June" behind it. */
export interface WishText {
  readonly text: string;
  readonly place: 'before' | 'behind';
}

const NIGHTS: Readonly<Record<string, string>> = {
  'mountain huts': 'with nights in mountain huts',
  guesthouses: 'with nights in guesthouses',
  camping: 'where one camps',
  'farm stays': 'with nights on farms, as farm stays',
  'small hotels': 'with nights in small hotels',
};

/** The words for a wish of one value or range; undefined for those that the probe has no words for. */
export function wishText(attribute: Attribute, wish: Wish, random: Random): WishText | undefined {
  const behind = (...ways: readonly string[]): WishText => ({ text: random.pick(ways), place: 'behind' });
  const value = wish.kind === 'is' ? attribute.values[wish.values[0]] : undefined;
  if (wish.kind === 'range') {
    if (attribute.role === 'price')
      return wish.high === undefined ? undefined : behind(...prices(Math.ceil(wish.high)));
    if (attribute.key === 'days') return behind(...lengths(wish));
    return undefined;
  }
  if (value === undefined) return undefined;
  switch (attribute.key) {
    case 'region':
      return behind(`in ${value === 'Amberwood' ? '' : 'the '}${value}`);
    case 'difficulty':
      return { text: value, place: 'before' };
    case 'months':
      return behind(`in ${value}`);
    case 'highlights':
      return behind(`with ${value} to see`, `that has ${value}`);
    case 'accommodation':
      return NIGHTS[value] === undefined ? undefined : behind(NIGHTS[value]);
    case 'guided':
      return value === 'yes' ? behind('with a guide') : behind('without a guide');
    case 'dogs_allowed':
      return value === 'yes' ? behind('where dogs are allowed') : undefined;
    default:
      return undefined;
  }
}

function prices(bound: number): readonly string[] {
  return [`for less than €${bound}`, `under €${bound} per person`];
}

function lengths({ low, high }: { readonly low?: number; readonly high?: number }): readonly string[] {
  const [from, to] = [low, high === undefined ? undefined : Math.floor(high)];
  if (to === undefined) return [`of at least ${from} days`, `lasting ${from} days or more`];
  if (from === undefined || from === to) return [`of ${to} day${to === 1 ? '' : 's'}`];
  return [`of ${from} to ${to} days`, `lasting ${from} to ${to} days`];
}

const SHORT = /^(?:in|of|lasting)\b/;

const FRAMES: readonly string[] = [
  'I am looking for A.',
  'We would like A.',
  'Find me A, please.',
  'I want to book A.',
  'We are after A.',
  'Could you find us A?',
];
const OPEN_FRAMES: readonly string[] = [
  'I would like to go hiking.',
  'We want to get away and walk for a while.',
  'I am looking for a hiking trip.',
  'I need a holiday, something outdoors.',
  'My sister and I want to go on a hike together.',
  'Looking for a trip.',
  'Which trip should I take?',
  'Can you recommend a trip?',
  'I want to book something for my birthday.',
  'It is time that I saw some mountains, or anything but my desk.',
];

/** A first line with these wishes; a plain wish to go when there are none. */
export function requestText(parts: readonly WishText[], noun: string, random: Random): string {
  if (parts.length === 0) return random.pick(OPEN_FRAMES);
  const before = parts.filter(({ place }) => place === 'before').map(({ text }) => text);
  // Where, when and how long first: the rest can stand behind them, set off by commas.
  const behind = parts
    .filter(({ place }) => place === 'behind')
    .map(({ text }) => text)
    .sort((a, b) => Number(SHORT.test(b)) - Number(SHORT.test(a)));
  const head = [...before, noun].join(' ');
  return random
    .pick(FRAMES)
    .replace('A', () => `${/^[aeiou]/.test(head) ? 'an' : 'a'} ${head} ${behind.join(', ')}`.trim());
}
