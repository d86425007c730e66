import { createRandom } from '@sente/engine';
import { createPocketModel, special } from '@sente/pocket';
import { describe, expect, it } from 'vitest';
import { decidedWeights, SHAPE } from '../sampler/sampler.test.support.ts';
import { createSampler } from '../sampler/sampler.ts';
import { SPEAKING } from './learner.ts';
import { Plain, THOUGHT_LIMIT, Thought } from './thought.ts';

const [THINK, DONE] = [special('<think>'), special('</think>')];
const heard = (tokens: number[], first = new Float32Array(30)) => ({
  ...{ tokens, first, finished: true },
  logProbabilities: tokens.map(() => -1),
});

describe('a thought', () => {
  it('is written to its end, then one token is guessed behind it', () => {
    const thought = new Thought([2, 20, 21], 22, createRandom(1));
    expect(thought.next()).toEqual([2, 20, 21, THINK]);
    expect([thought.limit, thought.stop]).toEqual([THOUGHT_LIMIT, DONE]);
    thought.heard(heard([20, DONE]));
    expect(thought.next()).toEqual([]);
    expect(thought.limit).toBe(1);
    const first = new Float32Array(30).fill(-9);
    first[22] = -0.3;
    thought.heard(heard([25], first));
    expect(thought.next()).toBeUndefined();
    expect(thought.score).toBeCloseTo(-0.3, 6);
    expect(thought.before).toEqual([2, 20, 21, THINK]);
    expect(thought.reply).toEqual([20, DONE, 25]);
  });

  it('that comes to no end is ended', () => {
    const thought = new Thought([2], 22, createRandom(1));
    thought.next();
    thought.heard(heard([20, 21, 20, 21, 20]));
    expect(thought.next()).toEqual([DONE]);
    thought.heard(heard([22]));
    expect(thought.reply).toEqual([20, 21, 20, 21, 20, DONE, 22]);
  });

  it('is scored as the model has it: log π(target | context, thought), and without one log π(target | context)', async () => {
    const weights = decidedWeights();
    const sampler = await createSampler({ shape: SHAPE, slots: 7 }, weights);
    const dice = createRandom('thoughts');
    const contexts = Array.from({ length: 24 }, (_, k) => {
      return Array.from({ length: 1 + (k % 9) }, () => 10 + dice.integer(13));
    });
    const thoughts = contexts.map((context, k) => new Thought(context, 10 + (k % 13), dice.split(k)));
    const plain = contexts.map((context, k) => new Plain(context, 10 + (k % 13), dice));
    await sampler.sample([...thoughts, ...plain], SPEAKING);
    await sampler.close();
    const model = createPocketModel(SHAPE, weights);
    for (const { before, thought, target, score, guess } of thoughts) {
      expect(thought.length).toBeLessThanOrEqual(THOUGHT_LIMIT + 1);
      expect(thought.indexOf(DONE)).toBe(thought.length - 1);
      expect(score).toBeCloseTo(model.begin().read([...before, ...thought])[target], 4);
      expect(guess).toBeGreaterThanOrEqual(0);
    }
    for (const { context, target, score } of plain) expect(score).toBeCloseTo(model.begin().read(context)[target], 4);
    expect(new Set(thoughts.map(({ thought }) => thought.length)).size).toBeGreaterThan(1);
  });
});
