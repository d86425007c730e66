import { createRandom } from '@sente/engine';
import { createTokenizer, SHOP_WORDS, special } from '@sente/pocket';
import { describe, expect, it } from 'vitest';
import { batchOf } from './batch.ts';
import { rateAt } from './learner.ts';
import { multiTurn, tied } from './multi-turn.ts';
import { nextToken } from './next-token.ts';
import { recording, toldEvaluator } from './recording-trainer.test.support.ts';
import { scriptedSampler } from './scripted-sampler.test.support.ts';
import type { Trial } from './trial.ts';
import { uncertainty } from './uncertainty.ts';

const tokenizer = createTokenizer(SHOP_WORDS);
const replies = ['i do not know .', 'well .', 'which colour ?', 'which size ?'];
const sampler = () => scriptedSampler(tokenizer, (_, row) => replies[row % 4]);

describe('the tie to the base', () => {
  const size = { batch: 3, length: 6 };
  const trial = (context: number[], reply: number[], logProbabilities: number[]): Trial =>
    ({ context, reply, logProbabilities }) as unknown as Trial;
  const trials = [
    trial([2, 20], [21, 4], [-0.5, -1.5]),
    trial([2], [22, 23, 24, 25, 26, 27, 4], [1, 2, 3, 4, 5, 6, 7]),
  ];
  const batch = batchOf(
    [...trials.map(({ context, reply }) => ({ context, reply, weight: 1 })), { context: [2], reply: [9], weight: 3 }],
    size,
  );
  const reference = toldEvaluator(size, { logProbability: (place) => -place });

  it('takes β log π/π₀ off the weight of each token of a reply, and leaves all else', async () => {
    const { weights, targets, count } = await tied(batch, trials, 0.2, reference);
    const moved = Array.from(weights, (weight, place) => (weight - batch.weights[place]) / (-0.2 / 2));
    const expected = new Array(18).fill(0);
    expected[1] = -0.5 + 1;
    expected[2] = -1.5 + 2;
    // The second reply is longer than the row: what was cut off is not counted.
    [6, 7, 8, 9, 10, 11].forEach((place, at) => {
      expected[place] = at + 1 + place;
    });
    moved.forEach((one, place) => {
      expect(one).toBeCloseTo(expected[place], 4);
    });
    expect([targets, count]).toEqual([batch.targets, batch.count]);
  });

  it('is nothing for β = 0, and for a model that is the base still', async () => {
    expect(await tied(batch, trials, 0, reference)).toBe(batch);
    const same = toldEvaluator(size, { logProbability: () => -1 });
    const still = trials.map(({ context, reply }) =>
      trial(
        [...context],
        [...reply],
        reply.map(() => -1),
      ),
    );
    expect((await tied(batch, still, 0.5, same)).weights).toEqual(batch.weights);
  });
});

describe('a training', () => {
  const size = { batch: 12, length: 95 };
  const reference = toldEvaluator(size, {});
  const random = () => createRandom(8);

  it('by horizon takes a step a sample, loads the sampler behind each, and counts what it costs', async () => {
    const spoken = sampler();
    const { learner, steps, points } = recording(size, { sampler: spoken, tokenizer, random: random() });
    const spent = await multiTurn(learner, { horizon: 2, steps: 5, group: 4, rate: 0.1, tie: 0, reference });
    expect(steps.map(({ rate }) => rate)).toEqual([0, 1, 2, 3, 4].map((step) => rateAt(step, 5, 0.1)));
    expect(spoken.loaded).toBe(5);
    expect(points.map(({ step }) => step)).toEqual([0, 1, 2, 3, 4]);
    expect(points.at(-1)?.tokens).toBe(spent.trained + spent.sampled);
    for (const { batch } of steps) {
      // Advantages of a group sum to 0; its rows stand together.
      for (let group = 0; group < 3; group++) {
        const first = Array.from({ length: 4 }, (_, k) => {
          const row = 4 * group + k;
          return batch.weights.slice(row * 95, (row + 1) * 95).find((one) => one !== 0) ?? 0;
        });
        expect(first.reduce((sum, one) => sum + one, 0)).toBeCloseTo(0, 5);
      }
      expect(batch.weights.some((one) => one > 0)).toBe(true);
    }
  });

  it('with horizon 0 costs less than one that looks ahead, with as many replies', async () => {
    const spentBy = async (horizon: number) => {
      const { learner } = recording(size, { sampler: sampler(), tokenizer, random: random() });
      return multiTurn(learner, { horizon, steps: 2, group: 4, rate: 0.1, tie: 0.1, reference });
    };
    const costs = await Promise.all([0, 2, 3].map(spentBy));
    expect(costs[0].sampled).toBeLessThan(costs[1].sampled);
    expect(costs[1].sampled).toBeLessThan(costs[2].sampled);
  });

  it('of forecasts adds two rows a group behind the replies, which together weigh as much as the group', async () => {
    const { learner, steps } = recording(size, { sampler: sampler(), tokenizer, random: random() });
    await uncertainty(learner, { steps: 1, group: 4, rate: 0.1, tie: 0.1, reference });
    const [{ batch }] = steps;
    for (const row of [8, 9, 10, 11]) {
      const at = Array.from({ length: 95 }, (_, place) => row * 95 + place);
      const outcome = at.find((place) => batch.tokens[place] === special('<outcome>'))!;
      expect(batch.targets[outcome]).toBe(special(row % 2 === 0 ? '<good>' : '<bad>'));
      expect(at.filter((place) => batch.weights[place] !== 0 && place !== outcome)).toEqual([]);
    }
    const forecasts = batch.weights.slice(8 * 95).reduce((sum, one) => sum + one, 0);
    expect(forecasts).toBeCloseTo((2 * 4) / 12, 5);
  });

  it('stops between two steps when it is told to', async () => {
    const stop = new AbortController();
    const parts = { sampler: sampler(), tokenizer, random: random(), signal: stop.signal };
    const { learner, steps } = recording(size, parts);
    const texts = (step: number) => {
      if (step === 2) stop.abort(new Error('enough'));
      return [[2, 20, 21]];
    };
    await expect(nextToken(learner, { steps: 9, rate: 1, texts })).rejects.toThrow('enough');
    expect(steps).toHaveLength(3);
    await expect(multiTurn(learner, { horizon: 0, steps: 1, group: 4, rate: 1, tie: 0, reference })).rejects.toThrow();
  });
});
