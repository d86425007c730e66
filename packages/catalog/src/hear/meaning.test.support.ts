/**
 * A short notation for moves and contexts, so that a table of sentences and meanings can be read.
 *
 * `colour: red|blue`, `colour: not red`, `price <= 800`, `price 500..800` (`<`, `>`, `...` leave the bounds out), `+colour: red`
 * (also), `drop price`, `any` and `any price`, `unknown`, `price less`, `fan?`, `#2 colour=red?`, `accept 2`, `choose 1`,
 * `count fan: yes`, `unclear(words)`, and the names of the other moves.
 * @module
 */
import type { Catalog } from '../table/catalog.ts';
import type { Move, Wish } from '../table/wish.ts';
import type { HearContext } from './context.ts';

function inShort(catalog: Catalog, wish: Wish): string {
  const { label, values } = catalog.attributes[wish.attribute];
  if (wish.kind !== 'range')
    return `${label}: ${wish.kind === 'not' ? 'not ' : ''}${wish.values
      .map((v) => values[v])
      .sort()
      .join('|')}`;
  const { low, high, exclusive } = wish;
  if (low === undefined) return `${label} ${exclusive ? '<' : '<='} ${high}`;
  if (high === undefined) return `${label} ${exclusive ? '>' : '>='} ${low}`;
  return low === high ? `${label} = ${low}` : `${label} ${low}${exclusive ? '...' : '..'}${high}`;
}

/** One move in short. */
export function moveInShort(catalog: Catalog, move: Move): string {
  const label = (attribute: number): string => catalog.attributes[attribute].label;
  switch (move.kind) {
    case 'wish':
      return `${move.also ? '+' : ''}${inShort(catalog, move.wish)}`;
    case 'withdraw':
      return `drop ${label(move.attribute)}`;
    case 'indifferent':
      return move.attribute === undefined ? 'any' : `any ${label(move.attribute)}`;
    case 'unknown':
      return move.attribute === undefined ? 'unknown' : `unknown ${label(move.attribute)}`;
    case 'accept':
    case 'reject':
      return move.rank === undefined ? move.kind : `${move.kind} ${move.rank}`;
    case 'compare':
      return `${label(move.attribute)} ${move.direction}`;
    case 'choose':
      return `choose ${move.number}`;
    case 'count':
      return move.wish ? `count ${inShort(catalog, move.wish)}` : 'count';
    case 'question': {
      const values = move.values
        ? `=${move.values.map((v) => catalog.attributes[move.attribute].values[v]).join('|')}`
        : '';
      return `${move.rank === undefined ? '' : `#${move.rank} `}${label(move.attribute)}${values}?`;
    }
    case 'unclear':
      return `unclear(${move.words})`;
    default:
      return move.kind;
  }
}

/** All moves in short, " & " between them. */
export function inShortAll(catalog: Catalog, moves: readonly Move[]): string {
  return moves.map((move) => moveInShort(catalog, move)).join(' & ');
}

/** What stood before a sentence: `asked colour`, `asked colour=red`, `shown 0 1 2`, `choices a|b`; "; " between. */
export function contextFrom(catalog: Catalog, short: string): HearContext {
  let context: HearContext = {};
  for (const part of short.split('; ').filter(Boolean)) {
    const [word] = part.split(' ');
    const rest = part.slice(word.length + 1);
    if (word === 'asked') {
      const [label, value] = rest.split('=');
      const attribute = catalog.attributes.findIndex((a) => a.label === label);
      if (attribute < 0) throw new RangeError(`no attribute "${label}"`);
      const code = value === undefined ? undefined : catalog.attributes[attribute].values.indexOf(value);
      context = { ...context, asked: { attribute, ...(code === undefined ? {} : { value: code }) } };
    } else if (word === 'shown') context = { ...context, recommended: rest.split(' ').map(Number) };
    else if (word === 'choices') context = { ...context, choices: rest.split('|') };
    else throw new RangeError(`no context "${part}"`);
  }
  return context;
}
