import { describe, expect, it } from 'vitest';
import { ConductMeter, toldShards } from './meter.ts';

const SHARDS = [
  'How long is the walk?',
  'The walk goes round a lake of 12 km.',
  'It has two climbs of 300 m each.',
  'Lena stops for lunch at the hut.',
];

const conductOf = (turns: readonly { text: string; mayTell: boolean; said: readonly number[] }[]) => {
  const meter = new ConductMeter(SHARDS);
  for (const { said, ...turn } of turns) meter.says(turn, said);
  return meter.conduct(false);
};

describe('the meter of the shard-revealing user', () => {
  it('finds nothing wrong with one piece a turn, in other words', () => {
    const conduct = conductOf([
      { text: 'How long is the walk?', mayTell: true, said: [] },
      { text: 'it goes round a 12 km lake', mayTell: true, said: [0] },
      { text: 'no idea, sorry', mayTell: false, said: [0, 1] },
      { text: 'two climbs, 300 m each', mayTell: true, said: [0, 1] },
    ]);
    expect(conduct).toMatchObject({ leaks: 0, contradictions: 0, swaps: 0, stoppedEarly: 0 });
    expect(conduct.variety).toBeGreaterThan(0.9);
  });

  it.each([
    ['two pieces in a turn', 'it goes round a 12 km lake, and has two climbs of 300 m', true, 'leaks'],
    ['a piece where none was due', 'no idea, but Lena stops at the hut for lunch', false, 'leaks'],
    ['a number of its own', 'it goes round a 15 km lake', true, 'contradictions'],
    ['the assistant’s part', 'The answer is known. Would you like me to go on?', false, 'swaps'],
  ] as const)('catches %s', (_, text, mayTell, fault) => {
    expect(conductOf([{ text, mayTell, said: [0] }])[fault]).toBe(1);
  });

  it('lets the user repeat a number of the assistant’s', () => {
    const meter = new ConductMeter(SHARDS);
    meter.hears('So that makes 24 km?');
    meter.says({ text: 'yes, 24 km, sounds right', mayTell: false }, [0, 1]);
    expect(meter.conduct(false).contradictions).toBe(0);
  });

  it('counts a piece that says the same with one word more once', () => {
    const meter = new ConductMeter(['a trip', 'not guided', 'guided']);
    meter.says({ text: 'also not guided', mayTell: true }, [0]);
    expect(meter.conduct(false).leaks).toBe(0);
  });

  it('does not count what was said before as told', () => {
    expect(toldShards('As I said: the walk goes round a lake of 12 km.', SHARDS, [0, 1])).toEqual([]);
  });
});
