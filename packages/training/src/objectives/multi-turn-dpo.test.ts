import { createRandom } from '@sente/engine';
import { createTokenizer, SHOP_WORDS } from '@sente/pocket';
import { describe, expect, it } from 'vitest';
import { multiTurnDpo } from './multi-turn-dpo.ts';
import { recording, toldEvaluator } from './recording-trainer.test.support.ts';
import { scriptedSampler } from './scripted-sampler.test.support.ts';

const tokenizer = createTokenizer(SHOP_WORDS);
const size = { batch: 10, length: 95 };

/** One step of five groups; replies hand over, or keep the user waiting, in turn. */
async function oneStep(beta: number, replies = ['i do not know .', 'well .']) {
  const sampler = scriptedSampler(tokenizer, {
    say: (_, row) => replies[row % replies.length],
    logProbability: (row, place) => -0.4 - 0.07 * row - 0.11 * place,
  });
  const recorded = recording(size, { sampler, tokenizer, random: createRandom(6) });
  const reference = toldEvaluator(size, { logProbability: (place) => -0.5 - 0.013 * (place % 31) });
  const spent = await multiTurnDpo(recorded.learner, {
    ...{ horizon: 2, steps: 1, groups: 5, group: 2, rate: 1, beta, reference },
  });
  return { ...recorded, spent, sampler, reference };
}

describe('multi-turn DPO', () => {
  it('has the weights of the gradient of its loss', async () => {
    const beta = 0.7;
    const { steps, reference } = await oneStep(beta);
    const [{ batch }] = steps;
    const { logProbabilities: base } = await reference.run(batch.tokens, batch.targets);
    const places = Array.from({ length: size.batch }, (_, row) =>
      Array.from({ length: size.length }, (_, at) => row * size.length + at).filter((at) => batch.weights[at] !== 0),
    );
    expect(places.every((some) => some.length > 1)).toBe(true);
    // Two rows for each group of two: who handed over was sampled as the first.
    const own = Float64Array.from(batch.weights);
    const handsOver = (row: number): boolean =>
      tokenizer.decode(places[row].map((at) => batch.targets[at])) === 'i do not know .';
    const sampledAs = (row: number): number => 2 * Math.floor(row / 2) + (handsOver(row) ? 0 : 1);
    places.forEach((some, row) => {
      some.forEach((at, place) => {
        own[at] = -0.4 - 0.07 * sampledAs(row) - 0.11 * place;
      });
    });
    const loss = (logs: Float64Array): number => {
      const gain = (row: number): number => places[row].reduce((sum, at) => sum + logs[at] - base[at], 0);
      let sum = 0;
      for (let pair = 0; pair < size.batch / 2; pair++) {
        sum += Math.log(1 + Math.exp(-beta * (gain(2 * pair) - gain(2 * pair + 1))));
      }
      return sum / (size.batch / 2);
    };
    for (const at of places.flat()) {
      const moved = (by: number): number => loss(own.map((one, place) => (place === at ? one + by : one)));
      // The trainer goes down Σ w (−log p): a weight is the loss's slope, turned around.
      expect(batch.weights[at]).toBeCloseTo(-(moved(1e-5) - moved(-1e-5)) / 2e-5, 5);
    }
    expect(places.every((some, row) => Math.sign(batch.weights[some[0]]) === (row % 2 === 0 ? 1 : -1))).toBe(true);
  });

  it('prefers what the conversation made better, and takes no step where all was worth the same', async () => {
    const { steps, sampler, spent } = await oneStep(0.1);
    const [{ batch }] = steps;
    const said = Array.from({ length: size.batch }, (_, row) => {
      const at = Array.from({ length: size.length }, (_, place) => row * size.length + place);
      return tokenizer.decode(at.filter((place) => batch.weights[place] !== 0).map((place) => batch.targets[place]));
    });
    expect(new Set(said)).toEqual(new Set(['i do not know .', 'well .']));
    expect(sampler.loaded).toBe(1);
    expect(spent.trained).toBeGreaterThan(0);

    const same = await oneStep(0.1, ['i do not know .']);
    expect(same.steps).toEqual([]);
    expect(same.spent.trained).toBe(0);
    expect(same.points).toHaveLength(1);
  });
});
