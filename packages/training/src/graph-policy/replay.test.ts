import { createRandom } from '@sente/engine';
import { describe, expect, it } from 'vitest';
import { Replay } from './replay.ts';

describe('prioritised replay', () => {
  it('draws in proportion to |error|^.6, and weighs by the inverse', () => {
    const replay = new Replay<string>(6);
    for (const name of ['a', 'b', 'c']) replay.add(name);
    const errors = [0.001, 0.099, 0.999];
    errors.forEach((error, place) => {
      replay.update(place, error);
    });
    const random = createRandom('replay');
    const counts = new Map<string, number>();
    for (let n = 0; n < 4_000; n++) {
      for (const { value } of replay.draw(4, 1, random)) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const powers = errors.map((error) => (error + 0.001) ** 0.6);
    const sum = powers.reduce((total, one) => total + one, 0);
    ['a', 'b', 'c'].forEach((name, at) => {
      expect(Math.abs((counts.get(name) ?? 0) / 16_000 - powers[at] / sum)).toBeLessThan(0.015);
    });
    const drawn = replay.draw(64, 1, random);
    const weightOf = (name: string): number => drawn.find(({ value }) => value === name)?.weight ?? Number.NaN;
    expect(weightOf('b') / weightOf('c')).toBeCloseTo(powers[2] / powers[1], 6);
    expect(Math.max(...drawn.map(({ weight }) => weight))).toBe(1);
  });

  it('lets the oldest go when it is full, and draws every place once it is', () => {
    const replay = new Replay<number>(8);
    for (let n = 0; n < 20; n++) replay.add(n);
    expect(replay.size).toBe(8);
    const seen = new Set<number>();
    const random = createRandom('full');
    for (let n = 0; n < 50; n++) for (const { value } of replay.draw(8, 0.4, random)) seen.add(value);
    expect([...seen].sort((a, b) => a - b)).toEqual([12, 13, 14, 15, 16, 17, 18, 19]);
  });
});
