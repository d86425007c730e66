/**
 * Training and sampling of the pocket transformer, tokens a second: ours (graphs on onnxruntime) against PyTorch, the same
 * model from the same weights with the same batches, on the same machine in the same run, with one thread and with two.
 *
 *   apt-get install python3-torch libopenblas0-pthread
 *   npm run -s bench benchmarks/train-against-pytorch.ts -- [--python /usr/bin/python3] [--rounds 5] [--threads 1,2]
 *
 * Both take turns; medians of five rounds. Before anything is timed they must agree on the loss of the batch and on the
 * likeliest texts. Training: whole texts, AdamW, the gradient's norm clipped; its tokens are those trained on. Sampling: 256
 * texts, 64 at once, from prompts of 8 tokens until the context is full, at temperature 1; its tokens are those drawn.
 * With two threads PyTorch runs twice, its idle threads waiting busily and not, and the quicker one counts: on a machine with
 * other work, busy waiting makes it many times slower. Without libopenblas0-pthread Debian's PyTorch multiplies by the
 * reference BLAS, many times slower too: that is said, and is no fair comparison. Without PyTorch nothing is measured, exit
 * code 2. Claim: at least as fast in all of it.
 * @module
 */
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { type ModelShape, parameterCount } from '@sente/pocket';
import { NoPyTorchError, type PyTorch, startPyTorch } from './support/pytorch.ts';
import { race } from './support/race.ts';

/** The experiment's model, and one of about ten times its size. */
const MODELS: readonly { readonly shape: ModelShape; readonly batch: number; readonly steps: number }[] = [
  { shape: { layers: 2, width: 64, heads: 4, context: 96, vocabulary: 320 }, batch: 64, steps: 6 },
  { shape: { layers: 4, width: 128, heads: 4, context: 128, vocabulary: 1000 }, batch: 16, steps: 6 },
];
const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
const cells = (name: string, ...others: readonly string[]): string =>
  name.padEnd(20) + others.map((other) => other.padStart(12)).join('');

async function compare(torches: readonly PyTorch[], threads: number, rounds: number): Promise<void> {
  const [{ version, blas }] = torches;
  const load = loadavg()[0].toFixed(1);
  console.log(`\nthreads: ${threads}; PyTorch ${version}, matrices by ${blas}; load average before the start: ${load}`);
  if (!/openblas|mkl|blis|atlas/i.test(blas)) {
    console.log('NOT A FAIR COMPARISON: that is no fast BLAS. For one: apt-get install libopenblas0-pthread');
  }
  console.log(cells('tokens a second', 'ours', 'PyTorch', 'ratio'));
  for (const { shape, batch, steps } of MODELS) {
    const found = await race(torches, { shape, batch, steps, rounds, threads });
    for (const [what, speeds] of Object.entries(found)) {
      const ours = median(speeds.ours);
      const theirs = Math.max(...speeds.theirs.map(median));
      const name = `${(parameterCount(shape) / 1e6).toFixed(2)} M, ${what}`;
      console.log(cells(name, ours.toFixed(0), theirs.toFixed(0), (ours / theirs).toFixed(2)));
    }
  }
}

const { values: settings } = parseArgs({
  options: {
    python: { type: 'string', default: '/usr/bin/python3' },
    rounds: { type: 'string', default: '5' },
    threads: { type: 'string', default: '1,2' },
  },
});
try {
  for (const threads of settings.threads.split(',').map(Number)) {
    const torches: PyTorch[] = [];
    try {
      for (const waiting of threads > 1 ? (['active', 'passive'] as const) : (['active'] as const)) {
        torches.push(await startPyTorch(settings.python, threads, waiting));
      }
      await compare(torches, threads, Number(settings.rounds));
    } finally {
      for (const torch of torches) torch.close();
    }
  }
} catch (error) {
  if (!(error instanceof NoPyTorchError)) throw error;
  console.error(
    `There is no PyTorch to compare with (${error.message}): nothing was measured.\n` +
      'On Debian: apt-get install python3-torch libopenblas0-pthread; another interpreter: --python FILE',
  );
  process.exitCode = 2;
}
