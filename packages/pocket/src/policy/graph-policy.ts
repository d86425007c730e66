/**
 * The learned policy: one network that gives every act its value, on one scale.
 *
 *   m_c  = Σ_b relu([s_cb, 4 s_cb (1 − s_cb)] · W_m)                   from open answers to a cell; s_cb: share that would give b
 *   V(c) = L(c) + relu(relu([x_c, m_c] · W₁ + b₁) · W₂ + b₂) · w + b   x_c: statistics of the cell; L: worth of lists alone
 *   Q(a) = now(a) + Σ_c P(c | a) V(c)                                  over the cells that act a may lead to
 *
 * The list, every question and stopping share V, so one reward trains all three decisions: what to ask, what to recommend,
 * and when. A cell's statistics are sums over all of its items (`cells`).
 *
 * Source: message passing as in Gilmer et al. 2017, "Neural Message Passing for Quantum Chemistry", arXiv 1704.01212; sums
 * over sets: Zaheer et al. 2017, "Deep Sets", arXiv 1703.06114; values of states after an act: Sutton & Barto 2018, section 6.8.
 * @module
 */
import { misshapen } from '../checkpoint/card.ts';
import type { Weights } from '../model/shape.ts';
import { type Cells, LISTING, STATISTICS } from './cells.ts';
import { dense } from './dense.ts';

/** Sizes of a policy network. */
export interface GraphPolicyShape {
  /** Numbers of a message. */
  readonly message: number;
  /** Numbers of the first and the second hidden layer. */
  readonly first: number;
  readonly second: number;
}

/** The shape that is trained unless another is given. */
export const GRAPH_POLICY: GraphPolicyShape = { message: 8, first: 48, second: 24 };

/** Names and shapes of the weights, in the order in which they are stored. */
export function policyWeightShapes({ message, first, second }: GraphPolicyShape): Record<string, readonly number[]> {
  return {
    message: [2, message],
    first: [STATISTICS + message, first],
    'first.bias': [first],
    second: [first, second],
    'second.bias': [second],
    out: [second, 1],
    'out.bias': [1],
  };
}

/** Gives every act of a state its value, in R\*; in the order of the cells' acts. */
export type ActValues = (cells: Cells) => Float64Array;

/** The network. Not reentrant: it owns its working memory. Weights that do not have the shape throw RangeError. */
export function graphPolicy(shape: GraphPolicyShape, weights: Weights): ActValues {
  const value = cellValues(shape, weights);
  return (cells) => {
    const { count, acts, chances, now } = cells;
    const values = Float64Array.from(now);
    const known = new Float64Array(count).fill(Number.NaN);
    for (let act = 0; act < acts; act++) {
      for (let cell = 0; cell < count; cell++) {
        const chance = chances[act * count + cell];
        if (chance === 0) continue;
        if (Number.isNaN(known[cell])) known[cell] = value(cells, cell);
        values[act] += chance * known[cell];
      }
    }
    return values;
  };
}

/** V of one cell. */
function cellValues(shape: GraphPolicyShape, weights: Weights): (cells: Cells, cell: number) => number {
  const wrong = misshapen(weights, policyWeightShapes(shape));
  if (wrong) throw new RangeError(`weights ${wrong.name} are ${wrong.found}, and not ${wrong.wanted}`);
  const { message } = shape;
  const wide = STATISTICS + message;
  const [heard, w1, b1, w2, b2, w3, b3] = Object.keys(policyWeightShapes(shape)).map((name) =>
    Float64Array.from(weights[name].data),
  );
  const input = new Float64Array(wide);
  const [toFirst, toSecond] = [dense(w1, b1), dense(w2, b2)];
  return ({ statistics, shares, neighbours }, cell) => {
    for (let n = 0; n < STATISTICS; n++) input[n] = statistics[cell * STATISTICS + n];
    input.fill(0, STATISTICS);
    for (let b = 0; b < neighbours; b++) {
      const share = shares[cell * neighbours + b];
      if (share === 0) continue;
      const even = 4 * share * (1 - share);
      for (let m = 0; m < message; m++) {
        input[STATISTICS + m] += Math.max(0, share * heard[m] + even * heard[message + m]);
      }
    }
    const inner = toSecond(toFirst(input));
    let value = statistics[cell * STATISTICS + LISTING] + b3[0];
    for (let n = 0; n < inner.length; n++) value += inner[n] * w3[n];
    return value;
  };
}
