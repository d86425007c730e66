import { createRandom } from '@sente/engine';
import { describe, expect, it } from 'vitest';
import { createPersons } from './draw-person.ts';

const weights = [0.5, 0.3, 0.2, 0];
const intents = (seed: string, count: number): number[] => {
  const personOf = createPersons(weights, ['calm', 'terse'], createRandom(seed));
  return Array.from({ length: count }, (_, sample) => personOf(sample).intent);
};

describe('imagined persons', () => {
  it('have the distribution of the belief in every sample', () => {
    for (const sample of [0, 1, 2]) {
      const counts = [0, 0, 0, 0];
      for (let seed = 0; seed < 2000; seed++) counts[intents(`seed ${seed}`, 3)[sample]] += 1 / 2000;
      counts.forEach((share, i) => {
        expect(Math.abs(share - weights[i])).toBeLessThan(0.045);
      });
    }
  });

  it('cover the belief more evenly than independent draws would', () => {
    for (let seed = 0; seed < 50; seed++) {
      const drawn = intents(`seed ${seed}`, 20);
      weights.forEach((weight, i) => {
        expect(Math.abs(drawn.filter((intent) => intent === i).length - 20 * weight)).toBeLessThanOrEqual(2.5);
      });
    }
  });

  it('are the same for the same sample, whatever was drawn before', () => {
    const one = createPersons(weights, ['calm', 'terse'], createRandom(1));
    const other = createPersons(weights, ['calm', 'terse'], createRandom(1));
    other(5);
    const [a, b] = [one(2), other(2)];
    expect([a.intent, a.temperament, a.random.next()]).toEqual([b.intent, b.temperament, b.random.next()]);
  });
});
