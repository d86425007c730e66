/**
 * The meter of simulated users: what one said, against what it came with. Reads words alone, so users played by a model
 * are measured like scripted ones.
 *
 * - leaks: turns that told more than they should: over two wishes unasked, an answer of the far side of a change before
 *   the change, the most that is paid, or an acceptable item that nobody had named;
 * - contradictions: turns that said something that the intent rules out, or took what it does not accept;
 * - swaps: turns spoken as if by the assistant;
 * - stopped early: left though not served, with hope and patience;
 * - variety: distinct two-word sequences by all (distinct-2, Li et al. 2016, arXiv 1510.03055).
 * @module
 */
import { type Catalog, fits, type Wish } from '@sente/catalog';
import type { Shop } from '../shop/shop.ts';
import { hearAssistant } from './hear-assistant.ts';
import { lexiconOf, type Mention, plainText } from './lexicon.ts';
import type { ShopperIntent } from './shopper-intent.ts';
import type { Temperament, UserConduct } from './user.ts';

/** A conversation to measure a user in. */
export interface ConductInput {
  readonly shop: Shop;
  readonly intent: ShopperIntent;
  readonly temperament: Temperament;
  readonly turns: readonly { readonly speaker: string; readonly text: string }[];
  /** Whether the user ended it. */
  readonly left: boolean;
  /** Attributes about which noise was asked for. */
  readonly noisy?: readonly number[];
}

/** Most wishes that may come out in a turn without being asked for. */
const UNASKED = 2;

