import { createRandom, type Random } from '@sente/engine';
import type { ModelShape, Weights } from '@sente/pocket';
import { describe, expect, it } from 'vitest';
import { DivergedError } from './descent.ts';
import { createEvaluator } from './evaluator.ts';
import { initialWeights } from './initial-weights.ts';
import { createTrainer, type TrainBatch, type Trainer } from './trainer.ts';

const shape: ModelShape = { layers: 2, width: 8, heads: 2, context: 40, vocabulary: 11 };
const size = { batch: 60, length: 40 };
const weights = (): Weights => initialWeights(shape, createRandom('start'));
const bytes = (model: Weights): string => JSON.stringify(Object.values(model).map(({ data }) => [...data]));

/** Texts of 0 to 40 tokens, of which the later half counts. */
function someBatch(random: Random, { batch, length } = size): TrainBatch {
  const tokens = new Int32Array(batch * length);
  const targets = new Int32Array(batch * length);
  const counts = new Float32Array(batch * length);
  for (let text = 0; text < batch; text++) {
    const used = random.integer(length + 1);
    for (let at = 0; at < used; at++) {
      tokens[text * length + at] = 1 + random.integer(10);
      targets[text * length + at] = 1 + random.integer(10);
      counts[text * length + at] = 2 * at >= used ? (random.next() - 0.3) / batch : 0;
    }
  }
  return { tokens, targets, weights: counts };
}

async function withTrainer<T>(use: (trainer: Trainer) => Promise<T>, options = {}): Promise<T> {
  const trainer = await createTrainer({ shape, ...size, ...options }, weights());
  try {
    return await use(trainer);
  } finally {
    await trainer.close();
  }
}

