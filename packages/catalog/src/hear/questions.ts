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

const LEAD = new Set(
  'and so ok okay well but hey please also then hmm can could you tell me do know i wonder would like to know about one more question is wondering if just curious let us give'.split(
    ' ',
  ),
);
const AUXILIARIES = new Set('does do is are has have can will was were would did could should'.split(' '));
const SUBJECTS = new Set('it its this that they these those them'.split(' '));

/** Where the sentence proper starts, after "and", "so", "can you tell me", …; at a question word or an auxiliary. */
function headOf(tokens: readonly Token[]): number {
  let i = 0;
  const starts = (at: number): boolean =>
    ['what', 'which', 'how', 'where', 'when'].includes(tokens[at].text) ||
    (AUXILIARIES.has(tokens[at].text) &&
      tokens[at + 1] !== undefined &&
      (SUBJECTS.has(tokens[at + 1].text) || tokens[at + 1].text === 'the' || tokens[at + 1].text === 'there'));
  while (i < tokens.length && !starts(i) && (LEAD.has(tokens[i].text) || tokens[i].kind === 'symbol')) i++;
  return i;
}

/** Reads a sentence as a question about items; undefined when it is none (a wish may be put as a question, too). */
export function questionOf(heard: Heard, chunks: readonly Chunk[], asks: boolean): Asked | undefined {
  const counted = chunks.findIndex((chunk) => chunk.kind === 'act' && chunk.sign === 'count');
  if (counted >= 0) return countOf(heard, chunks, counted);
  if (chunks.length === 0) return undefined;
  const offset = chunks[0].from;
  const tokens = heard.tokens.slice(offset, chunks[chunks.length - 1].to);
  const head = headOf(tokens);
  const word = tokens[head]?.text;
  const next = tokens[head + 1]?.text;
  if (word === undefined) return undefined;
  const rest = chunks.filter((chunk) => chunk.from >= offset + head);
  const operands = operandsOf(heard, rest);
  const rank = rankOf(operands);
  const ask = (attribute: number, values?: readonly number[]): Move => ({
    kind: 'question',
    attribute,
    ...(values ? { values: [...values] } : {}),
    ...(rank === undefined ? {} : { rank }),
  });
  const named = operands.find((operand) => operand.kind === 'about' || operand.kind === 'flag');
  const moves = (list: Move[]): Asked | undefined => (list.length > 0 ? { kind: 'moves', moves: list } : undefined);

  if (word === 'how') {
    if (next === 'about')
      return named?.kind === 'about' && operands.length === 1 ? moves([ask(named.attribute)]) : undefined;
    const form = rest.find((chunk) => chunk.kind === 'adjective');
    if (form?.kind === 'adjective' && form.from <= offset + head + 1) {
      if (['much', 'many'].includes(form.text)) {
        const about = operands.find((operand) => 'attribute' in operand);
        const price = heard.scales.find((scale) => scale.price);
        const attribute = about && 'attribute' in about ? about.attribute : price?.attribute;
        return attribute === undefined ? undefined : moves([ask(attribute)]);
      }
      const scale =
        (named && heard.scales.find((s) => s.attribute === named.attribute)) || scaleFor(form.adjective, heard.scales);
      return scale ? moves([ask(scale.attribute)]) : undefined;
    }
    return named ? moves([ask(named.attribute)]) : undefined;
  }
  if (word === 'where' || word === 'when') {
    const readings = QUESTION_WORDS[word].flatMap((name) => heard.lexicon.read(name));
    const reading = readings.find(({ values }) => values === undefined);
    return reading && AUXILIARIES.has(next ?? '') ? moves([ask(reading.attribute)]) : undefined;
  }
  if (word === 'what' || word === 'which') {
    const about = operands.find((operand) => operand.kind === 'about');
    const onlyAbout = operands.every(
      (operand) => operand.kind === 'about' || operand.kind === 'rank' || operand.kind === 'flag',
    );
    if (about && about.kind === 'about' && (onlyAbout || next !== 'about')) return moves([ask(about.attribute)]);
    if (next === 'about') return undefined;
    if (tokens.some((token, i) => i > head && ['these', 'those', 'them'].includes(token.text)))
      return moves(contents(operands, ask));
    return undefined;
  }
  if (!AUXILIARIES.has(word)) return undefined;
  const refers =
    tokens.slice(head + 1).some((token) => SUBJECTS.has(token.text) && token.text !== 'that') || rank !== undefined;
  const first = rest.find((chunk) => chunk.from > offset + head);
  const mentions = first?.kind === 'mention';
  const direct =
    SUBJECTS.has(next ?? '') ||
    (rank !== undefined && !['you', 'i', 'we', 'there'].includes(next ?? '')) ||
    ((next === 'the' || mentions) && asks);
  const shown = (heard.context.recommended?.length ?? 0) > 0;
  if (!direct && !(refers && shown && ['you', 'i', 'we', 'there'].includes(next ?? ''))) return undefined;
  return moves(contents(operands, ask));
}

function rankOf(operands: readonly Operand[]): number | undefined {
  const rank = operands.find((operand) => operand.kind === 'rank');
  return rank?.kind === 'rank' ? rank.rank : undefined;
}

const MOST_QUESTIONS = 3;

function contents(operands: readonly Operand[], ask: (attribute: number, values?: readonly number[]) => Move): Move[] {
  const moves: Move[] = [];
  for (const operand of operands) {
    if (!('attribute' in operand)) continue;
    moves.push(ask(operand.attribute, operand.kind === 'value' ? operand.values : undefined));
  }
  return moves.slice(0, MOST_QUESTIONS);
}

/** "How many are left", "how many have a fan" count; "how many rooms does it have" asks for the rooms. */
function countOf(heard: Heard, chunks: readonly Chunk[], counted: number): Asked {
  const rest = chunks.slice(counted + 1);
  const next = rest.find((chunk) => chunk.kind !== 'filler');
  const about = next?.kind === 'mention' ? next.readings.find((reading) => reading.values === undefined) : undefined;
  const type = about && heard.catalog.attributes[about.attribute].type;
  if (about && type !== 'boolean') {
    const rank = rankOf(operandsOf(heard, rest));
    return {
      kind: 'moves',
      moves: [{ kind: 'question', attribute: about.attribute, ...(rank === undefined ? {} : { rank }) }],
    };
  }
  return { kind: 'count', rest };
}
