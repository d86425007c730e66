/**
 * A layer of a small network for one input at a time, as fast as plain TypeScript does it.
 * @module
 */

/** Gives relu(x · W + b); what it gives is overwritten by the next call. */
export type Dense = (x: Float64Array) => Float64Array;

/** Outputs that are summed side by side: so many sums stay in registers. */
const BLOCK = 8;

/** Makes a layer; `weights` are [in, out], row by row. Sums run over inputs in their order, from the bias on. */
export function dense(weights: Float64Array, bias: Float64Array): Dense {
  const outputs = bias.length;
  const inputs = weights.length / outputs;
  const blocks = Math.ceil(outputs / BLOCK);
  // Laid out as they are read, with zeros beyond the last output.
  const packed = new Float64Array(blocks * inputs * BLOCK);
  const start = new Float64Array(blocks * BLOCK);
  start.set(bias);
  for (let m = 0; m < outputs; m++) {
    const into = Math.floor(m / BLOCK) * inputs * BLOCK + (m % BLOCK);
    for (let n = 0; n < inputs; n++) packed[into + n * BLOCK] = weights[n * outputs + m];
  }
  const sums = new Float64Array(blocks * BLOCK);
  const result = sums.subarray(0, outputs);
  const active = new Int32Array(inputs);
  return (x) => {
    let some = 0;
    for (let n = 0; n < inputs; n++) if (x[n] !== 0) active[some++] = n;
    for (let block = 0; block < blocks; block++) {
      const m = block * BLOCK;
      const from = m * inputs;
      let [a, b, c, d] = [start[m], start[m + 1], start[m + 2], start[m + 3]];
      let [e, f, g, h] = [start[m + 4], start[m + 5], start[m + 6], start[m + 7]];
      for (let k = 0; k < some; k++) {
        const n = active[k];
        const at = from + n * BLOCK;
        const given = x[n];
        a += given * packed[at];
        b += given * packed[at + 1];
        c += given * packed[at + 2];
        d += given * packed[at + 3];
        e += given * packed[at + 4];
        f += given * packed[at + 5];
        g += given * packed[at + 6];
        h += given * packed[at + 7];
      }
      sums[m] = Math.max(0, a);
      sums[m + 1] = Math.max(0, b);
      sums[m + 2] = Math.max(0, c);
      sums[m + 3] = Math.max(0, d);
      sums[m + 4] = Math.max(0, e);
      sums[m + 5] = Math.max(0, f);
      sums[m + 6] = Math.max(0, g);
      sums[m + 7] = Math.max(0, h);
    }
    return result;
  };
}
