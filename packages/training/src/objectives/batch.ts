/**
 * Replies with weights as a batch for the trainer.
 * @module
 */
import { special } from '@sente/pocket';
import type { TrainBatch } from '../net/trainer.ts';

/** A reply in its context; each of its tokens counts with the weight, which may be negative. */
export interface Weighted {
  readonly context: readonly number[];
  readonly reply: readonly number[];
  /** One for all tokens, or one each. */
  readonly weight: number | readonly number[];
}

/** A batch, and how many of its tokens are no padding. */
export interface CountedBatch extends TrainBatch {
  readonly count: number;
}

/**
 * Puts one text in a row, cut at the row's end; rows that are left are padding. The loss is 1/N Σ weight · (−log p), N the
 * number of texts. Throws RangeError when there are more texts than rows.
 */
export function batchOf(texts: readonly Weighted[], size: { batch: number; length: number }): CountedBatch {
  const { batch, length } = size;
  if (texts.length > batch) throw new RangeError(`${texts.length} texts do not fit into ${batch} rows`);
  const tokens = new Int32Array(batch * length).fill(special('<pad>'));
  const targets = new Int32Array(batch * length).fill(special('<pad>'));
  const weights = new Float32Array(batch * length);
  let count = 0;
  texts.forEach(({ context, reply, weight }, row) => {
    const text = [...context, ...reply].slice(0, length + 1);
    for (let at = 0; at + 1 < text.length; at++) {
      const place = row * length + at;
      tokens[place] = text[at];
      targets[place] = text[at + 1];
      const inReply = at + 1 - context.length;
      if (inReply >= 0) weights[place] = (typeof weight === 'number' ? weight : weight[inReply]) / texts.length;
      count++;
    }
  });
  return { tokens, targets, weights, count };
}
