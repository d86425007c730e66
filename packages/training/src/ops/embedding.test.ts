import { createRandom } from '@sente/engine';
import { expect, it } from 'vitest';
import { runtime } from '../net/runtime.ts';
import { multiply } from './elementwise.ts';
import { addRows, embedding } from './embedding.ts';
import { Tape } from './tape.ts';

it('looks rows up, and sums the gradients of a row that was looked up twice', async () => {
  const ort = await runtime();
  const random = createRandom('rows');
  const numbers = [2, 0, 2, 3];
  const tape = new Tape();
  const table = tape.graph.input('table', [5, 3]);
  const rows = embedding(tape, table, tape.graph.constant(BigInt64Array.from(numbers, BigInt), [4]));
  const y = multiply(tape, rows, rows);
  tape.add(y, tape.graph.input('c', [4, 3]));
  tape.backward();
  tape.graph.output('y', y);
  tape.graph.output('gradient', tape.gradient(rows));
  const session = await ort.InferenceSession.create(tape.graph.toBytes(), { intraOpNumThreads: 1 });
  const given = Float32Array.from({ length: 15 }, () => random.next() - 0.5);
  const c = Float32Array.from({ length: 12 }, () => random.next() - 0.5);
  const run = async (name: string): Promise<Float32Array> => {
    const feeds = { table: new ort.Tensor('float32', given, [5, 3]), c: new ort.Tensor('float32', c, [4, 3]) };
    return (await session.run(feeds))[name].data as Float32Array;
  };
  const loss = async (): Promise<number> => (await run('y')).reduce((sum, one, at) => sum + one * c[at], 0);
  const gradient = new Float32Array(15).fill(1);
  addRows(gradient, numbers, await run('gradient'));
  for (let at = 0; at < 15; at++) {
    const before = given[at];
    given[at] = before + 0.01;
    const above = await loss();
    given[at] = before - 0.01;
    const numeric = (above - (await loss())) / 0.02;
    given[at] = before;
    expect(gradient[at] - 1).toBeCloseTo(numeric, 3);
    expect(numeric === 0).toBe(![0, 2, 3].includes(Math.floor(at / 3)));
  }
  await session.release();
});
