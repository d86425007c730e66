/**
 * The message as a whole: how it opens, and what its parts do to each other.
 * @module
 */
import type { Move } from '../table/wish.ts';
import type { Heard } from './heard.ts';
import { openings } from './signs.ts';

const PAUSES = new Set([',', '.', '!', ';', '\n', '-']);
/** After "no", these begin something new: "no I want red". "No dogs" is no answer. */
const AFRESH = new Set('i but actually make thank rather give show let'.split(' '));

/** "Yes, …" and "no, …" before something else. */
export function openingOf({ tokens }: Heard): { sign: 'yes' | 'no'; length: number } | undefined {
  const found = tokens.length > 0 ? openings.starting(tokens, 0)[0] : undefined;
  const next = found && tokens[found.length];
  if (!next) return undefined;
  if (found.sign === 'yes') return next.text === '?' ? undefined : found;
  return PAUSES.has(next.text) || AFRESH.has(next.text) || found.length > 1 ? found : undefined;
}

/** Drops what the rest of the message makes empty, and what was said twice. */
export function settle({ context }: Heard, said: readonly Move[]): Move[] {
  const moves = said.filter((move, i) => said.findIndex((other) => isSame(other, move)) === i);
  const has = (...kinds: Move['kind'][]): boolean => moves.some(({ kind }) => kinds.includes(kind));
  const wished = new Set(moves.flatMap((move) => (move.kind === 'wish' ? [move.wish.attribute] : [])));
  const others = (move: Move): boolean =>
    moves.some(({ kind }) => kind !== move.kind && kind !== 'thank' && kind !== 'greet');
  return moves.filter((move) => {
    switch (move.kind) {
      case 'unknown':
      case 'indifferent': {
        if (move.attribute === undefined && !context.asked && moves.length > 1) return false;
        // "I don't know, maybe red" is red.
        return !wished.has(move.attribute ?? context.asked?.attribute ?? -1);
      }
      case 'yes': {
        const open = moves.some((other) => other.kind === 'indifferent' && other.attribute === undefined);
        return !open && (context.asked !== undefined || context.choices !== undefined || !others(move));
      }
      case 'accept': {
        // Whoever takes an item and goes on to say how it should be has not taken it.
        if (has('compare', 'wish', 'question')) return false;
        return move.rank !== undefined || !moves.some((other) => other.kind === 'accept' && other.rank !== undefined);
      }
      case 'no':
      case 'show':
        return !has('reject', 'why');
      default:
        return true;
    }
  });
}

function isSame(a: Move, b: Move): boolean {
  return a.kind === b.kind && JSON.stringify(a) === JSON.stringify(b);
}
