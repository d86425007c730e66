/**
 * The pocket transformer trained and sampled by both sides in turns, from the same weights with the same batches.
 * @module
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createRandom } from '@sente/engine';
import { type ModelShape, type Weights, weightShapes } from '@sente/pocket';
import { initialWeights } from '../../packages/training/src/net/initial-weights.ts';
import { createTrainer, type Trainer } from '../../packages/training/src/net/trainer.ts';
import { createSampler, type Row, type Sampler } from '../../packages/training/src/sampler/sampler.ts';
import type { PyTorch } from './pytorch.ts';

/** What is raced. */
export interface Course {
  readonly shape: ModelShape;
  /** Texts of a training batch, each as long as the context. */
  readonly batch: number;
  /** Training steps of a round. */
  readonly steps: number;
  readonly rounds: number;
  readonly threads: number;
}

/** Tokens a second, by round. */
export interface Speeds {
  readonly ours: readonly number[];
  /** Of each PyTorch. */
  readonly theirs: readonly (readonly number[])[];
}

/** Texts that are sampled at once, and how often in a round. */
const TEXTS = 64;
const TIMES = 4;
const PROMPT = 8;
const RATE = 1e-3;
/** Milliseconds. Threads of the side that has just worked spin for a while before they sleep. */
const REST = 100;
const random = createRandom(1);

const tokensOf = (shape: ModelShape, count: number, label: string): number[] => {
  const dice = random.split(label);
  return Array.from({ length: count }, () => dice.integer(shape.vocabulary));
};
const inRows = (tokens: readonly number[], length: number): number[][] =>
  Array.from({ length: tokens.length / length }, (_, row) => tokens.slice(row * length, (row + 1) * length));

/** Has both sides agree, then races them. Throws when they do not. */
export async function race(
  torches: readonly PyTorch[],
  course: Course,
): Promise<Record<'training' | 'sampling', Speeds>> {
  const { shape, batch, steps, rounds, threads } = course;
  const length = shape.context;
  const weights = initialWeights(shape, random.split('weights'));
  await give(torches, shape, weights);
  const trainer = await createTrainer({ shape, batch, length, threads }, weights);
  const sampler = await createSampler({ shape, slots: TEXTS, threads }, weights);
  const tokens = tokensOf(shape, batch * length, 'tokens');
  const targets = tokensOf(shape, batch * length, 'targets');
  const prompts = inRows(tokensOf(shape, TEXTS * PROMPT, 'prompts'), PROMPT);
  const training = { do: 'train', tokens: inRows(tokens, length), targets: inRows(targets, length), rate: RATE };
  const train = async (trained: number): Promise<number> => {
    const even = new Float32Array(tokens.length).fill(1 / tokens.length);
    const given = { tokens: Int32Array.from(tokens), targets: Int32Array.from(targets), weights: even };
    let first = 0;
    for (let step = 0; step < trained; step++) {
      const { loss } = await trainer.step(given, RATE);
      if (step === 0) first = loss;
    }
    return first;
  };
  const timed = async (work: () => Promise<unknown>): Promise<number> => {
    await wait(REST);
    const started = performance.now();
    await work();
    return (performance.now() - started) / 1000;
  };

  // This warms all of them up, too.
  const likeliest = await fill(sampler, prompts, 0);
  const loss = await train(1);
  for (const torch of torches) {
    const { texts } = await torch.ask<{ texts: number[][] }>({ do: 'sample', prompts, temperature: 0, times: 1 });
    const same = likeliest.filter((text, at) => text.join() === texts[at].join()).length;
    if (same < 0.9 * TEXTS) throw new Error(`only ${same} of ${TEXTS} likeliest texts are the same on both sides`);
    const other = await torch.ask<{ loss: number }>({ ...training, steps: 1 });
    if (!(Math.abs(loss - other.loss) < 1e-4)) throw new Error(`losses differ: ${loss}, PyTorch ${other.loss}`);
  }

  const speeds = () => ({ ours: [] as number[], theirs: torches.map((): number[] => []) });
  const found = { training: speeds(), sampling: speeds() };
  const trained = steps * tokens.length;
  const drawn = TIMES * TEXTS * (length - PROMPT);
  for (let round = 0; round < rounds; round++) {
    found.training.ours.push(trained / (await timed(() => train(steps))));
    for (const [at, torch] of torches.entries()) {
      await wait(REST);
      found.training.theirs[at].push(trained / (await torch.ask<Timed>({ ...training, steps })).seconds);
    }
    found.sampling.ours.push(drawn / (await timed(() => fill(sampler, Array(TIMES).fill(prompts).flat(), 1))));
    for (const [at, torch] of torches.entries()) {
      await wait(REST);
      const { seconds } = await torch.ask<Timed>({ do: 'sample', prompts, temperature: 1, times: TIMES });
      found.sampling.theirs[at].push(drawn / seconds);
    }
  }
  await close(trainer, sampler);
  return found;
}

interface Timed {
  readonly seconds: number;
}

async function close(...all: readonly (Trainer | Sampler)[]): Promise<void> {
  for (const one of all) await one.close();
}

/** Fills the context of all texts; these, without their prompts. */
async function fill(sampler: Sampler, prompts: readonly number[][], temperature: number): Promise<number[][]> {
  const texts: number[][] = [];
  const rows = prompts.map((prompt, text): Row => {
    let isRead = false;
    return {
      random: random.split(`text ${text}`),
      next() {
        if (isRead) return undefined;
        isRead = true;
        return prompt;
      },
      heard({ tokens }) {
        texts[text] = [...tokens];
      },
    };
  });
  await sampler.sample(rows, { temperature, stop: -1, limit: sampler.shape.context });
  return texts;
}

/** All weights behind one another in a file, which the other side reads. */
async function give(torches: readonly PyTorch[], shape: ModelShape, weights: Weights): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'train-against-pytorch-'));
  const file = join(folder, 'weights');
  const bytes = ({ buffer, byteOffset, byteLength }: Float32Array): Uint8Array =>
    new Uint8Array(buffer, byteOffset, byteLength);
  try {
    writeFileSync(file, Buffer.concat(Object.keys(weightShapes(shape)).map((name) => bytes(weights[name].data))));
    for (const torch of torches) await torch.ask({ do: 'load', shape, weights: file });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
