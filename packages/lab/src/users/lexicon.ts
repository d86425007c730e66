/**
 * The shop's words: by what an attribute and its values are called, read off the table and its configuration.
 *
 * The lab's own reading, shared with nobody that is measured.
 * @module
 */
import type { Attribute } from '@sente/catalog';
import type { Shop } from '../shop/shop.ts';
import { amountsIn } from './amounts.ts';

/** One place in a text that speaks of the table. Positions are into the plain text. */
export interface Mention {
  readonly attribute: number;
  /** The value named, as a position in `Attribute.values`; absent when the attribute itself is named, or no one range is. */
  readonly value?: number;
  /** Bounds of a number, both inclusive; a missing bound is open. */
  readonly low?: number;
  readonly high?: number;
  /** Whether it stands under a "not", "no" or "without". */
  readonly negated: boolean;
  readonly from: number;
  readonly to: number;
  /** The words themselves. */
  readonly words: string;
}

interface Reading {
  readonly attribute: number;
  readonly value?: number;
}

/** What a shop's words are. */
interface Lexicon {
  /** In order; where words can mean two things, a mention of each. The text must be plain (`plainText`). */
  mentions(plain: string): readonly Mention[];
  /** Items by name, in order, and the text with their names blanked out (same length). */
  items(plain: string): {
    readonly found: readonly { readonly item: number; readonly at: number }[];
    readonly rest: string;
  };
}

const lexicons: WeakMap<Shop, Lexicon> = new WeakMap();

/** The lexicon of a shop; made once. */
export function lexiconOf(shop: Shop): Lexicon {
  let lexicon = lexicons.get(shop);
  if (!lexicon) {
    lexicon = makeLexicon(shop);
    lexicons.set(shop, lexicon);
  }
  return lexicon;
}

/** Lower case, straight quotes, one kind of blank, no emphasis marks. */
export function plainText(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u00a0\u202f\t\r]/g, ' ')
    .replace(/[*_`#]+/g, '');
}

function makeLexicon(shop: Shop): Lexicon {
  const { attributes } = shop.catalog;
  const readings = new Map<string, Reading[]>();
  const add = (phrase: string, reading: Reading): void => {
    const plain = plainText(phrase).trim();
    if (plain === '' || /^(?:yes|no|any|none|other)$/.test(plain)) return;
    const known = readings.get(plain) ?? [];
    if (known.some((old) => old.attribute === reading.attribute && old.value === reading.value)) return;
    readings.set(plain, [...known, reading]);
  };
  attributes.forEach((attribute, position) => {
    for (const phrase of namesOf(attribute)) for (const form of formsOf(phrase)) add(form, { attribute: position });
    attribute.values.forEach((text, value) => {
      const others = attribute.synonyms?.values[text] ?? [];
      if (attribute.type === 'number') for (const phrase of others) add(phrase, { attribute: position, value });
      else
        for (const phrase of [text, ...others])
          for (const form of formsOf(phrase)) add(form, { attribute: position, value });
    });
  });
  const words = alternation([...readings.keys()]);
  const names = new Map(shop.names.map((name, item) => [plainText(name), item]));
  const ids = new Map(
    shop.names
      .map((_, item) => [plainText(shop.catalog.view(item).id), item] as const)
      .filter(([id]) => /\p{L}/u.test(id)),
  );
  for (const [name, item] of [...names]) {
    const short = name.replace(/^the /, '');
    if (!names.has(short)) names.set(short, item);
  }
  const called = alternation([...names.keys(), ...[...ids.keys()].filter((id) => !names.has(id))]);
  return {
    mentions(plain) {
      const amounts = amountsIn(attributes, plain);
      const found = amounts.map((amount) => ({ ...amount, negated: isNegated(plain, amount.from) }));
      const said: Mention[] = [...found];
      for (const match of plain.matchAll(words)) {
        const [from, to] = [match.index, match.index + match[0].length];
        // "Day trip" is a length and may be a value too: both readings stand.
        if (found.some((amount) => from < amount.to && to > amount.from && from !== amount.from)) continue;
        if (isVerb(match[0], plain.slice(Math.max(0, from - 12), from), plain.slice(to, to + 8))) continue;
        const negated = isNegated(plain, from);
        for (const reading of readings.get(match[0]) ?? [])
          said.push({ ...reading, negated, from, to, words: match[0] });
      }
      return said.sort((a, b) => a.from - b.from || a.attribute - b.attribute);
    },
    items(plain) {
      const found: { item: number; at: number }[] = [];
      const rest = plain.replace(called, (name, ...more) => {
        const at = more.find((part) => typeof part === 'number') as number;
        found.push({ item: (names.get(name) ?? ids.get(name)) as number, at });
        return '•'.repeat(name.length);
      });
      return { found, rest };
    },
  };
}

/** What an attribute goes by. */
function namesOf({ key, label, synonyms, role }: Attribute): readonly string[] {
  const words = key.replace(/\(.*?\)/g, '').replace(/[_-]+/g, ' ');
  return [label, words, ...(synonyms?.attribute ?? []), ...(role === 'price' ? PRICE_WORDS : [])];
}

const PRICE_WORDS = ['price', 'budget', 'cost', 'spend', 'pay', 'afford', 'price range', 'spending'];

/** One and many of a phrase. */
function formsOf(phrase: string): readonly string[] {
  const plain = plainText(phrase);
  if (/ies$/.test(plain)) return [plain, plain.replace(/ies$/, 'y')];
  if (/s$/.test(plain)) return [plain, ...(plain.length > 4 && !/ss$/.test(plain) ? [plain.slice(0, -1)] : [])];
  return /\p{L}{3}$/u.test(plain) ? [plain, `${plain}s`] : [plain];
}

function alternation(phrases: readonly string[]): RegExp {
  const sorted = [...phrases].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const escaped = sorted.map((phrase) => phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
}

const NEGATION =
  /\b(?:no|not|without|never|neither|nor|except|but not|anything but|isn't|aren't|don't|doesn't|rather not|apart from|other than|n't)\b/g;

/** Whether the words at a place stand under a negation of the same clause, a few words before. */
function isNegated(plain: string, at: number): boolean {
  const before = plain.slice(Math.max(0, at - 28), at);
  const clause = before.split(/[.;:!?\n(),]|\b(?:but|and if|would|there)\b/).at(-1) ?? '';
  const whole = /\banything but $/.test(before) ? before : clause;
  const found = [...whole.matchAll(NEGATION)].at(-1);
  return (
    found !== undefined &&
    !/^\s*(?:longer|matter|more than|less than|problem|mind|sure)\b/.test(whole.slice(found.index + found[0].length))
  );
}

/** "May I" and "what may give way" are not about the month. */
function isVerb(word: string, before: string, after: string): boolean {
  if (word !== 'may' || /\b(?:in|for|of|during|late|early|mid|until|from)[ -]$/.test(before)) return false;
  if (/^ (?:i|you|we|it|be|have|also|not)\b/.test(after)) return true;
  const listed = /(?:[,(:;/-]|\b(?:or|and|to|like|about|around|not|is|be|no)) ?$/.test(before);
  return !listed && /^ (?!or\b|and\b|to\b|would\b|is\b|works\b|sounds\b)\p{L}/u.test(after);
}
