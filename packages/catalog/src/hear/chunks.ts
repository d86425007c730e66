/**
 * Groups tokens into the pieces that mean something: values, numbers, adjectives, phrases, breaks; and what is left.
 * @module
 */
import type { Lexicon, Mention, Reading } from './lexicon.ts';
import type { Orders } from './orders.ts';
import type { Referents } from './referents.ts';
import { type ActSign, acts, adjectivePhrases, type Operator, operators } from './signs.ts';
import { type Span, spanAt } from './span.ts';
import type { Token } from './tokens.ts';
import { ADJECTIVES, type Adjective, type Degree } from './words/adjectives.ts';
import { STOP_WORDS } from './words/stop-words.ts';
import { UNITS } from './words/units.ts';

/** A piece: tokens `from` (inclusive) to `to` (exclusive). */
export type Chunk = { readonly from: number; readonly to: number } & Piece;

type Piece =
  | { readonly kind: 'operator'; readonly sign: Operator }
  | { readonly kind: 'act'; readonly sign: ActSign }
  | {
      readonly kind: 'mention';
      readonly readings: readonly Reading[];
      readonly negated: boolean;
      readonly weak: boolean;
    }
  | { readonly kind: 'span'; readonly span: Span; readonly weak?: readonly Reading[] }
  | { readonly kind: 'adjective'; readonly adjective: Adjective; readonly degree: Degree; readonly text: string }
  | { readonly kind: 'rank'; readonly rank: number }
  | { readonly kind: 'pronoun' | 'noun' | 'filler' | 'unknown' }
  | { readonly kind: 'break'; readonly strong: boolean };

/** What tokens are looked up in. */
export interface Books {
  readonly lexicon: Lexicon;
  readonly referents: Referents;
  readonly orders: Orders;
}

const PRONOUNS = new Set(['it', 'that', 'this', 'they', 'them', 'these', 'those', 'its', 'their']);

/** Cuts `tokens` into chunks that cover all of them, in order. The longest piece wins; values win over phrases of a length. */
export function chunk(tokens: readonly Token[], books: Books): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = 0; at < tokens.length; ) {
    const { length, ...piece } = pieceAt(tokens, at, books);
    chunks.push({ ...piece, from: at, to: at + length });
    at += length;
  }
  return chunks;
}

type Sized = Piece & { readonly length: number };

function pieceAt(tokens: readonly Token[], at: number, { lexicon, referents, orders }: Books): Sized {
  const token = tokens[at];
  const mention = lexicon.find(tokens, at);
  const span = spanAt(tokens, at);
  const name = referents.find(tokens, at);
  if (name && name.length >= (mention?.length ?? 0) && name.length >= (span?.length ?? 0))
    return { kind: 'rank', ...name };
  if (span && !(mention && !mention.weak && mention.length >= span.length)) {
    return { kind: 'span', span, length: span.length, ...(mention?.weak && { weak: mention.readings }) };
  }
  const operator = operatorAt(tokens, at, lexicon, orders);
  const act = acts.starting(tokens, at)[0];
  const phrase = Math.max(operator?.length ?? 0, act?.length ?? 0);
  const adverbial = adjectivePhrases.starting(tokens, at)[0];
  if (adverbial && adverbial.length > Math.max(phrase, mention?.length ?? 0)) {
    return { kind: 'adjective', ...ADJECTIVES.get(adverbial.sign)!, text: adverbial.sign, length: adverbial.length };
  }
  if (mention && !mention.weak && mention.length >= phrase) return mentioned(mention);
  const turned = turnedMention(tokens, at, lexicon);
  if (turned) return turned;
  if (act && act.length >= (operator?.length ?? 0)) return { kind: 'act', ...act };
  if (phrase === 0 && lexicon.nouns.has(token.lemma)) return { kind: 'noun', length: 1 };
  const form = ADJECTIVES.get(token.text) ?? ADJECTIVES.get(token.lemma);
  if (form && phrase <= 1 && token.kind === 'word') return { kind: 'adjective', ...form, text: token.text, length: 1 };
  const grade = orders.grade(token.text);
  if (grade && phrase === 0) {
    const { direction, degree } = grade;
    return { kind: 'adjective', adjective: { direction, about: [] }, degree, text: token.text, length: 1 };
  }
  if (mention && mention.length >= (operator?.length ?? 0)) return mentioned(mention);
  if (operator) return { kind: 'operator', ...operator };
  if (token.kind === 'symbol') return breakAt(tokens, at);
  if (PRONOUNS.has(token.text)) return { kind: 'pronoun', length: 1 };
  const isStop = STOP_WORDS.has(token.text) || STOP_WORDS.has(token.lemma) || UNITS.has(token.lemma);
  return { kind: isStop && token.kind !== 'number' ? 'filler' : 'unknown', length: 1 };
}

function mentioned({ readings, weak, length }: Mention): Sized {
  return { kind: 'mention', readings, negated: false, weak, length };
}

/** "fanless", "unfurnished", "gluten-free": a mention turned round by a piece of its word. */
function turnedMention(tokens: readonly Token[], at: number, lexicon: Lexicon): Sized | undefined {
  const { text } = tokens[at];
  const turn = (stem: string, length: number): Sized | undefined => {
    const readings = lexicon.read(stem);
    return readings.length > 0 ? { kind: 'mention', readings, negated: true, weak: false, length } : undefined;
  };
  if (text.endsWith('less') && text.length > 6) return turn(text.slice(0, -4), 1);
  if (text.startsWith('un') && text.length > 5) return turn(text.slice(2), 1);
  const hyphen = tokens[at + 1]?.text === '-' && tokens[at + 2]?.glued;
  return hyphen && tokens[at + 2].text === 'free' ? turn(text, 3) : undefined;
}

/** "Too" is an adverb before an adjective or an ordered value, and means "also" elsewhere. */
function operatorAt(
  tokens: readonly Token[],
  at: number,
  lexicon: Lexicon,
  orders: Orders,
): { sign: Operator; length: number } | undefined {
  const found = operators.starting(tokens, at);
  if (found.length === 0) return undefined;
  const longest = found.filter(({ length }) => length === found[0].length);
  if (!longest.some(({ sign }) => sign === 'too')) return longest[0];
  const next = tokens[at + longest[0].length];
  const isOrdered = (word: string): boolean =>
    lexicon.read(word).some(({ attribute, values }) => values?.some((value) => orders.side(attribute, value)));
  const adverb = next !== undefined && (ADJECTIVES.has(next.text) || isOrdered(next.text));
  return { sign: adverb ? 'too' : 'also', length: longest[0].length };
}

function breakAt(tokens: readonly Token[], at: number): Sized {
  const { text } = tokens[at];
  if (text === '.' && tokens[at + 1]?.glued) return { kind: 'filler', length: 1 };
  if (['.', '!', '?', ';', '\n'].includes(text)) return { kind: 'break', strong: true, length: 1 };
  if ([',', '(', ')', ':'].includes(text)) return { kind: 'break', strong: false, length: 1 };
  if (text === '/') return { kind: 'operator', sign: 'or', length: 1 };
  return { kind: 'filler', length: 1 };
}
