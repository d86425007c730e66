/**
 * A text that a model reads token by token, with the keys and values of what was read kept, so that a token costs the
 * same wherever it stands.
 *
 * Equations: shape.ts. One token after the other through all layers; only the last of those read is asked for what follows.
 * @module
 */
import { multiply, type Turned } from './matrix.ts';
import { type ModelShape, NORM_EPSILON } from './shape.ts';

/** A text, begun and to be read on. */
export interface PocketText {
  /** Tokens that were read. */
  readonly length: number;
  /**
   * Reads on. Log-probabilities, in nats, of what follows the last token: one number for each of the vocabulary.
   * Throws RangeError for no tokens, numbers that are no tokens, and for more than the context holds; then nothing was read.
   */
  read(tokens: readonly number[]): Float32Array;
  /** The same text once more; each is read on by itself. */
  fork(): PocketText;
}

/** A layer's weights, ready to be multiplied with. */
export interface ReadyLayer {
  readonly attentionNorm: Float32Array;
  readonly attentionIn: Turned;
  readonly attentionOut: Turned;
  readonly feedNorm: Float32Array;
  readonly feedUp: Turned;
  readonly feedDown: Turned;
}

/** A model's weights, ready to be multiplied with. */
export interface ReadyModel {
  readonly shape: ModelShape;
  /** [vocabulary, width] */
  readonly embedding: Turned;
  /** [context, width] */
  readonly position: Float32Array;
  readonly layers: readonly ReadyLayer[];
  readonly norm: Float32Array;
}

/** Rows in which a token is worked out; all texts of a model share them. */
export interface Workbench {
  readonly x: Float32Array;
  readonly normed: Float32Array;
  readonly mixed: Float32Array;
  readonly attended: Float32Array;
  readonly inner: Float32Array;
  readonly scores: Float64Array;
}

/** Keys and values of a layer, [context, width] each. */
interface Memory {
  readonly keys: Float32Array;
  readonly values: Float32Array;
}

/** Begins a text, or goes on from a copy of `memories`. */
export function beginText(
  model: ReadyModel,
  bench: Workbench,
  from?: { memories: Memory[]; length: number },
): PocketText {
  const { layers, width, context, vocabulary } = model.shape;
  const memories =
    from?.memories ??
    Array.from({ length: layers }, () => ({
      keys: new Float32Array(context * width),
      values: new Float32Array(context * width),
    }));
  let length = from?.length ?? 0;
  return {
    get length() {
      return length;
    },
    read(tokens) {
      if (tokens.length === 0) throw new RangeError('there is nothing to read: give one token or more');
      if (length + tokens.length > context) {
        throw new RangeError(
          `${length} + ${tokens.length} tokens are more than the ${context} that the model can read`,
        );
      }
      const stray = tokens.find((token) => !(Number.isInteger(token) && token >= 0 && token < vocabulary));
      if (stray !== undefined) throw new RangeError(`${stray} is no token: there are ${vocabulary}`);
      for (const token of tokens) readToken(model, bench, memories, token, length++);
      return following(model, bench);
    },
    fork: () =>
      beginText(model, bench, {
        length,
        memories: memories.map(({ keys, values }) => ({ keys: keys.slice(), values: values.slice() })),
      }),
  };
}

/** Leaves the token's row in `bench.x`. */
function readToken(model: ReadyModel, bench: Workbench, memories: Memory[], token: number, at: number): void {
  const { width } = model.shape;
  const { x, normed, mixed, attended, inner } = bench;
  for (let i = 0; i < width; i++) x[i] = model.embedding.data[token * width + i] + model.position[at * width + i];
  model.layers.forEach((layer, depth) => {
    const { keys, values } = memories[depth];
    norm(x, layer.attentionNorm, normed);
    multiply(normed, layer.attentionIn, mixed, false);
    keys.set(mixed.subarray(width, 2 * width), at * width);
    values.set(mixed.subarray(2 * width), at * width);
    attend(model.shape, bench, memories[depth], at);
    multiply(attended, layer.attentionOut, x, true);
    norm(x, layer.feedNorm, normed);
    multiply(normed, layer.feedUp, inner, false);
    for (let i = 0; i < inner.length; i++) inner[i] = inner[i] > 0 ? inner[i] * inner[i] : 0;
    multiply(inner, layer.feedDown, x, true);
  });
}

/** Each head weighs the values of all tokens up to `at` by how well their keys fit its query. */
function attend({ width, heads }: ModelShape, bench: Workbench, { keys, values }: Memory, at: number): void {
  const { mixed, attended, scores } = bench;
  const size = width / heads;
  const scale = 1 / Math.sqrt(size);
  attended.fill(0);
  for (let first = 0; first < width; first += size) {
    let most = Number.NEGATIVE_INFINITY;
    for (let place = 0; place <= at; place++) {
      let score = 0;
      for (let i = 0, key = place * width + first; i < size; i++, key++) score += mixed[first + i] * keys[key];
      scores[place] = score * scale;
      if (scores[place] > most) most = scores[place];
    }
    let sum = 0;
    for (let place = 0; place <= at; place++) {
      scores[place] = Math.exp(scores[place] - most);
      sum += scores[place];
    }
    for (let place = 0; place <= at; place++) {
      const share = scores[place] / sum;
      for (let i = 0, value = place * width + first; i < size; i++, value++)
        attended[first + i] += share * values[value];
    }
  }
}

function norm(x: Float32Array, gain: Float32Array, out: Float32Array): void {
  let squares = 0;
  for (let i = 0; i < x.length; i++) squares += x[i] * x[i];
  const scale = 1 / Math.sqrt(squares / x.length + NORM_EPSILON);
  for (let i = 0; i < x.length; i++) out[i] = gain[i] * x[i] * scale;
}

/** log softmax of the last row's logits; a new array. */
function following({ shape, embedding, norm: gain }: ReadyModel, { x, normed }: Workbench): Float32Array {
  norm(x, gain, normed);
  const logits = new Float32Array(shape.vocabulary);
  multiply(normed, embedding, logits, false);
  let most = Number.NEGATIVE_INFINITY;
  for (const logit of logits) if (logit > most) most = logit;
  let sum = 0;
  for (const logit of logits) sum += Math.exp(logit - most);
  const shift = most + Math.log(sum);
  for (let token = 0; token < logits.length; token++) logits[token] -= shift;
  return logits;
}
