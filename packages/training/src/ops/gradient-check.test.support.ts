/**
 * Every rule of differentiation against finite differences:
 *
 *   ∂L/∂x_i ≈ (L(x + h e_i) − L(x − h e_i)) / 2h,    L = Σ_j c_j y_j
 *
 * with fixed random c, so that no two entries of y can stand in for each other. Sums are kept in double precision; what is
 * left is the runtime's float32, about 1e-7 / h of the size of y.
 * @module
 */
import { createRandom } from '@sente/engine';
import type { Value } from '../graph/graph.ts';
import { runtime } from '../net/runtime.ts';
import { Tape } from './tape.ts';

/** What is checked. */
export interface Checked {
  /** Shapes of the inputs, by name: all get normal-sized numbers that keep clear of 0, where relu has its bend. */
  readonly inputs: Readonly<Record<string, readonly number[]>>;
  build(tape: Tape, values: Readonly<Record<string, Value>>): Value;
  /** c, when the operator starts the gradient itself. */
  readonly starts?: Float32Array;
}

/** What was found. */
export interface Difference {
  /** Largest |analytic − numeric| over 1 + |numeric|, of all entries of all inputs. */
  readonly worst: number;
  /** By input: the largest |numeric|. A gradient of nothing would agree with everything. */
  readonly largest: Readonly<Record<string, number>>;
  /** The result at the inputs themselves. */
  readonly result: Float32Array;
  readonly given: Readonly<Record<string, Float32Array>>;
}

/** Half the distance of the two points. */
const H = 4e-3;

const size = (shape: readonly number[]): number => shape.reduce((product, one) => product * one, 1);

/** Compares all entries of all inputs' gradients. */
export async function gradientDifference({ inputs, build, starts }: Checked): Promise<Difference> {
  const ort = await runtime();
  const random = createRandom('gradient check');
  const draw = (): number => (random.next() < 0.5 ? -1 : 1) * (0.05 + 1.2 * random.next());
  const tape = new Tape();
  const values = Object.fromEntries(
    Object.entries(inputs).map(([name, shape]) => [name, tape.graph.input(name, shape)]),
  );
  const y = build(tape, values);
  const c = starts ?? Float32Array.from({ length: size(y.shape) }, draw);
  if (!starts) tape.add(y, tape.graph.input('c', y.shape));
  tape.backward();
  tape.graph.output('y', y);
  for (const [name, value] of Object.entries(values)) tape.graph.output(`gradient/${name}`, tape.gradient(value));
  const session = await ort.InferenceSession.create(tape.graph.toBytes(), {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
  });
  const given = Object.fromEntries(
    Object.entries(inputs).map(([name, shape]) => [name, Float32Array.from({ length: size(shape) }, draw)]),
  );
  const run = async (): Promise<Record<string, Float32Array>> => {
    const feeds = Object.fromEntries(
      Object.entries(inputs).map(([name, shape]) => [name, new ort.Tensor('float32', given[name], [...shape])]),
    );
    if (!starts) feeds.c = new ort.Tensor('float32', c, [...y.shape]);
    const out = await session.run(feeds);
    return Object.fromEntries(Object.entries(out).map(([name, { data }]) => [name, data as Float32Array]));
  };
  const loss = async (): Promise<number> => (await run()).y.reduce((sum, one, at) => sum + one * c[at], 0);
  const { y: result, ...gradients } = await run();
  let worst = 0;
  const largest: Record<string, number> = {};
  for (const [name, data] of Object.entries(given)) {
    largest[name] = 0;
    for (let at = 0; at < data.length; at++) {
      const before = data[at];
      data[at] = before + H;
      const [high, above] = [data[at], await loss()];
      data[at] = before - H;
      // What was added is not h but what float32 made of it.
      const numeric = (above - (await loss())) / (high - data[at]);
      data[at] = before;
      largest[name] = Math.max(largest[name], Math.abs(numeric));
      worst = Math.max(worst, Math.abs(gradients[`gradient/${name}`][at] - numeric) / (1 + Math.abs(numeric)));
    }
  }
  await session.release();
  return { worst, largest, result, given };
}

/** Throws unless all gradients agree and none is of nothing; gives the result back. */
export async function checkGradient(checked: Checked): Promise<Difference> {
  const found = await gradientDifference(checked);
  if (!(found.worst < 1.5e-3)) throw new Error(`a gradient is off by ${found.worst}`);
  for (const [name, largest] of Object.entries(found.largest))
    if (!(largest > 0.1)) throw new Error(`the gradient of ${name} is nothing to check: ${largest} at most`);
  return found;
}
