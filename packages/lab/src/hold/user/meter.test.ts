import { describe, expect, it } from 'vitest';
import { ConductMeter, toldShards } from './meter.ts';

const SHARDS = [
  'How long is the walk?',
  'The walk goes round a lake of 12 km.',
  'It has two climbs of 300 m each.',
  'Lena stops for lunch at the hut.',
];

const conductOf = (turns: readonly { text: string; shard?: number; said: readonly number[] }[]) => {
  const meter = new ConductMeter(SHARDS);
  for (const { said, ...turn } of turns) meter.says(turn, said);
  return meter.conduct(false);
};

describe('the meter of the shard-revealing user', () => {
  it('finds nothing wrong with one piece a turn, in other words', () => {
    const conduct = conductOf([
      { text: 'How long is the walk?', shard: 0, said: [] },
      { text: 'it goes round a 12 km lake', shard: 1, said: [0] },
      { text: 'no idea, sorry', said: [0, 1] },
      { text: 'two climbs, 300 m each', shard: 2, said: [0, 1] },
    ]);
    expect(conduct).toMatchObject({ leaks: 0, contradictions: 0, swaps: 0, stoppedEarly: 0 });
    expect(conduct.variety).toBeGreaterThan(0.9);
  });

  it.each([
    ['two pieces in a turn', 'it goes round a 12 km lake, and has two climbs of 300 m', 1, 'leaks'],
    ['a piece where none was due', 'no idea, but Lena stops at the hut for lunch', undefined, 'leaks'],
    ['a number of its own', 'it goes round a 15 km lake', 1, 'contradictions'],
    ['the assistant’s part', 'The answer is known. Would you like me to go on?', undefined, 'swaps'],
  ] as const)('catches %s', (_, text, shard, fault) => {
    expect(conductOf([{ text, said: [0], ...(shard === undefined ? {} : { shard }) }])[fault]).toBe(1);
  });

  it('lets the user repeat a number of the assistant’s', () => {
    const meter = new ConductMeter(SHARDS);
    meter.hears('So that makes 24 km?');
    meter.says({ text: 'yes, 24 km, sounds right' }, [0, 1]);
    expect(meter.conduct(false).contradictions).toBe(0);
  });

  it('does not blame the user for pieces that overlap', () => {
    const meter = new ConductMeter(['a trip', 'not guided', 'guided']);
    meter.says({ text: 'also not guided', shard: 1 }, [0]);
    expect(meter.conduct(false).leaks).toBe(0);
  });

  it('does not count what was said before as told', () => {
    expect(toldShards('As I said: the walk goes round a lake of 12 km.', SHARDS, [0, 1])).toEqual([]);
  });
});
