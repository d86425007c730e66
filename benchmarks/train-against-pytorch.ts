/**
 * Training and sampling of the pocket transformer, tokens a second: ours (graphs on onnxruntime) against PyTorch, the same
 * model from the same weights with the same batches, on the same machine in the same run, with one thread and with two.
 *
 *   apt-get install python3-torch libopenblas0-pthread
 *   npm run -s bench benchmarks/train-against-pytorch.ts [--python /usr/bin/python3] [--rounds 5] [--threads 1,2]
 *
 * Both take turns, five rounds each; medians. Before anything is timed both must agree: on the loss of the first batch, and on
 * the likeliest texts. Training: whole texts, AdamW, the gradient's norm clipped; its tokens are those trained on. Sampling: 64
 * texts at once from prompts of 8 tokens until the context is full, at temperature 1; its tokens are those drawn.
 * Without libopenblas0-pthread Debian's PyTorch multiplies with the reference BLAS, which is many times slower: that is said,
 * and is no fair comparison. Without PyTorch nothing is measured, exit code 2. Claim: at least as fast in all of it.
 * @module
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createRandom } from '@sente/engine';
import { type ModelShape, parameterCount, type Weights, weightShapes } from '@sente/pocket';
import { initialWeights } from '../packages/training/src/net/initial-weights.ts';
import { createTrainer, type TrainBatch } from '../packages/training/src/net/trainer.ts';
import { createSampler, type Row, type Sampler } from '../packages/training/src/sampler/sampler.ts';
import { NoPyTorchError, type PyTorch, startPyTorch } from './support/pytorch.ts';

const { values: settings } = parseArgs({
  options: {
    python: { type: 'string', default: '/usr/bin/python3' },
    rounds: { type: 'string', default: '5' },
    threads: { type: 'string', default: '1,2' },
  },
});
/** The experiment's model, and that of ten times its size. */
const MODELS: readonly { readonly shape: ModelShape; readonly batch: number; readonly steps: number }[] = [
  { shape: { layers: 2, width: 64, heads: 4, context: 96, vocabulary: 320 }, batch: 64, steps: 6 },
  { shape: { layers: 4, width: 128, heads: 4, context: 128, vocabulary: 1000 }, batch: 16, steps: 4 },
];
const TEXTS = 64;
const PROMPT = 8;
/** Threads of the side that has just worked spin for a while before they sleep. */
const REST = 100;
const random = createRandom(1);
const folder = mkdtempSync(join(tmpdir(), 'train-against-pytorch-'));

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
const tokensOf = (shape: ModelShape, count: number, label: string): number[] => {
  const dice = random.split(label);
  return Array.from({ length: count }, () => dice.integer(shape.vocabulary));
};
const inRows = (tokens: readonly number[], length: number): number[][] =>
  Array.from({ length: tokens.length / length }, (_, row) => tokens.slice(row * length, (row + 1) * length));

/** All weights behind one another in a file, as the other side reads them. */
function store(name: string, shape: ModelShape, weights: Weights): string {
  const file = join(folder, name);
  writeFileSync(file, Buffer.concat(Object.keys(weightShapes(shape)).map((key) => bytes(weights[key].data))));
  return file;
}
const bytes = ({ buffer, byteOffset, byteLength }: Float32Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

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
      heard(reply) {
        texts[text] = [...reply.tokens];
      },
    };
  });
  await sampler.sample(rows, { temperature, stop: -1, limit: sampler.shape.context });
  return texts;
}

