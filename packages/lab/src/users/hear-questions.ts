/**
 * Which attributes of the table a question is about, and whether it asks yes or no about one value.
 * @module
 */
import type { Shop } from '../shop/shop.ts';
import type { AskedAbout } from './hear-assistant.ts';
import { type Mention, plainText } from './lexicon.ts';
import type { Sentence } from './sentences.ts';

/** Words of questions that say nothing about their subject. */
const COMMON = new Set(
  (
    'a about all along an and any are as at be by can coming could country do does else for from get go going have how i in is it like ' +
    'may me much must my of on one or part per person rather shall should some that the them there these this to want way we ' +
    'trip walk hike tour what when where which who will with would you your'
  ).split(' '),
);
const YES_NO =
  /^(?:so[:,]? |and |or |also,? |ok(?:ay)?,? |great[,!]? |tell me:? |one thing i should know: |back to my question: |just to check[:,]? |by the way,? |then,? |(?:as for|about) [^,]+, )*(?:should|is|are|was|do|does|did|would|will|can|could|may|must|have|has|no|not|without|one that|how about|what about|maybe|shall)\b/;
const OPEN_HEAD =
  /\b(?:which|what(?! about| you (?:had|have|want|were|are)\b)|how (?:many|much|long|hard|far|difficult|big|high)|when|where|whether)\b/;
/** "Under €600, easy: what about these?" says back what was wished, and asks about items. */
const ABOUT_ITEMS = /\b(?:what|how) about (?:these|this one|this trip|them|those)\b/;
/** Attribute words that ask only as the question's head: "when would you like to go?". */
const HEADS = /^(?:when|where|days?|nights?|place|places|people|stay|stays|level|grade|group|groups)$/;

/** The attributes that a sentence asks about, in order. */
export function questionsIn(shop: Shop, sentence: Sentence, mentions: readonly Mention[]): AskedAbout[] {
  if (ABOUT_ITEMS.test(sentence.text)) return [];
  const pieces = piecesOf(sentence);
  return pieces.flatMap((piece, i) => {
    const end = pieces[i + 1]?.from ?? sentence.from + sentence.text.length;
    const inside = mentions.filter(({ from }) => from >= piece.from && from < end);
    const listed = listedIn(shop, piece.text, inside, piece.from);
    return listed.length > 1 ? listed : (about(shop, piece.text, inside) ?? []);
  });
}

/** "What is your budget, and when would you like to go?" asks two things. */
function piecesOf({ text, from }: Sentence): { text: string; from: number }[] {
  const cuts = [
    ...text.matchAll(
      /(?:, (?:and |or )?|;? and |\? )(?=(?:(?:in |for |at )?(?:which|what|when|where|how)\b|(?:do|does|would|will|is|are|should) (?:you|it|there|a|the)\b))/g,
    ),
  ];
  const starts = [0, ...cuts.map((cut) => cut.index + cut[0].length)];
  return starts.map((start, i) => ({ text: text.slice(start, starts[i + 1]), from: from + start }));
}

/** "By price or by region?": attributes named one after the other are all asked about. */
function listedIn(shop: Shop, text: string, mentions: readonly Mention[], from: number): AskedAbout[] {
  const named = mentions.filter(
    ({ attribute, value, low, high, words }) =>
      (value ?? low ?? high) === undefined &&
      !HEADS.test(words) &&
      shop.catalog.attributes[attribute].type !== 'boolean',
  );
  const joined = named.filter((mention, i) => {
    const before = named[i - 1];
    return i === 0 || /^(?:[,/]|\s|or|and|by|the|your|a|an)+$/.test(text.slice(before.to - from, mention.from - from));
  });
  return joined.length === named.length
    ? [...new Set(joined.map(({ attribute }) => attribute))].map((attribute) => ({ attribute, named: [] }))
    : [];
}

function about(shop: Shop, text: string, mentions: readonly Mention[]): AskedAbout | undefined {
  const { attributes } = shop.catalog;
  const scores = attributes.map((attribute, position) => {
    const here = mentions.filter((mention) => mention.attribute === position);
    const values = new Set(here.flatMap(({ value, low, high }) => ((low ?? high) === undefined ? (value ?? []) : [])));
    const named = here.filter(({ value, low, high }) => value === undefined && low === undefined && high === undefined);
    const heads = named.filter(({ words }) => HEADS.test(words));
    const own = attribute.question ? plainText(attribute.question).replace(/\?$/, '') : undefined;
    return (
      (own && text.includes(own) ? 6 : 0) +
      (named.length > heads.length ? 3 : 0) +
      (heads.length > 0 && OPEN_HEAD.test(text) ? 1.5 : 0) +
      Math.min(3, 1.6 * values.size + 1.5 * here.filter(({ low, high }) => (low ?? high) !== undefined).length) +
      (OPEN_HEAD.test(text) ? 1.7 * cuesIn(shop, position, text) : 0)
    );
  });
  const best = Math.max(...scores);
  if (best < 1.5) return undefined;
  const attribute = scores.indexOf(best);
  const here = mentions.filter((mention) => mention.attribute === attribute);
  const named = [...new Set(here.flatMap(({ value }) => value ?? []))];
  if (attributes[attribute].type === 'boolean') {
    const negated = here.length > 0 && here.every((mention) => mention.negated !== (mention.value === 1));
    return { attribute, value: negated ? 1 : 0, named: [] };
  }
  const isYesNo = YES_NO.test(text) && !OPEN_HEAD.test(text.replace(/^.*?\bwhat about\b/, '')) && named.length === 1;
  return { attribute, ...(isYesNo && { value: named[0] }), named };
}

const cues: WeakMap<Shop, readonly ReadonlySet<string>[]> = new WeakMap();

/** Words that only this attribute's own question uses, met in the text: at most 1. */
function cuesIn(shop: Shop, attribute: number, text: string): number {
  let made = cues.get(shop);
  if (!made) {
    const words = shop.catalog.attributes.map(
      ({ question }) =>
        new Set(
          plainText(question ?? '')
            .match(/[\p{L}]+/gu)
            ?.filter((word) => !COMMON.has(word)) ?? [],
        ),
    );
    made = words.map(
      (own, i) => new Set([...own].filter((word) => words.every((other, j) => i === j || !other.has(word)))),
    );
    cues.set(shop, made);
  }
  return [...made[attribute]].some((word) => new RegExp(`\\b${word}(?:s|ing)?\\b`).test(text)) ? 1 : 0;
}
