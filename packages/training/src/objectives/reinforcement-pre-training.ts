/**
 * Reinforcement pre-training: think before the next token, and be rewarded when the prediction is what the text says.
 *
 *   r_k = 1 if guess_k = x_t else 0                                   prefix matching
 *   r_k = log π(x_t | x_<t, thought_k) − log π(x_t | x_<t)            information gain, a reward for every thought
 *
 * Places are picked by the entropy that a proxy (the base) has there; G thoughts a place; group-relative advantages.
 * A short supervised start shows what a thought looks like: words of the context, repeated.
 *
 * Source: Dong et al. 2025, "Reinforcement Pre-Training", arXiv 2506.08007, equations 2 to 4. The dense form is the
 * information-gain reward of Hatamizadeh et al. 2025, "RLP", arXiv 2510.01265.
 * @module
 */
import type { Random } from '@sente/engine';
import { special } from '@sente/pocket';
import type { Evaluator } from '../net/evaluator.ts';
import { batchOf, type Weighted } from './batch.ts';
import { type Learner, rateAt, SPEAKING, type Spent } from './learner.ts';
import { textBatch } from './next-token.ts';
import { Plain, THOUGHT_LIMIT, Thought } from './thought.ts';

/** Settings of the training. */
export interface ReinforcementPreTrainingOptions {
  readonly reward: 'prefix-matching' | 'information-gain';
  /** Steps of the supervised start; part of the budget. */
  readonly start: number;
  readonly steps: number;
  /** Thoughts at a place; the trainer's batch holds a whole number of groups. */
  readonly group: number;
  readonly rate: number;
  /** Least entropy of the proxy at a place, in nats. */
  readonly entropy: number;
  /** Says how unsure the base is. */
  readonly proxy: Evaluator;
  /** The texts of a step, as many as the trainer has rows. */
  texts(step: number): readonly ArrayLike<number>[];
}

/** Trains. */
export async function reinforcementPreTraining(
  learner: Learner,
  options: ReinforcementPreTrainingOptions,
): Promise<Spent> {
  const { trainer, sampler, random, onStep, signal } = learner;
  const { reward, start, steps, group, rate, texts } = options;
  let trained = 0;
  let sampled = 0;
  for (let step = 0; step < start + steps; step++) {
    signal?.throwIfAborted();
    const dice = random.split('thoughts').split(step);
    const places = await hardPlaces(texts(step), options, trainer.length, dice);
    if (step < start) {
      const shown = places.map(({ text, at }, k) => withThought(text, at, dice.split(`shown ${k}`)));
      const batch = textBatch(shown.slice(0, trainer.batch), trainer);
      const { loss } = await trainer.step(batch, rateAt(step, start, rate));
      trained += batch.count;
      onStep({ step, tokens: trained + sampled, loss });
    } else {
      const chosen = places.slice(0, trainer.batch / group);
      const groups = chosen.map(({ text, at }, k) =>
        Array.from({ length: group }, (_, one) => {
          return new Thought(Array.from(text).slice(0, at), text[at], dice.split(k * group + one));
        }),
      );
      const plain = chosen.map(({ text, at }) => new Plain(Array.from(text).slice(0, at), text[at], dice));
      const cost = await sampler.sample([...groups.flat(), ...plain], SPEAKING);
      sampled += cost.read + cost.sampled;
      const rewardOf = ({ guess, target, score }: Thought, k: number): number => {
        return reward === 'prefix-matching' ? Number(guess === target) : score - plain[k].score;
      };
      const rows = groups.flatMap((thoughts, k): Weighted[] => {
        const rewards = thoughts.map((thought) => rewardOf(thought, k));
        const mean = rewards.reduce((sum, one) => sum + one, 0) / rewards.length;
        return thoughts.map((thought, one) => ({
          context: thought.before,
          // The gain is of the thought alone: what is guessed behind it is learnt as the text has it.
          reply: reward === 'prefix-matching' ? thought.reply : [...thought.thought, thought.target],
          weight:
            reward === 'prefix-matching'
              ? rewards[one] - mean
              : [...thought.thought.map(() => rewards[one] - mean), 1 / group],
        }));
      });
      const batch = batchOf(rows, trainer);
      await trainer.step(batch, rateAt(step - start, steps, rate));
      trained += batch.count;
      const all = groups.flatMap((thoughts, k) => thoughts.map((thought) => rewardOf(thought, k)));
      onStep({ step, tokens: trained + sampled, reward: all.reduce((sum, one) => sum + one, 0) / all.length });
    }
    sampler.load(trainer.weights());
  }
  return { trained, sampled };
}

/** A place in a text. */
export interface Place {
  readonly text: ArrayLike<number>;
  /** Of the token that is to be predicted. */
  readonly at: number;
}

/** One place in each text at which the proxy is unsure enough, drawn among those; texts without one are left out. */
async function hardPlaces(
  texts: readonly ArrayLike<number>[],
  { proxy, entropy }: ReinforcementPreTrainingOptions,
  length: number,
  dice: Random,
): Promise<Place[]> {
  const batch = textBatch(texts, proxy);
  const { entropies } = await proxy.run(batch.tokens, batch.targets);
  return texts.flatMap((text, row): Place[] => {
    const hard: number[] = [];
    // A thought, its marks and the guess must fit behind the place.
    for (let at = 1; at < Math.min(text.length, length - THOUGHT_LIMIT - 3); at++) {
      if (entropies[row * proxy.length + at - 1] > entropy) hard.push(at);
    }
    return hard.length === 0 ? [] : [{ text, at: dice.split(`place ${row}`).pick(hard) }];
  });
}

/** The text with a thought in front of a place: up to three words that were said before. */
function withThought(text: ArrayLike<number>, at: number, dice: Random): number[] {
  const tokens = Array.from(text);
  const words = tokens.slice(0, at).filter((token) => token > special('</think>'));
  const count = words.length === 0 ? 0 : 1 + dice.integer(THOUGHT_LIMIT - 2);
  const thought = Array.from({ length: count }, () => dice.pick(words));
  return [...tokens.slice(0, at), special('<think>'), ...thought, special('</think>'), ...tokens.slice(at)];
}
