import { createRandom } from '@sente/engine';
import { TOKEN_SPLITS } from '@sente/lab';
import { createPocketModel, special } from '@sente/pocket';
import { describe, expect, it } from 'vitest';
import { createEvaluator } from '../net/evaluator.ts';
import { THOUGHT_LIMIT } from '../objectives/thought.ts';
import { decidedWeights, SHAPE } from '../sampler/sampler.test.support.ts';
import { createSampler } from '../sampler/sampler.ts';
import { countedPlaces, plainAccuracy, thinkingAccuracy } from './next-token-accuracy.ts';

const dice = createRandom('texts');
const texts = Array.from({ length: 7 }, () =>
  Array.from({ length: 5 + dice.integer(9) }, () => 10 + dice.integer(SHAPE.vocabulary - 10)),
);
/** Surer of themselves by the last gain alone, so that all three splits have places. */
const SURER = 2;
const weights = Object.fromEntries(
  Object.entries(decidedWeights()).map(([name, { shape, data }]) => [
    name,
    { shape, data: name === 'norm' ? data.map((one) => one * SURER) : data },
  ]),
);
const model = createPocketModel(SHAPE, weights);
const logsAfter = (tokens: readonly number[]): number[] => Array.from(model.begin().read(tokens));
const likeliest = (tokens: readonly number[]): number => {
  const logs = logsAfter(tokens);
  return logs.indexOf(Math.max(...logs));
};
const entropyAfter = (tokens: readonly number[]): number =>
  logsAfter(tokens).reduce((sum, log) => sum - Math.exp(log) * log, 0);

/** By hand, place after place. */
function byHand(guess: (before: readonly number[]) => number) {
  return texts.map((text) => {
    const counts = { easy: [0, 0], medium: [0, 0], hard: [0, 0] };
    for (let at = 1; at < text.length; at++) {
      const entropy = entropyAfter(text.slice(0, at));
      for (const split of ['easy', 'medium', 'hard'] as const) {
        if (entropy <= TOKEN_SPLITS[split]) continue;
        counts[split][1]++;
        if (guess(text.slice(0, at)) === text[at]) counts[split][0]++;
      }
    }
    return counts;
  });
}

describe('next-token accuracy', () => {
  it('counts the places by entropy, and how many the likeliest token gets right', async () => {
    const evaluator = await createEvaluator({ shape: SHAPE, batch: 3, length: 16 }, weights);
    const places = await countedPlaces(texts, evaluator);
    for (const { text, at, entropy } of places) expect(entropy).toBeCloseTo(entropyAfter(texts[text].slice(0, at)), 3);
    const found = await plainAccuracy(texts, places, evaluator);
    await evaluator.close();
    expect(found).toEqual(byHand(likeliest));
    const sum = (split: 'easy' | 'medium' | 'hard', of: 0 | 1) => found.reduce((all, one) => all + one[split][of], 0);
    expect(sum('easy', 0)).toBeGreaterThan(0);
    expect(sum('hard', 1)).toBeGreaterThan(0);
    expect(sum('easy', 1)).toBeGreaterThan(sum('medium', 1));
    expect(sum('medium', 1)).toBeGreaterThan(sum('hard', 1));
  });

  it('with a thought first takes what is likeliest behind the likeliest thought', async () => {
    const evaluator = await createEvaluator({ shape: SHAPE, batch: 3, length: 16 }, weights);
    const places = await countedPlaces(texts, evaluator);
    await evaluator.close();
    const sampler = await createSampler({ shape: SHAPE, slots: 5 }, weights);
    const found = await thinkingAccuracy(texts, places, sampler, createRandom(1));
    await sampler.close();
    const thought = (before: readonly number[]): number => {
      const tokens = [...before, special('<think>')];
      for (let word = 0; word < THOUGHT_LIMIT && tokens.at(-1) !== special('</think>'); word++) {
        tokens.push(likeliest(tokens));
      }
      if (tokens.at(-1) !== special('</think>')) tokens.push(special('</think>'));
      return likeliest(tokens);
    };
    expect(found).toEqual(byHand(thought));
    expect(found).not.toEqual(byHand(likeliest));
  });
});
