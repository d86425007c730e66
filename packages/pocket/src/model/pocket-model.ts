/**
 * Inference in plain TypeScript: nothing to install, in Node and in the browser. About ten thousand tokens a second of a
 * model of .12 M weights on one core.
 * @module
 */
import type { Random } from '@sente/engine';
import { turn } from './matrix.ts';
import { pickToken } from './pick-token.ts';
import { beginText, type PocketText, type ReadyModel, type Workbench } from './pocket-text.ts';
import { EXPANSION, type ModelShape, type Weights, weightShapes } from './shape.ts';

/** How a reply is drawn. */
export interface ReplyOptions {
  /** 0: the likeliest token in each place; 1: as likely as the model has it. */
  readonly temperature: number;
  /** One number is drawn for each token; none at temperature 0. */
  readonly random: Random;
  /** Tokens of the reply at most, its stop token included; 1 or more. It is cut where the context ends as well. */
  readonly limit: number;
  /** The token that ends it. */
  readonly stop: number;
}

/** What the model said. */
export interface ModelReply {
  /** Without the stop token. */
  readonly tokens: readonly number[];
  /** Whether it came to its stop token. */
  readonly finished: boolean;
}

/** A model at work. */
export interface PocketModel {
  readonly shape: ModelShape;
  /** An empty text. */
  begin(): PocketText;
  /** Reads the tokens as a new text and speaks on. Throws RangeError as `PocketText.read` does. */
  reply(tokens: readonly number[], options: ReplyOptions): ModelReply;
  /** The same, a token at a time as it is drawn. Returns whether it came to its stop token. */
  speak(tokens: readonly number[], options: ReplyOptions): Generator<number, boolean, void>;
}

/** Makes a model work. Later changes of `weights` are not seen. Throws RangeError when they do not have the shape. */
export function createPocketModel(shape: ModelShape, weights: Weights): PocketModel {
  const model = ready(shape, weights);
  const { width, context } = shape;
  const bench: Workbench = {
    x: new Float32Array(width),
    normed: new Float32Array(width),
    mixed: new Float32Array(3 * width),
    attended: new Float32Array(width),
    inner: new Float32Array(EXPANSION * width),
    scores: new Float64Array(context),
  };
  const begin = (): PocketText => beginText(model, bench);

  function* speak(tokens: readonly number[], options: ReplyOptions): Generator<number, boolean, void> {
    const { temperature, random, limit, stop } = options;
    const text = begin();
    let next = text.read(tokens);
    for (let spoken = 0; spoken < limit; spoken++) {
      const token = pickToken(next, temperature, random);
      if (token === stop) return true;
      yield token;
      if (text.length === context) return false;
      if (spoken + 1 < limit) next = text.read([token]);
    }
    return false;
  }

  return {
    shape,
    begin,
    speak,
    reply(tokens, options) {
      const said: number[] = [];
      const speaking = speak(tokens, options);
      for (;;) {
        const { value, done } = speaking.next();
        if (done) return { tokens: said, finished: value };
        said.push(value);
      }
    },
  };
}

function ready(shape: ModelShape, weights: Weights): ReadyModel {
  const { layers, width, vocabulary } = shape;
  for (const [name, sizes] of Object.entries(weightShapes(shape))) {
    const count = sizes.reduce((product, size) => product * size, 1);
    if (weights[name]?.data.length !== count) {
      throw new RangeError(`${name} has ${weights[name]?.data.length ?? 'no'} numbers; the shape asks for ${count}`);
    }
  }
  const copy = (name: string): Float32Array => weights[name].data.slice();
  return {
    shape,
    // [vocabulary, width] is what the output wants to be turned to; as it is, it serves the input too.
    embedding: { from: width, to: vocabulary, data: copy('embedding') },
    position: copy('position'),
    layers: Array.from({ length: layers }, (_, depth) => ({
      attentionNorm: copy(`layer${depth}.attention.norm`),
      attentionIn: turn(weights[`layer${depth}.attention.in`].data, width, 3 * width),
      attentionOut: turn(weights[`layer${depth}.attention.out`].data, width, width),
      feedNorm: copy(`layer${depth}.feed.norm`),
      feedUp: turn(weights[`layer${depth}.feed.up`].data, width, EXPANSION * width),
      feedDown: turn(weights[`layer${depth}.feed.down`].data, EXPANSION * width, width),
    })),
    norm: copy('norm'),
  };
}
