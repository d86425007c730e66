/**
 * Two checkpoints without weights: one that recommends at once, one that asks for what is missing.
 * @module
 */
import type { SpokenTurn } from '@sente/pocket';
import type { CheckpointSource, PocketSpeaker } from '../pocket/checkpoint.ts';
import { Problem } from '../problem.ts';

const KNOWN = new Set('i want a the red blue small large leather bag please one yes no or , . !'.split(' '));

/** Asks for the colour until one was named; in every fourth draw it does what the other would. */
function speaker(asks: boolean): PocketSpeaker {
  return {
    reply(turns, temperature, random) {
      const said = turns
        .map(({ text }) => text)
        .join(' ')
        .toLowerCase();
      const colour = /red|blue/.exec(said)?.[0];
      const isAsking = asks !== (temperature > 0 && random.next() < 0.25);
      return isAsking && colour === undefined
        ? 'which colour do you want ?'
        : `how about the small ${colour ?? 'blue'} leather bag ?`;
    },
    forecast: (turns) => (turns.length > 1 ? 0.9 : 0.4),
    unknownWords: (text) =>
      [...new Set(text.toLowerCase().split(/[\s.,?!]+/))].filter((word) => word !== '' && !KNOWN.has(word)),
    fits: (turns: readonly SpokenTurn[]) =>
      turns
        .map(({ text }) => text)
        .join(' ')
        .split(/\s+/).length <= 60,
  };
}

/** `shipped/base`, `shipped/multi-turn-w2`, and one of an experiment whose weights are broken. */
export function fakeCheckpoints(): CheckpointSource {
  return {
    list: async () => [
      { id: 'shipped/base', origin: 'shipped', kind: 'base', parameters: 127_000, corpus: 0.05, seed: 1 },
      {
        id: 'shipped/multi-turn-w2',
        origin: 'shipped',
        kind: 'multi-turn-w2',
        parameters: 127_000,
        corpus: 0.05,
        seed: 1,
      },
      { id: 'passivity-1:broken', origin: 'passivity-1', kind: 'broken' },
    ],
    async open(id) {
      if (id === 'shipped/base') return speaker(false);
      if (id === 'shipped/multi-turn-w2') return speaker(true);
      if (id.endsWith('broken')) throw new Problem('bad-checkpoint', 'These weights cannot be read.');
      throw new Problem('unknown-checkpoint', 'There is no such checkpoint.', 'GET /api/pocket/checkpoints lists all.');
    },
  };
}
