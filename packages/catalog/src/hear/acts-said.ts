/**
 * Acts said among other words: taking, turning down, asking why, going back.
 * @module
 */
import type { Move } from '../table/wish.ts';
import type { Chunk } from './chunks.ts';
import type { Heard } from './heard.ts';
import type { Judged } from './polarity.ts';

/** Acts said among other words; taking and turning down need something shown. */
export function actsOf(heard: Heard, chunks: readonly Chunk[], judged: readonly Judged[]): Move[] {
  const moves: Move[] = [];
  const add = (move: Move): void => {
    if (!moves.some((other) => other.kind === move.kind)) moves.push(move);
  };
  const shown = (heard.context.recommended?.length ?? 0) > 0;
  const ranked = judged.find(({ operand }) => operand.kind === 'rank');
  const rank = ranked?.operand.kind === 'rank' ? { rank: ranked.operand.rank } : {};
  const others = judged.filter(({ operand }) => 'attribute' in operand && operand.kind !== 'about');
  for (const chunk of chunks) {
    if (chunk.kind !== 'act') continue;
    if (chunk.sign === 'accept') {
      if (shown && (ranked || others.length === 0)) add({ kind: 'accept', ...rank });
    } else if (chunk.sign === 'reject') {
      if (heard.context.asked?.value === undefined) add({ kind: 'reject', ...rank });
      else add({ kind: 'no' });
    } else if (chunk.sign === 'show') add({ kind: 'show' });
    else if (chunk.sign !== 'count') add({ kind: chunk.sign });
  }
  if (ranked && moves.length === 0 && shown) {
    if (ranked.polarity === 'not' || ranked.polarity === 'withdraw') add({ kind: 'reject', ...rank });
    else if (others.length === 0 && isOnlyNamed(heard, chunks)) add({ kind: 'accept', ...rank });
  }
  return moves;
}

const APPROVING = new Set(
  'please ok okay then yes yeah well so i guess think it is that just sure great good nice fine perfect look sound thank you the one for me work would be and like love want prefer take rather'.split(
    ' ',
  ),
);

/** "The second one, please" takes it; "the second one is made of wood" does not. */
function isOnlyNamed({ tokens }: Heard, chunks: readonly Chunk[]): boolean {
  return chunks.every(
    (chunk) =>
      chunk.kind === 'rank' ||
      chunk.kind === 'break' ||
      tokens.slice(chunk.from, chunk.to).every(({ lemma }) => APPROVING.has(lemma)),
  );
}
