/**
 * Groups tokens into the pieces that mean something: values, numbers, adjectives, phrases, breaks; and what is left.
 * @module
 */
import type { Lexicon, Reading } from './lexicon.ts';
import type { Referents } from './referents.ts';
import { type ActSign, acts, type Operator, operators } from './signs.ts';
import { type Span, spanAt } from './span.ts';
import type { Token } from './tokens.ts';
import { ADJECTIVES, type Adjective, type Degree } from './words/adjectives.ts';
import { STOP_WORDS } from './words/stop-words.ts';
import { UNITS } from './words/units.ts';

/** A piece: tokens `from` (inclusive) to `to` (exclusive). */
export type Chunk = { readonly from: number; readonly to: number } & (
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
  | { readonly kind: 'break'; readonly strong: boolean }
);

const PRONOUNS = new Set(['it', 'that', 'this', 'they', 'them', 'these', 'those', 'its', 'their']);

/** "fanless", "gluten-free": a mention turned round by its ending. */
function lessMention(
  tokens: readonly Token[],
  at: number,
  lexicon: Lexicon,
): { readings: readonly Reading[]; length: number } | undefined {
  const { text } = tokens[at];
  if (text.endsWith('less') && text.length > 6) {
    const readings = lexicon.read(text.slice(0, -4));
    if (readings.length > 0) return { readings, length: 1 };
  }
  if (tokens[at + 1]?.text === '-' && tokens[at + 2]?.text === 'free' && tokens[at + 2].glued) {
    const readings = lexicon.read(text);
    if (readings.length > 0) return { readings, length: 3 };
  }
  return undefined;
}

function operatorAt(tokens: readonly Token[], at: number): { sign: Operator; length: number } | undefined {
  const found = operators.starting(tokens, at);
  if (found.length === 0) return undefined;
  const longest = found.filter(({ length }) => length === found[0].length);
  if (longest.some(({ sign }) => sign === 'too')) {
    const next = tokens[at + longest[0].length];
    const adverb = next !== undefined && ADJECTIVES.has(next.text);
    return { sign: adverb ? 'too' : 'also', length: longest[0].length };
  }
  return longest[0];
}

function breakAt(tokens: readonly Token[], at: number): Chunk | undefined {
  const { text } = tokens[at];
  const place = { from: at, to: at + 1 };
  if (text === '.' && tokens[at + 1]?.glued) return { kind: 'filler', ...place };
  if (['.', '!', '?', ';', '\n'].includes(text)) return { kind: 'break', strong: true, ...place };
  if ([',', '(', ')', ':'].includes(text)) return { kind: 'break', strong: false, ...place };
  if (text === '/') return { kind: 'operator', sign: 'or', ...place };
  return undefined;
}

/** Cuts `tokens` into chunks that cover all of them, in order. The longest piece wins; values win over phrases of a length. */
export function chunk(tokens: readonly Token[], lexicon: Lexicon, referents: Referents): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = 0; at < tokens.length; ) {
    const piece = pieceAt(tokens, at, lexicon, referents);
    chunks.push(piece);
    at = piece.to;
  }
  return chunks;
}

function pieceAt(tokens: readonly Token[], at: number, lexicon: Lexicon, referents: Referents): Chunk {
  const token = tokens[at];
  const mention = lexicon.find(tokens, at);
  const to = (length: number): { from: number; to: number } => ({ from: at, to: at + length });
  const span = spanAt(tokens, at);
  const name = referents.find(tokens, at);
  if (name && name.length >= (mention?.length ?? 0) && name.length >= (span?.length ?? 0))
    return { kind: 'rank', rank: name.rank, ...to(name.length) };
  if (span && !(mention && !mention.weak && mention.length >= span.length)) {
    return { kind: 'span', span, ...(mention?.weak ? { weak: mention.readings } : {}), ...to(span.length) };
  }
  const operator = operatorAt(tokens, at);
  const act = acts.starting(tokens, at)[0];
  const phrase = Math.max(operator?.length ?? 0, act?.length ?? 0);
  if (mention && !mention.weak && mention.length >= phrase) {
    return { kind: 'mention', readings: mention.readings, negated: false, weak: false, ...to(mention.length) };
  }
  const less = lessMention(tokens, at, lexicon);
  if (less) return { kind: 'mention', readings: less.readings, negated: true, weak: false, ...to(less.length) };
  if (act && act.length >= (operator?.length ?? 0)) return { kind: 'act', sign: act.sign, ...to(act.length) };
  if (phrase === 0 && lexicon.nouns.has(token.lemma)) return { kind: 'noun', ...to(1) };
  const form = ADJECTIVES.get(token.text);
  if (form && phrase <= 1 && token.kind === 'word') {
    return { kind: 'adjective', adjective: form.adjective, degree: form.degree, text: token.text, ...to(1) };
  }
  if (mention)
    return { kind: 'mention', readings: mention.readings, negated: false, weak: true, ...to(mention.length) };
  if (operator) return { kind: 'operator', sign: operator.sign, ...to(operator.length) };
  if (token.kind === 'symbol') return breakAt(tokens, at) ?? { kind: 'filler', ...to(1) };
  if (PRONOUNS.has(token.text)) return { kind: 'pronoun', ...to(1) };
  const means =
    token.kind === 'number' || (!STOP_WORDS.has(token.text) && !STOP_WORDS.has(token.lemma) && !UNITS.has(token.lemma));
  return { kind: means ? 'unknown' : 'filler', ...to(1) };
}
