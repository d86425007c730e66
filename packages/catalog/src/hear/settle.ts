/**
 * The message as a whole: how it opens, and what its parts do to each other.
 * @module
 */
import type { Move } from '../table/wish.ts';
import type { Heard } from './heard.ts';
import { openings } from './signs.ts';

/** "Yes, …" and "no, …" before something else. "No dogs" is no such thing. */
export function openingOf({ tokens }: Heard): { sign: 'yes' | 'no'; length: number } | undefined {
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
export function settle(heard: Heard, moves: Move[]): Move[] {
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
    // Whoever takes an item and goes on to say how it should be has not taken it.
    if (move.kind === 'accept' && (kinds.has('compare') || kinds.has('wish') || kinds.has('question'))) continue;
    if (move.kind === 'yes' && moves.some((other) => other.kind === 'indifferent' && other.attribute === undefined))
      continue;
    if (move.kind === 'no' && kinds.has('reject')) continue;
    if (move.kind === 'show' && kinds.has('reject')) continue;
    const ranked = moves.some((other) => other.kind === 'accept' && other.rank !== undefined);
    if (move.kind === 'accept' && move.rank === undefined && ranked) continue;
    if (!kept.some((other) => JSON.stringify(other) === JSON.stringify(move))) kept.push(move);
  }
  return kept;
}
