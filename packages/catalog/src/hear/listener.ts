/**
 * Understands what people type about a catalogue, with no language model: words are looked up in the catalogue and in
 * small tables of English, numbers and their bounds are read, and a few rules say how far "not" and "or" reach.
 * @module
 */
import type { Catalog } from '../table/catalog.ts';
import type { Move } from '../table/wish.ts';
import { answerOf } from './answers.ts';
import { chosenOf } from './choosing.ts';
import { chunk } from './chunks.ts';
import { hearSentence, leftWords } from './clauses.ts';
import type { HearContext } from './context.ts';
import { type Heard, wordsOf } from './heard.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
import { createMender } from './mend.ts';
import { merge, type Said } from './merge.ts';
import { createNearest, type Nearest } from './nearest.ts';
import { withNegatives } from './negatives.ts';
import { ordersOf } from './orders.ts';
import { opensQuestion } from './questions.ts';
import { createReferents } from './referents.ts';
import { scalesOf } from './scales.ts';
import { sentencesOf } from './segments.ts';
import { openingOf, settle } from './settle.ts';
import { soleSigns } from './signs.ts';
import { type Token, tokenise } from './tokens.ts';

/** Hears one message. Never throws; the same text and context give the same moves. */
export type Listener = (text: string, context: HearContext) => Move[];

/**
 * Builds a listener for a catalogue; all indexes are made here, once. A message gives at least one move: what could not
 * be made sense of comes back as `unclear`. At most 2,000 characters of a message are read.
 */
export function createListener(catalog: Catalog): Listener {
  const lexicon = createLexicon(catalog);
  const scales = scalesOf(catalog);
  const negatives = scales.some(({ sorted }) => sorted[0] < 0);
  const orders = ordersOf(catalog);
  const mend = createMender(lexicon);
  const nearest = createNearest(catalog, lexicon);
  return (text, context) => {
    const read = tokenise(text);
    const raw = negatives ? withNegatives(read) : read;
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

/** "Quick, one trip, now": nothing but haste asks to be shown something. */
const HURRY = new Set(['quick', 'quickly', 'fast', 'now']);

function understand(heard: Heard, chunks: ReturnType<typeof chunk>, nearest: Nearest): Move[] {
  const { tokens } = heard;
  const said: Said[] = [];
  const left: (readonly [number, number])[] = [];
  let dangling: number | undefined;
  let named: number | undefined;
  let rank: number | undefined;
  let rest = chunks;
  const opening = openingOf(heard);
  if (opening) {
    said.push({ move: { kind: opening.sign }, connector: 'none' });
    rest = chunks.filter(({ from }) => from >= opening.length);
  }
  for (const sentence of sentencesOf(
    rest,
    ({ from }) => tokens[from].text === '?',
    (next) => next.length > 0 && opensQuestion(tokens.slice(next[0].from, next[0].from + 2)),
  )) {
    const clause = hearSentence(heard, sentence.chunks, sentence.asks, { dangling, rank });
    const item = sentence.chunks.find((piece) => piece.kind === 'rank');
    if (item?.kind === 'rank') rank = item.rank;
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
  } else if (moves.length === 0 && tokens.some(({ text }) => HURRY.has(text))) {
    moves.push({ kind: 'show' });
  } else if (moves.length === 0) {
    moves.push({ kind: 'unclear', words: wordsOf(heard, 0, tokens.length), nearest: nearest(tokens) });
  }
  return moves;
}