/** Both train and sample in turns; tokens a second, [ours, PyTorch's] of each round. */
async function race(torch: PyTorch, { shape, batch, steps }: (typeof MODELS)[number], threads: number) {
  const name = `${parameterCount(shape)}`;
  const weights = initialWeights(shape, random.split('weights'));
  const length = shape.context;
  await torch.ask({ do: 'load', name, shape, weights: store(name, shape, weights) });
  const trainer = await createTrainer({ shape, batch, length, threads }, weights);
  const sampler = await createSampler({ shape, slots: TEXTS, threads }, weights);
  const tokens = tokensOf(shape, batch * length, 'tokens');
  const targets = tokensOf(shape, batch * length, 'targets');
  const prompts = inRows(tokensOf(shape, TEXTS * PROMPT, 'prompts'), PROMPT);
  const train: TrainBatch = {
    tokens: Int32Array.from(tokens),
    targets: Int32Array.from(targets),
    weights: new Float32Array(tokens.length).fill(1 / tokens.length),
  };
  const timed = async (work: () => Promise<unknown>): Promise<number> => {
    await wait(REST);
    const started = performance.now();
    await work();
    return (performance.now() - started) / 1000;
  };
  const theirs = async (request: object): Promise<{ seconds: number[]; loss: number; texts: number[][] }> => {
    await wait(REST);
    return torch.ask({ name, ...request });
  };
  const theirTraining = { do: 'train', tokens: inRows(tokens, length), targets: inRows(targets, length), steps };

  // They must be the same model. This warms both up, too.
  const likeliest = await fill(sampler, prompts, 0);
  const others = (await theirs({ do: 'sample', prompts, temperature: 0 })).texts;
  const same = likeliest.filter((text, at) => text.join() === others[at].join()).length;
  if (same < 0.9 * TEXTS) throw new Error(`only ${same} of ${TEXTS} likeliest texts are the same on both sides`);
  const { loss } = await trainer.step(train, 1e-3);
  const other = (await theirs({ ...theirTraining, steps: 1 })).loss;
  if (!(Math.abs(loss - other) < 1e-4)) throw new Error(`the losses differ: ${loss}, PyTorch ${other}`);

  const training: [number, number][] = [];
  const sampling: [number, number][] = [];
  for (let round = 0; round < Number(settings.rounds); round++) {
    const each: number[] = [];
    for (let step = 0; step < steps; step++) each.push(await timed(() => trainer.step(train, 1e-3)));
    const theirSteps = (await theirs(theirTraining)).seconds;
    training.push([tokens.length / median(each), tokens.length / median(theirSteps)]);
    const drawn = TEXTS * (length - PROMPT);
    const ours = await timed(() => fill(sampler, prompts, 1));
    const [seconds] = (await theirs({ do: 'sample', prompts, temperature: 1 })).seconds;
    sampling.push([drawn / ours, drawn / seconds]);
  }
  await trainer.close();
  await sampler.close();
  return { training, sampling };
}

async function main(): Promise<void> {
  for (const threads of settings.threads.split(',').map(Number)) {
    const torch = await startPyTorch(settings.python, threads);
    try {
      console.log(`PyTorch ${torch.version}, matrices by ${torch.blas}; threads: ${threads}`);
      if (!/openblas|mkl|blis|atlas/i.test(torch.blas)) {
        console.log('NOT A FAIR COMPARISON: this is not OpenBLAS. For one: apt-get install libopenblas0-pthread');
      }
      console.log(
        `${''.padEnd(24)}${'ours'.padStart(12)}${'PyTorch'.padStart(12)}${'ratio'.padStart(8)}  tokens a second`,
      );
      for (const model of MODELS) {
        const found = await race(torch, model, threads);
        for (const [what, rounds] of Object.entries(found)) {
          const [ours, theirs] = [0, 1].map((side) => median(rounds.map((round) => round[side])));
          const name = `${(parameterCount(model.shape) / 1e6).toFixed(2)} M, ${what}`;
          const ratio = (ours / theirs).toFixed(2);
          console.log(
            `${name.padEnd(24)}${ours.toFixed(0).padStart(12)}${theirs.toFixed(0).padStart(12)}${ratio.padStart(8)}`,
          );
        }
      }
    } finally {
      torch.close();
    }
  }
}

try {
  await main();
} catch (error) {
  if (!(error instanceof NoPyTorchError)) throw error;
  console.error(
    `There is no PyTorch to compare with (${error.message}): nothing was measured.\n` +
      `On Debian: apt-get install python3-torch libopenblas0-pthread; another interpreter: --python FILE`,
  );
  process.exitCode = 2;
} finally {
  rmSync(folder, { recursive: true });
}
