/**
 * What a user's words say about what the user wants, and whether that agrees with a wish.
 * @module
 */
import type { Catalog, Wish } from '@sente/catalog';
import type { AskedAbout } from './hear-assistant.ts';
import type { Mention } from './lexicon.ts';

/** Words that take a wish back: what they name is not wished. */
const TAKES_BACK =
  /\b(?:forget (?:about|the|it)|drop the|never mind|doesn't matter|does not matter|no longer|don't mind|do not mind|instead of|no preference)\b/;

/** "Does it allow dogs?" asks of what is shown; it wishes nothing. */
const ASKS_OF_ITEM =
  /^\W*(?:and |so |but )?(?:(?:is|are|does|do|has|have|was|will|can) (?:it|this|that|they|these|those|the)\b|(?:what|how|when|where)\b.*\b(?:it|this|that|they|these|those|•+)).*\?/;

/** Mentions that tell what is wanted, those in a sentence that takes something back left out. */
export function toldIn(catalog: Catalog, mentions: readonly Mention[], rest: string): Mention[] {
  return mentions.filter((mention) => {
    const from = Math.max(...['.', '!', '?', ';'].map((mark) => rest.lastIndexOf(mark, mention.from - 1)));
    const end = /[.!?;]/.exec(rest.slice(mention.to))?.index ?? rest.length;
    const sentence = rest.slice(from + 1, mention.to + end + 1);
    return says(catalog, mention) && !TAKES_BACK.test(sentence) && !ASKS_OF_ITEM.test(sentence);
  });
}

/** What a plain yes or no says about the value that was asked about. */
export function plainAnswer(plain: string, { attribute, value }: AskedAbout): Mention[] {
  const [, no, yes] = /^\W*(?:oh,? |well,? )?(?:(no|nope|not really)|(yes|yep|yeah|sure))\b/.exec(plain) ?? [];
  if (value === undefined || (!no && !yes)) return [];
  return [{ attribute, value, negated: no !== undefined, from: -1, to: -1, words: no ?? yes }];
}

/** Whether a mention tells what is wanted, and does not only name an attribute. */
function says(catalog: Catalog, { attribute, value, low, high }: Mention): boolean {
  if (value !== undefined || low !== undefined || high !== undefined) return true;
  return catalog.attributes[attribute].type === 'boolean';
}

/** Words that can mean two attributes agree with the intent if one reading does: mentions by place. */
export function groupsOf(mentions: readonly Mention[]): (readonly [number, readonly Mention[]])[] {
  const groups = new Map<number, Mention[]>();
  for (const mention of mentions) {
    const twin = mentions.some(
      (other) => other !== mention && other.from === mention.from && other.attribute !== mention.attribute,
    );
    if (!twin) groups.set(mention.attribute, [...(groups.get(mention.attribute) ?? []), mention]);
  }
  return [...groups];
}

/** Whether the assistant held this value out before. */
export function isHeldOut(
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
export function agrees(catalog: Catalog, { attribute, value, low, high, negated }: Mention, wish: Wish): boolean {
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
export function takenIn(plain: string, items: readonly number[], last: readonly number[]): number | undefined {
  if (!/\b(?:i'll take|i take|i'll go for|i'd like to book|i want to book|i'll have|i'll book)\b/.test(plain))
    return undefined;
  if (items.length > 0) return items[0];
  const rank = /\b(first|second|third)\b/.exec(plain)?.[1];
  return last[rank === 'second' ? 1 : rank === 'third' ? 2 : 0];
}
