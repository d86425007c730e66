/**
 * Questions about the items: "does it have a fan?", "what colours are there?", "how long is the second one?", "how many
 * have a touchscreen?".
 * @module
 */
import type { Move } from '../table/wish.ts';
import type { Chunk } from './chunks.ts';
import type { Heard } from './heard.ts';
import { type Operand, operandsOf } from './operands.ts';
import { scaleFor } from './scales.ts';
import type { Token } from './tokens.ts';
import { QUESTION_WORDS } from './words/synonyms.ts';

/** What a sentence asks: its moves, or that what it wishes for is to be counted. */
export type Asked =
  | { readonly kind: 'moves'; readonly moves: Move[] }
  | { readonly kind: 'count'; readonly rest: readonly Chunk[] };

/** A sentence that may be a question. */
interface Sentence {
  readonly heard: Heard;
  /** From the question word or auxiliary on. */
  readonly tokens: readonly Token[];
  readonly chunks: readonly Chunk[];
  readonly operands: readonly Operand[];
  /** The item it is about, when one is named. */
  readonly rank?: number;
  /** A question mark ends it. */
  readonly asks: boolean;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const LEAD = words(
  `and so ok okay well but hey please also then hmm can could you tell me do know i wonder would like to about one more question is
  wondering if just curious let us give`.replace(/\s+/g, ' '),
);
const AUXILIARIES = words('does do is are has have can will was were would did could should');
const SUBJECTS = words('it its this that they these those them');
const ARTICLES = words('a an');
/** "Is a guide needed?" */
const NEEDED = words('needed required necessary included provided available compulsory mandatory obligatory');
const NEEDS = words('need have require');
const SPEAKERS = words('you i we there');
const SOME_OF = words('any one all both either some each');

/**
 * Reads a sentence as a question about items; undefined when it is none (a wish may be put as a question, too).
 * `spokenOf` is the rank of the item that the sentence before named: what "it" stands for.
 */
export function questionOf(
  heard: Heard,
  chunks: readonly Chunk[],
  asks: boolean,
  spokenOf?: number,
): Asked | undefined {
  if (chunks.length === 0) return undefined;
  const counted = chunks.findIndex((chunk) => chunk.kind === 'act' && chunk.sign === 'count');
  if (counted >= 0) return countOf(heard, chunks.slice(counted + 1));
  const offset = chunks[0].from;
  const all = heard.tokens.slice(offset, chunks[chunks.length - 1].to);
  const head = headOf(all);
  if (head >= all.length) return undefined;
  const rest = chunks.filter((chunk) => chunk.from >= offset + head);
  const operands = operandsOf(heard, rest);
  const rank = rankOf(operands) ?? (all.some(({ text }) => SUBJECTS.has(text)) ? spokenOf : undefined);
  const sentence = { heard, tokens: all.slice(head), chunks: rest, operands, rank, asks };
  const moves = (READERS.get(all[head].text) ?? readOther)(sentence);
  return moves.length > 0 ? { kind: 'moves', moves } : undefined;
}

/** Where the sentence proper starts, after "and", "so", "can you tell me", …: at a question word or an auxiliary. */
function headOf(tokens: readonly Token[]): number {
  const starts = ({ text }: Token, i: number): boolean => {
    const next = tokens[i + 1]?.text;
    if (READERS.has(text) && !AUXILIARIES.has(text)) return true;
    if (text === 'do' && (next === 'i' || next === 'we') && NEEDS.has(tokens[i + 2]?.text)) return true;
    if (AUXILIARIES.has(text) && ARTICLES.has(next) && NEEDED.has(tokens.findLast(({ kind }) => kind === 'word')!.text))
      return true;
    return AUXILIARIES.has(text) && (SUBJECTS.has(next) || SOME_OF.has(next) || next === 'the' || next === 'there');
  };
  const head = tokens.findIndex((token, i) => starts(token, i) || !(LEAD.has(token.text) || token.kind === 'symbol'));
  return head < 0 ? tokens.length : head;
}

/** Whether a question about items opens here: "does it …", "is the …", "how …". */
export function opensQuestion(tokens: readonly Token[]): boolean {
  const [first, second] = tokens;
  if (!first || !second) return false;
  if (AUXILIARIES.has(first.text)) return SUBJECTS.has(second.text) || second.text === 'the';
  return first.text === 'what' || first.text === 'how' || first.text === 'which';
}

function ask({ rank }: Pick<Sentence, 'rank'>, attribute: number, values?: readonly number[]): Move {
  return { kind: 'question', attribute, ...(values && { values: [...values] }), ...(rank !== undefined && { rank }) };
}

function rankOf(operands: readonly Operand[]): number | undefined {
  const rank = operands.find((operand) => operand.kind === 'rank');
  return rank?.kind === 'rank' ? rank.rank : undefined;
}

const MOST_QUESTIONS = 3;

/** One question for each thing the sentence names. */
function askAll(sentence: Sentence): Move[] {
  const named = sentence.operands.flatMap((operand) =>
    'attribute' in operand
      ? [ask(sentence, operand.attribute, operand.kind === 'value' ? operand.values : undefined)]
      : [],
  );
  return named.slice(0, MOST_QUESTIONS);
}

/** "How long is it?", "how much RAM?", "how much is the first?", "how is the battery?"; "how about blue?" is a wish. */
function readHow(sentence: Sentence): Move[] {
  const { heard, tokens, chunks, operands } = sentence;
  const named = operands.find((operand) => operand.kind === 'about' || operand.kind === 'flag');
  const named1 = named && 'attribute' in named ? [ask(sentence, named.attribute)] : [];
  if (tokens[1]?.text === 'about') return named?.kind === 'about' && operands.length === 1 ? named1 : [];
  const form = chunks.find((chunk) => chunk.kind === 'adjective');
  if (form?.kind !== 'adjective' || form.from > chunks[0].from + 1) return named1;
  if (form.text === 'much' || form.text === 'many') {
    const about = operands.find((operand) => 'attribute' in operand);
    const price = heard.scales.find((scale) => scale.price)?.attribute;
    const attribute = about && 'attribute' in about ? about.attribute : price;
    return attribute === undefined ? [] : [ask(sentence, attribute)];
  }
  const scale = scaleFor(form.adjective, heard.scales);
  if (named1.length > 0 && heard.scales.some((s) => named && 'attribute' in named && s.attribute === named.attribute))
    return named1;
  return scale ? [ask(sentence, scale.attribute)] : [];
}

/** "Where is it?", "when can I go?": the attribute of that nature. */
function readPlace(sentence: Sentence): Move[] {
  const { heard, tokens } = sentence;
  if (!AUXILIARIES.has(tokens[1]?.text)) return [];
  const readings = QUESTION_WORDS[tokens[0].text].flatMap((name) => heard.lexicon.read(name));
  const reading = readings.find(({ values }) => values === undefined);
  return reading ? [ask(sentence, reading.attribute)] : [];
}

/** "What colours are there?", "which of these have a fan?", "which one is the cheapest?" of those shown; "which ones are red?" is a wish. */
function readWhat(sentence: Sentence): Move[] {
  const { tokens, operands } = sentence;
  const about = operands.find((operand) => operand.kind === 'about');
  const asksAbout = tokens[1]?.text === 'about';
  const plain = operands.every(({ kind }) => kind === 'about' || kind === 'rank' || kind === 'flag');
  if (about?.kind === 'about' && (plain || !asksAbout)) return [ask(sentence, about.attribute)];
  const most = operands.find((operand) => operand.kind === 'degree' && operand.degree === 'superlative');
  const shown = sentence.heard.context.recommended ?? [];
  if (tokens[0].text === 'which' && most?.kind === 'degree' && shown.length > 1) {
    const { attribute, direction } = most;
    const numbers = shown.map((item) => sentence.heard.catalog.columns[attribute].numbers?.[item] ?? Number.NaN);
    const known = numbers.filter((number) => !Number.isNaN(number));
    const rank = numbers.indexOf(direction === 'less' ? Math.min(...known) : Math.max(...known)) + 1;
    return [ask({ rank: rank > 0 ? rank : undefined }, attribute)];
  }
  const ofThese = tokens.some(({ text }) => text === 'these' || text === 'those' || text === 'them');
  return ofThese && !asksAbout ? askAll(sentence) : [];
}

/** "Does it have a fan?", "is the second one red?", "are dogs allowed?"; "do you have red ones?" and "is there …?" wish. */
function readYesNo(sentence: Sentence): Move[] {
  const { heard, tokens, chunks, rank, asks } = sentence;
  const next = tokens[1]?.text ?? '';
  const shown = (heard.context.recommended?.length ?? 0) > 0;
  const refers = rank !== undefined || tokens.slice(1).some(({ text }) => SUBJECTS.has(text) && text !== 'that');
  // "Do I need a guide?" wants to know; "do you have a guide?" wishes for one.
  if ((next === 'i' || next === 'we') && NEEDS.has(tokens[2]?.text)) return askAll(sentence);
  if (SPEAKERS.has(next)) return refers && shown ? askAll(sentence) : [];
  const names = chunks[1]?.kind === 'mention' || next === 'the';
  const needed = ARTICLES.has(next) && NEEDED.has(tokens.findLast(({ kind }) => kind === 'word')!.text);
  const direct = needed || SUBJECTS.has(next) || rank !== undefined || (SOME_OF.has(next) && refers) || (names && asks);
  return direct ? askAll(sentence) : [];
}

/** "The price of the second one", "can I bring my dog on the first?": an item and something about it. */
function readOther(sentence: Sentence): Move[] {
  const { operands, rank, asks } = sentence;
  if (rank === undefined) return [];
  const onlyNames = operands.every(({ kind }) => kind === 'about' || kind === 'rank');
  return asks || onlyNames ? askAll(sentence) : [];
}

const READERS: ReadonlyMap<string, (sentence: Sentence) => Move[]> = new Map([
  ['how', readHow],
  ['where', readPlace],
  ['when', readPlace],
  ['what', readWhat],
  ['which', readWhat],
  ...[...AUXILIARIES].map((auxiliary) => [auxiliary, readYesNo] as const),
  // A month, unless somebody asks leave.
  ['may', (sentence) => (SPEAKERS.has(sentence.tokens[1]?.text ?? '') ? readYesNo(sentence) : readOther(sentence))],
]);

/** "How many are left", "how many have a fan" count; "how many rooms does it have" asks for the rooms. */
function countOf(heard: Heard, rest: readonly Chunk[]): Asked {
  const next = rest.find((chunk) => chunk.kind !== 'filler');
  const about = next?.kind === 'mention' ? next.readings.find((reading) => reading.values === undefined) : undefined;
  if (!about || heard.catalog.attributes[about.attribute].type === 'boolean') return { kind: 'count', rest };
  return { kind: 'moves', moves: [ask({ rank: rankOf(operandsOf(heard, rest)) }, about.attribute)] };
}