describe('trainer', () => {
  it('learns a text by heart, the same way each time', async () => {
    const short = { batch: 3, length: 5 };
    const random = createRandom('by heart');
    const tokens = Int32Array.from({ length: 15 }, () => random.integer(11));
    const targets = Int32Array.from({ length: 15 }, () => random.integer(11));
    const ones = new Float32Array(15).fill(1 / 15);
    const train = (): Promise<{ losses: number[]; model: string }> =>
      withTrainer(async (trainer) => {
        const losses: number[] = [];
        for (let step = 0; step < 150; step++)
          losses.push((await trainer.step({ tokens, targets, weights: ones }, 0.01)).loss);
        return { losses, model: bytes(trainer.weights()) };
      }, short);
    const one = await train();
    expect(one.losses[0]).toBeGreaterThan(2);
    expect(one.losses.at(-1)).toBeLessThan(0.6);
    expect((await train()).model).toBe(one.model);
  });

  it('finds the same in parts of like length as an evaluator finds, and nothing behind what counts', async () => {
    const batch = someBatch(createRandom('parts'));
    const { loss, logProbabilities } = await withTrainer((trainer) => trainer.step(batch, 0.01));
    const evaluator = await createEvaluator({ shape, ...size }, weights());
    const judged = await evaluator.run(batch.tokens, batch.targets);
    await evaluator.close();
    let sum = 0;
    batch.weights.forEach((weight, at) => {
      if (weight !== 0) expect(logProbabilities[at]).toBeCloseTo(judged.logProbabilities[at], 5);
      if (batch.targets[at] === 0) expect([logProbabilities[at], judged.entropies[at]]).toEqual([0, 0]);
      sum -= weight * judged.logProbabilities[at];
    });
    expect(loss).toBeCloseTo(sum, 5);
    expect(Math.abs(loss)).toBeGreaterThan(0.1);
  });

  it('goes down the gradient of the whole batch, cut to its greatest norm', async () => {
    const random = createRandom('gradient');
    const batch = someBatch(random);
    const model = weights();
    for (const { data } of Object.values(model))
      for (let at = 0; at < data.length; at++) data[at] = data[at] * 1.5 + 0.3 * (random.next() - 0.5);
    // The first moment after one step is a tenth of the gradient.
    const gradient = (clip: number): Promise<Record<string, Float32Array>> =>
      withTrainer(
        async (trainer) => {
          trainer.load(model);
          const { gradientNorm } = await trainer.step(batch, 0.01);
          expect(gradientNorm).toBeGreaterThan(0.5);
          const { moments } = trainer.saveState();
          return Object.fromEntries(
            Object.entries(moments).map(([name, { first }]) => [name, first.map((one) => 10 * one)]),
          );
        },
        { clip },
      );
    const whole = await gradient(1e9);
    const evaluator = await createEvaluator({ shape, ...size }, model);
    for (const [name, found] of Object.entries(whole)) {
      const direction = found.map(() => random.next() - 0.5);
      const lossAt = async (by: number): Promise<number> => {
        const data = model[name].data.map((one, at) => one + by * direction[at]);
        evaluator.load({ ...model, [name]: { ...model[name], data } });
        const { logProbabilities } = await evaluator.run(batch.tokens, batch.targets);
        return logProbabilities.reduce((sum, one, at) => sum - one * batch.weights[at], 0);
      };
      const h = 5e-4;
      const numeric = ((await lossAt(h)) - (await lossAt(-h))) / (2 * h);
      const along = found.reduce((sum, one, at) => sum + one * direction[at], 0);
      expect(Math.abs(numeric - along), `${name}: ${along} against ${numeric}`).toBeLessThan(
        0.01 * Math.abs(numeric) + 0.004,
      );
    }
    await evaluator.close();
    const cut = Object.values(await gradient(0.25)).reduce(
      (sum, one) => sum + one.reduce((all, entry) => all + entry * entry, 0),
      0,
    );
    expect(Math.sqrt(cut)).toBeCloseTo(0.25, 4);
  });

  it('takes the same step whatever the order of the texts, and however they are padded', async () => {
    const batch = someBatch(createRandom('order'));
    const turned = (numbers: Int32Array | Float32Array): number[] => {
      const rows = Array.from({ length: size.batch }, (_, at) => [
        ...numbers.subarray(at * size.length, (at + 1) * size.length),
      ]);
      return rows.reverse().flat();
    };
    const one = await withTrainer((trainer) => trainer.step(batch, 0.01));
    const other = await withTrainer((trainer) =>
      trainer.step(
        {
          tokens: Int32Array.from(turned(batch.tokens)),
          targets: Int32Array.from(turned(batch.targets)),
          weights: Float32Array.from(turned(batch.weights)),
        },
        0.01,
      ),
    );
    expect(other.gradientNorm).toBeCloseTo(one.gradientNorm, 5);
    expect(other.loss).toBeCloseTo(one.loss, 5);
    // All rows at full length: a weight too small to matter at each row's end.
    const weights = batch.weights.slice();
    for (let text = 1; text <= size.batch; text++) weights[text * size.length - 1] ||= 1e-20;
    const full = await withTrainer((trainer) => trainer.step({ ...batch, weights }, 0.01));
    expect(full.gradientNorm).toBeCloseTo(one.gradientNorm, 5);
    expect(full.loss).toBeCloseTo(one.loss, 5);
    expect(one.gradientNorm).toBeGreaterThan(0.05);
  });

  it('goes on where it was saved, byte for byte', async () => {
    const batches = [1, 2, 3, 4].map((seed) => someBatch(createRandom(seed)));
    const whole = await withTrainer(async (trainer) => {
      for (const batch of batches) await trainer.step(batch, 0.01);
      return bytes(trainer.weights());
    });
    const state = await withTrainer(async (trainer) => {
      for (const batch of batches.slice(0, 2)) await trainer.step(batch, 0.01);
      return trainer.saveState();
    });
    const [resumed, forgotten] = await withTrainer(async (trainer) => {
      trainer.loadState(state);
      for (const batch of batches.slice(2)) await trainer.step(batch, 0.01);
      const after = bytes(trainer.weights());
      trainer.load(state.weights);
      for (const batch of batches.slice(2)) await trainer.step(batch, 0.01);
      return [after, bytes(trainer.weights())];
    });
    expect(resumed).toBe(whole);
    expect(forgotten).not.toBe(whole);
  });

  it('shrinks matrices and leaves gains when nothing counts', async () => {
    const batch = { ...someBatch(createRandom('none')), weights: new Float32Array(size.batch * size.length) };
    const before = weights();
    const after = await withTrainer(
      async (trainer) => {
        expect(await trainer.step(batch, 0.5)).toMatchObject({ loss: 0, gradientNorm: 0 });
        return trainer.weights();
      },
      { decay: 0.1 },
    );
    before.embedding.data.forEach((one, at) => {
      expect(after.embedding.data[at]).toBeCloseTo(0.95 * one, 6);
    });
    expect([...after.norm.data]).toEqual([...before.norm.data]);
  });

  it('refuses batches of another size, texts beyond the context, and weights that are no numbers', async () => {
    await expect(createTrainer({ shape, batch: 2, length: 41 }, weights())).rejects.toThrow('context is 40');
    await withTrainer(async (trainer) => {
      const batch = someBatch(createRandom('refused'));
      const start = bytes(trainer.weights());
      await expect(trainer.step({ ...batch, targets: new Int32Array(3) }, 0.01)).rejects.toThrow('3 targets');
      const counts = batch.weights.slice().fill(Number.NaN, 0, 5);
      await expect(trainer.step({ ...batch, weights: counts }, 0.01)).rejects.toThrow(DivergedError);
      expect(bytes(trainer.weights())).toBe(start);
    });
  });
});
