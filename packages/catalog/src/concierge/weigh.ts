/**
 * Readings that only the dialogue can settle: a yes that is a filler, a stock that is a count, a guess that is confirmed.
 * @module
 */
import type { CatalogIndex } from '../index/catalog-index.ts';
import type { Move } from '../table/wish.ts';
import { changesIn, type Dialogue } from './dialogue.ts';

/** The moves of a turn as they are to be folded into this dialogue. */
export function weigh(index: CatalogIndex, dialogue: Dialogue, moves: readonly Move[], said: string): readonly Move[] {
  const answered = moves.some(({ kind }) => ANSWERS.has(kind));
  const wishes = moves.some(({ kind }) => kind === 'wish' || kind === 'withdraw' || kind === 'compare');
  // "Ok, moderate then" to an offer or a suggestion is no yes to it: it says what is wanted instead.
  const filler = answered && !asksYesOrNo(index, dialogue);
  // "Or the highlands": one more value, not another one.
  const widens = /^\W*or\b/i.test(said);
  // "Actually no, undo": the no is part of the undoing.
  const undoing = moves.findIndex(({ kind }) => kind === 'undo');
  return (
    moves
      .filter(({ kind }, at) => !(at < undoing && (kind === 'no' || kind === 'reject' || kind === 'yes')))
      .filter(({ kind }) => !(filler && kind === 'yes'))
      // "No, in summer" to changes that were offered: says what is wanted instead, and declines none for good.
      .filter((move) => !(wishes && refuses(move) && changesIn(dialogue.open?.act).length > 0))
      .map((move) => read(index, dialogue, move))
      .map((move) => (widens && move.kind === 'wish' ? { ...move, also: true } : move))
  );
}

const ANSWERS: ReadonlySet<Move['kind']> = new Set([
  'wish',
  'withdraw',
  'compare',
  'accept',
  'reject',
  'choose',
] as const);

function refuses(move: Move): boolean {
  return move.kind === 'no' || (move.kind === 'reject' && move.rank === undefined);
}

function asksYesOrNo(index: CatalogIndex, { open, guess }: Dialogue): boolean {
  if (guess) return true;
  if (open?.act.kind !== 'ask') return false;
  return open.act.value !== undefined || index.catalog.attributes[open.act.attribute].type === 'boolean';
}

function read(index: CatalogIndex, { open, guess }: Dialogue, move: Move): Move {
  // "How many are left?" with no item on the table is about the search, not about an item's stock.
  if (move.kind === 'question' && open?.act.kind !== 'recommend') {
    return index.catalog.attributes[move.attribute].role === 'stock' ? { kind: 'count' } : move;
  }
  // "Did you mean Aldene Alps?" "Yes."
  if (guess && (move.kind === 'yes' || (move.kind === 'accept' && move.rank === undefined))) {
    const { attribute, value } = guess;
    return { kind: 'wish', wish: { kind: 'is', attribute, values: [value] }, words: guess.words };
  }
  return move;
}
