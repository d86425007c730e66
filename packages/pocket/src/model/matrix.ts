/**
 * Products of one row of numbers with a matrix, in plain TypeScript.
 * @module
 */

/** A matrix turned on its side, so that the numbers which one result is made of lie side by side. */
export interface Turned {
  /** Length of the row that goes in. */
  readonly from: number;
  /** Length of the row that comes out: a multiple of 4, or a rest that is slower. */
  readonly to: number;
  /** [to, from] */
  readonly data: Float32Array;
}

/** Turns [from, to] to [to, from]. */
export function turn(data: Float32Array, from: number, to: number): Turned {
  const turned = new Float32Array(data.length);
  for (let row = 0; row < from; row++) for (let at = 0; at < to; at++) turned[at * from + row] = data[row * to + at];
  return { from, to, data: turned };
}

/** out = row · matrix, or out += row · matrix with `add`. Four results at a time: each number of the row is read once for all of them. */
export function multiply(row: Float32Array, { from, to, data }: Turned, out: Float32Array, add: boolean): void {
  let at = 0;
  for (; at + 3 < to; at += 4) {
    let place = at * from;
    const [second, third, fourth] = [from, 2 * from, 3 * from];
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let i = 0; i < from; i++, place++) {
      const x = row[i];
      a += x * data[place];
      b += x * data[place + second];
      c += x * data[place + third];
      d += x * data[place + fourth];
    }
    out[at] = add ? out[at] + a : a;
    out[at + 1] = add ? out[at + 1] + b : b;
    out[at + 2] = add ? out[at + 2] + c : c;
    out[at + 3] = add ? out[at + 3] + d : d;
  }
  for (; at < to; at++) {
    let sum = 0;
    for (let i = 0, place = at * from; i < from; i++, place++) sum += row[i] * data[place];
    out[at] = add ? out[at] + sum : sum;
  }
}
