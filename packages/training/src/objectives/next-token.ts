/**
 * Next-token prediction: what all chat models begin with.
 *
 *   L = −1/T Σ_t log π(x_t | x_<t)        over all T tokens of the batch
 *
 * Nothing in it looks further than one token: a reply is as good as it is usual.
 *
 * Source: Radford et al. 2018, "Improving Language Understanding by Generative Pre-Training", equation 1.
 * @module
 */
import { batchOf } from './batch.ts';
import { type Learner, rateAt, type Spent } from './learner.ts';

/** Settings of the training. */
export interface NextTokenOptions {
  readonly steps: number;
  /** Peak step size. */
  readonly rate: number;
  /** The texts of a step, as many as the trainer has rows. */
  texts(step: number): readonly ArrayLike<number>[];
}

/** Trains. */
export async function nextToken(learner: Learner, { steps, rate, texts }: NextTokenOptions): Promise<Spent> {
  const { trainer, onStep, signal } = learner;
  let trained = 0;
  for (let step = 0; step < steps; step++) {
    signal?.throwIfAborted();
    const batch = textBatch(texts(step), trainer);
    const { loss } = await trainer.step(batch, rateAt(step, steps, rate));
    trained += batch.count;
    onStep({ step, tokens: trained, loss });
  }
  return { trained, sampled: 0 };
}

/** Whole texts as a batch in which every token but the first counts alike; the loss is the mean over tokens. */
export function textBatch(
  texts: readonly ArrayLike<number>[],
  size: { batch: number; length: number },
): ReturnType<typeof batchOf> {
  const counted = texts.reduce((sum, { length }) => sum + Math.min(length, size.length + 1) - 1, 0);
  const weight = texts.length / counted;
  return batchOf(
    texts.map((text) => ({ context: [text[0]], reply: Array.from(text).slice(1), weight })),
    size,
  );
}
