/**
 * Understands what people type about a catalogue, with no language model: words are looked up in the catalogue and in
 * small tables of English, numbers and their bounds are read, and a few rules say how far "not" and "or" reach.
 * @module
 */
import type { Catalog } from '../table/catalog.ts';
import type { Move } from '../table/wish.ts';
import { answerOf } from './answers.ts';
import { chunk } from './chunks.ts';
import { hearSentence, leftWords } from './clauses.ts';
import type { HearContext } from './context.ts';
import { type Heard, wordsOf } from './heard.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
import { createMender } from './mend.ts';
import { merge, type Said } from './merge.ts';
import { createNearest, type Nearest } from './nearest.ts';
import { ordersOf } from './orders.ts';
import { createReferents } from './referents.ts';
import { scalesOf } from './scales.ts';
import { sentencesOf } from './segments.ts';
import { openings, soleSigns } from './signs.ts';
import { fold, type Token, tokenise } from './tokens.ts';
import { NUMBER_WORDS } from './words/units.ts';

/** Hears one message. Never throws; the same text and context give the same moves. */
export type Listener = (text: string, context: HearContext) => Move[];

/**
 * Builds a listener for a catalogue; all indexes are made here, once. A message gives at least one move: what could not
 * be made sense of comes back as `unclear`. At most 2,000 characters of a message are read.
 */
export function createListener(catalog: Catalog): Listener {
  const lexicon = createLexicon(catalog);
  const scales = scalesOf(catalog);
  const orders = ordersOf(catalog);
  const mend = createMender(lexicon);
  const nearest = createNearest(catalog, lexicon);
  return (text, context) => {
    const raw = tokenise(text);
    const chosen = chosenOf(text, raw, context);
    if (chosen) return chosen;
    const referents = createReferents(catalog, lexicon, context.recommended ?? []);
    const tokens = mend(raw, referents);
    const heard: Heard = { catalog, lexicon, scales, orders, context, text, tokens };
    if (!isValue(lexicon, tokens, context)) {
      const sole = soleSigns(tokens);
      const answer = sole.length > 0 ? answerOf(sole, context, true) : undefined;
      if (answer) return answer;
    }
    return understand(heard, chunk(tokens, { lexicon, referents, orders }), nearest);
  };
}

/** Whether the whole message is a value of what was asked ("any", "next" may be values). */
function isValue(lexicon: Lexicon, tokens: readonly Token[], { asked }: HearContext): boolean {
  if (!asked) return false;
  return (
    lexicon.find(tokens, 0)?.readings.some((reading) => reading.attribute === asked.attribute && reading.values) ??
    false
  );
}

/** Messages that pick from what was numbered: its number, its words, "both", or a rank. */
function chosenOf(text: string, tokens: readonly Token[], context: HearContext): Move[] | undefined {
  const choices = context.choices ?? [];
  const label = choices.findIndex((choice) => fold(choice).trim() === fold(text.slice(0, 2000)).trim());
  if (label >= 0) return [{ kind: 'choose', number: label + 1 }];
  const words = tokens.filter((token) => token.kind !== 'symbol').map((token) => token.text);
  const shown = context.recommended?.length ?? 0;
  if (choices.length === 2 && words.length <= 3 && words[0] === 'both') {
    return [
      { kind: 'choose', number: 1 },
      { kind: 'choose', number: 2 },
    ];
  }
  const bare = words.filter(
    (word) =>
      ![
        'number',
        'option',
        'choice',
        'please',
        'the',
        'no',
        'one',
        'nr',
        'take',
        'i',
        'will',
        'choose',
        'pick',
      ].includes(word),
  );
  const only = bare.length === 1 ? bare[0] : bare.length === 0 && words.at(-1) === 'one' ? 'one' : undefined;
  if (only === undefined) return undefined;
  const number = Object.hasOwn(NUMBER_WORDS, only)
    ? NUMBER_WORDS[only]
    : RANK_WORDS.indexOf(only) >= 0
      ? RANK_WORDS.indexOf(only) + 1
      : Number(only);
  const rank = only === 'last' ? Math.max(choices.length, shown) : number;
  if (!Number.isInteger(rank) || rank < 1) return undefined;
  if (rank <= choices.length) return [{ kind: 'choose', number: rank }];
  if (!context.asked && rank <= shown) return [{ kind: 'accept', rank }];
  return undefined;
}

const RANK_WORDS = ['first', 'second', 'third', 'fourth', 'fifth'];

function understand(heard: Heard, chunks: ReturnType<typeof chunk>, nearest: Nearest): Move[] {
  const { tokens } = heard;
  const said: Said[] = [];
  const left: (readonly [number, number])[] = [];
  let dangling: number | undefined;
  let named: number | undefined;
  let rest = chunks;
  const opening = openingOf(heard);
  if (opening) {
    said.push({ move: { kind: opening.sign }, connector: 'none' });
    rest = chunks.filter(({ from }) => from >= opening.length);
  }
  for (const sentence of sentencesOf(rest, ({ from }) => tokens[from].text === '?')) {
    const clause = hearSentence(heard, sentence.chunks, sentence.asks, dangling);
    said.push(...clause.said);
    left.push(...clause.left);
    dangling = clause.dangling;
    named ??= dangling;
  }
  const moves = settle(heard, merge(heard.catalog, said));
  if (moves.length === 0 && left.length === 0 && named !== undefined) return [{ kind: 'question', attribute: named }];
  if (left.length > 0) {
    const words = left.flatMap(([from, to]) => tokens.slice(from, to));
    moves.push({ kind: 'unclear', words: leftWords(heard, left), nearest: nearest(words) });
  } else if (moves.length === 0) {
    moves.push({ kind: 'unclear', words: wordsOf(heard, 0, tokens.length), nearest: nearest(tokens) });
  }
  return moves;
}

/** "Yes, …" and "no, …" before something else. "No dogs" is no such thing. */
function openingOf({ tokens }: Heard): { sign: 'yes' | 'no'; length: number } | undefined {
  if (tokens.length === 0) return undefined;
  const found = openings.starting(tokens, 0)[0];
  const next = found && tokens[found.length];
  if (!next) return undefined;
  const pause = [',', '.', '!', ';', '\n', '-'].includes(next.text);
  if (found.sign === 'yes') return next.text === '?' ? undefined : found;
  return pause ||
    ['i', 'but', 'actually', 'make', 'thank', 'rather', 'give', 'show', 'let'].includes(next.text) ||
    found.length > 1
    ? found
    : undefined;
}

/** Drops what the rest of the message makes empty. */
function settle(heard: Heard, moves: Move[]): Move[] {
  const { asked } = heard.context;
  const wished = new Set(moves.flatMap((move) => (move.kind === 'wish' ? [move.wish.attribute] : [])));
  const kinds = new Set(moves.map(({ kind }) => kind));
  const kept: Move[] = [];
  for (const move of moves) {
    if (
      (move.kind === 'unknown' || move.kind === 'indifferent') &&
      wished.has(move.attribute ?? asked?.attribute ?? -1)
    )
      continue;
    if (move.kind === 'yes' && !asked && moves.length > 1 && !heard.context.choices) continue;
    if (move.kind === 'no' && kinds.has('reject')) continue;
    if (move.kind === 'show' && kinds.has('reject')) continue;
    const ranked = moves.some((other) => other.kind === 'accept' && other.rank !== undefined);
    if (move.kind === 'accept' && move.rank === undefined && ranked) continue;
    if (!kept.some((other) => JSON.stringify(other) === JSON.stringify(move))) kept.push(move);
  }
  return kept;
}
