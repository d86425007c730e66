/**
 * Recognises an invitation to think of something: "think of one of your trips, I'll guess", "a number between 1 and 50",
 * "let's play hangman".
 * @module
 */
import { compileWish } from '../index/catalog-index.ts';
import { POOLS, poolFor, WORDS } from './pools.ts';
import type { Puzzle } from './puzzle.ts';
import type { Keep } from './state.ts';

const INVITES =
  /\b(?:(?:think|thought) of|thinking of|pick|choose|select|come up with|have in mind|keep in mind|imagine|decide on|invent|make up|write down|set)\b/i;
const OWN_TURN =
  /\b(?:i'm|i am|i'll|i will|i|we|let me|we'll) (?:am |was |have |'ve |will |just )?(?:think|thinking|thought|pick|picked|choose|chose|have chosen)\b/i;
const GUESSED =
  /\b(?:guess|game|secret(?:ly)?|twenty questions|20 questions|don't tell|do not tell|without telling|keep it (?:to yourself|secret)|yes.?(?:or|\/).?no|to yourself|in your head|in mind)\b/i;
const GAMES =
  /\b(?:hangman|twenty questions|20 questions|guess(?:ing)? (?:game|who|which|the (?:trip|number|word)))\b/i;
const LONGEST_RANGE = 100_000;

/** What is to be thought of; undefined when the sentence invites to nothing. */
export function invitationIn(
  keep: Keep,
  sentence: string,
): Pick<Puzzle, 'kind' | 'about' | 'universe' | 'items'> | undefined {
  const text = sentence.replaceAll('’', "'");
  const game = GAMES.test(text);
  if (!game && (!INVITES.test(text) || OWN_TURN.test(text))) return undefined;
  if (/\bhangman\b/i.test(text) || (/\bword\b/i.test(text) && (game || INVITES.test(text)))) {
    const [shortest, longest] = lettersIn(text);
    const words = WORDS.filter(({ length }) => length >= shortest && length <= longest);
    return { kind: 'word', about: 'word', universe: words.length > 1 ? words : WORDS };
  }
  if (/\bnumber\b/i.test(text)) {
    const [low, high] = rangeIn(text);
    const universe = Array.from({ length: high - low + 1 }, (_, k) => String(low + k));
    return { kind: 'number', about: 'number', universe };
  }
  const { noun } = keep.index.catalog;
  const things = new RegExp(`\\b(?:${noun.one}|${noun.many}|one of (?:your|them|these|those)|(?:an? )?items?)\\b`, 'i');
  if (things.test(text) && (game || GUESSED.test(text) || /\b(?:think|thought|thinking|imagine|mind)\b/i.test(text)))
    return anItem(keep, text);
  const named = /\b(?:a|an|any|one|some|your|the)\s+(?:secret |random |particular |certain )?([a-z]+)\b/gi;
  for (const [, word] of text.matchAll(named)) {
    const pool = Object.hasOwn(POOLS, word.toLowerCase()) ? poolFor(keep, word) : undefined;
    if (pool) return { kind: 'fact', about: word.toLowerCase(), universe: pool };
  }
  return game ? anItem(keep, text) : undefined;
}

/** One of the items, among those that the invitation names. */
function anItem(keep: Keep, text: string): Pick<Puzzle, 'kind' | 'about' | 'universe' | 'items'> {
  const { catalog } = keep.index;
  const wishes = keep
    .listen(text, {})
    .flatMap((move) => (move.kind === 'wish' ? [compileWish(keep.index, move.wish)] : []));
  const all = Array.from({ length: catalog.size }, (_, item) => item);
  const some = all.filter((item) => wishes.every((test) => test(item)));
  const items = some.length > 1 ? some : all;
  return { kind: 'item', about: catalog.noun.one, universe: items.map((item) => catalog.view(item).name), items };
}

function rangeIn(text: string): readonly [number, number] {
  const between = /(-?\d[\d,]*)\s*(?:and|to|-|–|through)\s*(-?\d[\d,]*)/i.exec(text);
  const upTo = /\b(?:up to|below|under|at most|less than)\s+(\d[\d,]*)/i.exec(text);
  const read = (digits: string): number => Number(digits.replaceAll(',', ''));
  const [a, b] = between ? [read(between[1]), read(between[2])] : [1, upTo ? read(upTo[1]) : 100];
  const [low, high] = a <= b ? [a, b] : [b, a];
  return high - low < LONGEST_RANGE ? [low, high] : [low, low + LONGEST_RANGE];
}

const COUNTS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** How many letters a word is to have: "a six-letter word", "five to eight letters". */
function lettersIn(text: string): readonly [number, number] {
  const count = `(\\d+|${COUNTS.join('|')})`;
  const found = new RegExp(`\\b${count}(?:\\s*(?:to|-|–|or|and)\\s*${count})?[- ]letters?\\b`, 'i').exec(text);
  if (!found) return [5, 9];
  const read = (words: string): number => (/^\d/.test(words) ? Number(words) : COUNTS.indexOf(words.toLowerCase()));
  const first = read(found[1]);
  return [first, found[2] ? read(found[2]) : first];
}
