import { createRandom } from '@sente/engine';
import { createTokenizer, SHOP_WORDS, special } from '@sente/pocket';
import { describe, expect, it } from 'vitest';
import type { Row, Sampler } from '../sampler/sampler.ts';
import { recording, toldEvaluator } from './recording-trainer.test.support.ts';
import { reinforcementPreTraining } from './reinforcement-pre-training.ts';
import { Plain, Thought } from './thought.ts';

const tokenizer = createTokenizer(SHOP_WORDS);
const [THINK, DONE] = [special('<think>'), special('</think>')];
const size = { batch: 6, length: 20 };
const GROUP = 3;
/** Only the fourth token of each text is hard for the proxy. */
const proxy = toldEvaluator(size, { entropy: (place) => (place % size.length === 3 ? 2 : 0.1) });
const text = [special('<user>'), 30, 31, 32, 33, 34, special('<end>')];

/** Every thought is one word; the first of three guesses right, and the second makes the target likelier. */
const sampler = {
  load: () => {},
  async sample(rows: readonly Row[]) {
    rows.forEach((row, at) => {
      const first = new Float32Array(tokenizer.size).fill(-2);
      if (row instanceof Thought && at % GROUP === 1) first[row.target] = -0.5;
      for (let turn = 0; row.next(); turn++) {
        const guess = row instanceof Thought && at % GROUP === 0 ? row.target : 40;
        const tokens = row instanceof Plain ? [] : turn === 0 ? [30, DONE] : [guess];
        row.heard({ tokens, logProbabilities: tokens.map(() => -1), first, finished: true });
      }
    });
    return { read: 5, sampled: 2 };
  },
} as Partial<Sampler> as Sampler;

async function trained(reward: 'prefix-matching' | 'information-gain', start: number, steps: number) {
  const recorded = recording(size, { sampler, tokenizer, random: createRandom(1) });
  const options = { reward, start, steps, group: GROUP, rate: 1, entropy: 0.5, proxy };
  const texts = () => Array.from({ length: size.batch }, () => text);
  const spent = await reinforcementPreTraining(recorded.learner, { ...options, texts });
  return { ...recorded, spent };
}

describe('reinforcement pre-training', () => {
  it('begins by showing thoughts of words that were said, before the places that are hard', async () => {
    const { steps, points } = await trained('prefix-matching', 1, 0);
    const [{ batch }] = steps;
    for (let row = 0; row < size.batch; row++) {
      const tokens = [...batch.tokens.slice(row * size.length, (row + 1) * size.length)];
      expect(tokens.slice(0, 5)).toEqual([...text.slice(0, 4), THINK]);
      const end = tokens.indexOf(DONE);
      for (const word of tokens.slice(5, end)) expect([30, 31, 32]).toContain(word);
      expect(end).toBeGreaterThan(5);
      expect(end).toBeLessThan(9);
      expect(tokens.slice(end + 1, end + 3)).toEqual([33, 34]);
    }
    expect(points[0].loss).toBe(1);
  });

  it('rewards thoughts whose guess is what the text says', async () => {
    const { steps, points, spent } = await trained('prefix-matching', 0, 1);
    expect(points[0].reward).toBeCloseTo(1 / 3, 12);
    expect(spent.sampled).toBe(7);
    const [{ batch }] = steps;
    for (let row = 0; row < size.batch; row++) {
      const at = (place: number): number => row * size.length + place;
      // Thought, its end, and the guess: places 4 to 6 predict them.
      const weight = ((row % GROUP === 0 ? 1 : 0) - 1 / 3) / size.batch;
      for (const place of [4, 5, 6]) expect(batch.weights[at(place)]).toBeCloseTo(weight, 6);
      expect(batch.targets[at(6)]).toBe(row % GROUP === 0 ? 33 : 40);
      expect(batch.weights.slice(at(0), at(4)).every((one) => one === 0)).toBe(true);
    }
  });

  it('rewards thoughts by what they add to the log-probability of the text, which is learnt as it is', async () => {
    const { steps, points } = await trained('information-gain', 0, 1);
    expect(points[0].reward).toBeCloseTo(1.5 / 3, 6);
    const [{ batch }] = steps;
    for (let row = 0; row < size.batch; row++) {
      const at = (place: number): number => row * size.length + place;
      const weight = ((row % GROUP === 1 ? 1.5 : 0) - 0.5) / size.batch;
      for (const place of [4, 5]) expect(batch.weights[at(place)]).toBeCloseTo(weight, 6);
      expect(batch.targets[at(6)]).toBe(33);
      expect(batch.weights[at(6)]).toBeCloseTo(1 / GROUP / size.batch, 6);
    }
  });
});