const SWAP =
  /^\s*(?:assistant|agent|concierge)\s*:|\b(?:how (?:can|may) i (?:help|assist)|i(?:'d| would)? recommend\b|here (?:is|are) (?:some|the|a few|my|\d+)\b|would you like me to|as an ai\b|i can offer you|which \w+ would you (?:like|prefer)|what is your budget|let me know if you have any|happy to help|you might (?:like|enjoy)|shall i book)/;

/** Measures. Counts are of turns. */
export function measureConduct(input: ConductInput): UserConduct {
  const { turns } = input;
  const spoken = turns.filter(({ speaker }) => speaker === 'user').map(({ text }) => text);
  const { leaks, contradictions } = faultsIn(input);
  const swaps = spoken.filter((text) => SWAP.test(plainText(text))).length;
  return { leaks, contradictions, swaps, stoppedEarly: stoppedEarly(input) ? 1 : 0, variety: distinctPairs(spoken) };
}

/** Distinct two-word sequences by all of them, 0 … 1; 1 where there are none. */
export function distinctPairs(texts: readonly string[]): number {
  const pairs = texts.flatMap((text) => {
    const words = plainText(text).match(/[\p{L}\p{N}'€]+/gu) ?? [];
    return words.slice(1).map((word, i) => `${words[i]} ${word}`);
  });
  return pairs.length === 0 ? 1 : new Set(pairs).size / pairs.length;
}

function faultsIn({ shop, intent, turns, noisy = [] }: ConductInput): { leaks: number; contradictions: number } {
  const { catalog } = shop;
  const lexicon = lexiconOf(shop);
  const wishes = new Map(intent.wishes.map((wish) => [wish.attribute, wish]));
  const changes = new Map((intent.changes ?? []).map((change) => [change.said.attribute, change]));
  const heldOut = new Map<number, Set<number>>();
  const named = new Set<number>();
  const out = new Set<number>();
  let last: readonly number[] = [];
  let asked: ReadonlySet<number> = new Set();
  let [leaks, contradictions] = [0, 0];
  for (const { speaker, text } of turns) {
    const plain = plainText(text);
    const { found, rest } = lexicon.items(plain);
    const mentions = lexicon.mentions(rest);
    if (speaker !== 'user') {
      const heard = hearAssistant(shop, text);
      for (const item of heard.items) named.add(item);
      if (heard.items.length > 0) last = heard.items;
      asked = new Set([...heard.questions, ...heard.suggestions].map(({ attribute }) => attribute));
      for (const { attribute, value } of heard.suggestions)
        heldOut.set(attribute, (heldOut.get(attribute) ?? new Set()).add(value));
      continue;
    }
    const items = found.map(({ item }) => item);
    const told = mentions.filter((mention) => says(catalog, mention));
    const fresh = new Set(
      told
        .filter(({ attribute }) => wishes.has(attribute) && !out.has(attribute) && !asked.has(attribute))
        .map(({ attribute }) => attribute),
    );
    const early = told.some(({ attribute, ...mention }) => {
      const change = changes.get(attribute);
      if (!change?.then || out.has(attribute)) return false;
      return (
        agrees(catalog, { attribute, ...mention }, change.then) &&
        !agrees(catalog, { attribute, ...mention }, change.said)
      );
    });
    const limit =
      intent.limit !== undefined &&
      told.some(({ low, high }) => (low ?? high) === intent.limit) &&
      !wishes.has(told.find(({ low, high }) => (low ?? high) === intent.limit)?.attribute ?? -1);
    if (
      fresh.size > UNASKED ||
      early ||
      limit ||
      items.some((item) => !named.has(item) && intent.acceptable.includes(item))
    )
      leaks++;
    const wrong = groupsOf(told).some(([attribute, group]) => {
      if (noisy.includes(attribute)) return false;
      const truths = [wishes.get(attribute), changes.get(attribute)?.said].flatMap((wish) => wish ?? []);
      if (truths.length === 0)
        return !group.every(({ value, negated }) => negated || isHeldOut(heldOut, attribute, value, catalog));
      return !group.some((mention) => truths.some((wish) => agrees(catalog, mention, wish)));
    });
    const taken = takenIn(plain, items, last);
    if (wrong || (taken !== undefined && !intent.acceptable.includes(taken))) contradictions++;
    for (const { attribute } of told) out.add(attribute);
  }
  return { leaks, contradictions };
}

/** Whether a mention tells what is wanted, and does not only name an attribute. */
function says(catalog: Catalog, { attribute, value, low, high, negated }: Mention): boolean {
  if (value !== undefined || low !== undefined || high !== undefined) return true;
  return catalog.attributes[attribute].type === 'boolean' && !negated
    ? true
    : catalog.attributes[attribute].type === 'boolean';
}

/** Words that can mean two attributes agree with the intent if one reading does: mentions by place. */
function groupsOf(mentions: readonly Mention[]): (readonly [number, readonly Mention[]])[] {
  const groups = new Map<number, Mention[]>();
  for (const mention of mentions) {
    const twin = mentions.some(
      (other) => other !== mention && other.from === mention.from && other.attribute !== mention.attribute,
    );
    if (!twin) groups.set(mention.attribute, [...(groups.get(mention.attribute) ?? []), mention]);
  }
  return [...groups];
}

function isHeldOut(
  heldOut: ReadonlyMap<number, ReadonlySet<number>>,
  attribute: number,
  value: number | undefined,
  catalog: Catalog,
): boolean {
  const values = heldOut.get(attribute);
  return (
    values !== undefined && (value === undefined ? catalog.attributes[attribute].type === 'boolean' : values.has(value))
  );
}

/** Whether a mention is in keeping with a wish. */
function agrees(catalog: Catalog, { attribute, value, low, high, negated }: Mention, wish: Wish): boolean {
  const isBoolean = catalog.attributes[attribute].type === 'boolean';
  if (wish.kind === 'range') {
    if (low === undefined && high === undefined) return value === undefined || negated;
    const [from, to] = [low ?? Number.NEGATIVE_INFINITY, high ?? Number.POSITIVE_INFINITY];
    return (
      negated ||
      (from <= (wish.high ?? Number.POSITIVE_INFINITY) &&
        to >= (wish.low ?? Number.NEGATIVE_INFINITY) &&
        (from !== Number.NEGATIVE_INFINITY || wish.low === undefined || to > wish.low))
    );
  }
  const said = value ?? (isBoolean ? 0 : undefined);
  if (said === undefined) return true;
  const yes = wish.kind === 'is' ? wish.values.includes(said) : !wish.values.includes(said);
  return negated ? !yes : yes;
}

/** The item that a turn takes: "I'll take …", "the second one, please". */
function takenIn(plain: string, items: readonly number[], last: readonly number[]): number | undefined {
  if (!/\b(?:i'll take|i take|i'll go for|i'd like to book|i want to book|i'll have|i'll book)\b/.test(plain))
    return undefined;
  if (items.length > 0) return items[0];
  const rank = /\b(first|second|third)\b/.exec(plain)?.[1];
  return last[rank === 'second' ? 1 : rank === 'third' ? 2 : 0];
}

/** Left with hope and patience: nothing wanted was shown, nothing was said to fit, and it had not waited long. */
function stoppedEarly({ shop, intent, temperament, turns, left }: ConductInput): boolean {
  if (!left) return false;
  const heard = turns.filter(({ speaker }) => speaker !== 'user').map(({ text }) => hearAssistant(shop, text));
  const served = heard.some(({ items }) => items.some((item) => intent.acceptable.includes(item)));
  const hopeless = intent.acceptable.length === 0 && heard.some(({ nothingFits }) => nothingFits);
  const known = new Set<number>();
  let fruitless = 0;
  for (const { questions, isOpen } of heard) {
    const isNew = questions.some(({ attribute }) => !known.has(attribute)) || isOpen;
    for (const { attribute } of questions.slice(0, 2)) known.add(attribute);
    if (!isNew) fruitless++;
  }
  return !served && !hopeless && fruitless <= temperament.patience;
}

/** Whether an item keeps a wish; for probes that score by the table. */
export function keepsWish(catalog: Catalog, item: number, wish: Wish): boolean {
  return fits(catalog.columns[wish.attribute], item, wish);
}
