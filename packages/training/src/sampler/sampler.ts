/**
 * Samples many texts at once with a key-value cache, new ones taking the places of finished ones.
 * @module
 */
import type { Random } from '@sente/engine';
import { type ModelShape, special, type Weights, weightShapes } from '@sente/pocket';
import { runtime } from '../net/runtime.ts';
import { logSoftmax, pick } from './pick.ts';
import { stepGraph } from './step-graph.ts';

/** What the model said. */
export interface Reply {
  /** Up to and with the stop token; cut at the limit, or where the context ends. */
  readonly tokens: readonly number[];
  /** Of these tokens at temperature 1, in nats. */
  readonly logProbabilities: readonly number[];
  /** Log-probabilities of the whole vocabulary at the first of them. */
  readonly first: Float32Array;
  /** Whether the reply came to its stop token. */
  readonly finished: boolean;
}

/** One text that the model helps to write: others' tokens are read, then the model speaks, until nothing more is to be read. */
export interface Row {
  /** Tokens to read before the model speaks next; undefined: the text is finished. Asked at the start and after each reply. */
  next(): readonly number[] | undefined;
  heard(reply: Reply): void;
  /** This row's dice. */
  readonly random: Random;
  /** The row's own limit; 0: only `first` is wanted, and nothing is written. May change between replies. */
  readonly limit?: number;
  /** The row's own stop token. */
  readonly stop?: number;
}

/** How replies are sampled. */
export interface SampleOptions {
  /** 0: the likeliest token. */
  readonly temperature: number;
  readonly stop: number;
  /** Tokens of a reply at most. */
  readonly limit: number;
}

/** A model that speaks. */
export interface Sampler {
  readonly shape: ModelShape;
  load(weights: Weights): void;
  /** Plays all rows to their ends; how many tokens were read and written. */
  sample(rows: readonly Row[], options: SampleOptions): Promise<{ readonly read: number; readonly sampled: number }>;
  close(): Promise<void>;
}

/** Sizes of a sampler. */
export interface SamplerOptions {
  readonly shape: ModelShape;
  /** Texts at once; 96 unless given. */
  readonly slots?: number;
  /** Threads of the runtime; 1 unless given. */
  readonly threads?: number;
}

/** New tokens of a text that are read at once. */
const CHUNK = 16;
const MASKED = -1e9;

/** Opens a sampler. */
export async function createSampler(options: SamplerOptions, weights: Weights): Promise<Sampler> {
  const { shape, slots = 96, threads = 1 } = options;
  const { layers, width, heads, context, vocabulary } = shape;
  const d = width / heads;
  const ort = await runtime();
  const settings = { intraOpNumThreads: threads, interOpNumThreads: 1 };
  const [single, chunked] = await Promise.all(
    [1, CHUNK].map((tokens) => ort.InferenceSession.create(stepGraph(shape, { slots, tokens }), settings)),
  );
  type Feeds = Record<string, InstanceType<typeof ort.Tensor>>;
  const cache: Feeds = {};
  const keys: Float32Array[] = [];
  const values: Float32Array[] = [];
  for (let layer = 0; layer < layers; layer++) {
    keys.push(new Float32Array(slots * heads * d * context));
    values.push(new Float32Array(slots * heads * d * context));
    cache[`keys${layer}`] = new ort.Tensor('float32', keys[layer], [slots, heads, d, context]);
    cache[`values${layer}`] = new ort.Tensor('float32', values[layer], [slots, heads, context, d]);
  }
  let loaded: Feeds = {};
  const load = (given: Weights): void => {
    loaded = Object.fromEntries(
      Object.entries(weightShapes(shape)).map(([name, sizes]) => [
        name,
        new ort.Tensor('float32', Float32Array.from(given[name].data), [...sizes]),
      ]),
    );
  };
  load(weights);

  const buffers = [1, CHUNK].map((count) => ({
    tokens: new BigInt64Array(slots * count),
    positions: new BigInt64Array(slots * count),
    mask: new Float32Array(slots * count * (context + count)),
    last: new BigInt64Array(slots),
  }));

  /** Reads up to `count` waiting tokens of each text; logits [slots, vocabulary] behind each text's last one. */
  async function step(texts: readonly (Text | undefined)[], count: number): Promise<Float32Array> {
    const { tokens, positions, mask, last } = buffers[count === 1 ? 0 : 1];
    const span = context + count;
    mask.fill(MASKED);
    tokens.fill(BigInt(special('<pad>')));
    positions.fill(0n);
    texts.forEach((text, slot) => {
      const taken = text ? Math.min(count, text.waiting.length) : 0;
      for (let at = 0; at < count; at++) {
        const row = slot * count + at;
        // A place without a token sees itself only, so that its softmax is of something.
        mask[row * span + context + at] = 0;
        if (!text || at >= taken) continue;
        tokens[row] = BigInt(text.waiting[at]);
        positions[row] = BigInt(text.length + at);
        mask.fill(0, row * span, row * span + text.length);
        mask.fill(0, row * span + context, row * span + context + at + 1);
      }
      last[slot] = BigInt(slot * count + Math.max(0, taken - 1));
    });
    const session = count === 1 ? single : chunked;
    const out = await session.run({
      ...loaded,
      ...cache,
      tokens: new ort.Tensor('int64', tokens, [slots * count]),
      positions: new ort.Tensor('int64', positions, [slots * count]),
      mask: new ort.Tensor('float32', mask, [slots, 1, count, span]),
      ...(count > 1 && { last: new ort.Tensor('int64', last, [slots]) }),
    });
    for (let layer = 0; layer < layers; layer++) {
      const newKeys = out[`newKeys${layer}`].data as Float32Array;
      const newValues = out[`newValues${layer}`].data as Float32Array;
      texts.forEach((text, slot) => {
        const taken = text ? Math.min(count, text.waiting.length) : 0;
        if (!text || taken === 0) return;
        for (let head = 0; head < heads; head++) {
          const block = slot * heads + head;
          for (let at = 0; at < taken; at++) {
            const from = (block * count + at) * d;
            const place = text.length + at;
            values[layer].set(newValues.subarray(from, from + d), (block * context + place) * d);
            const column = block * d * context + place;
            for (let i = 0; i < d; i++) keys[layer][column + i * context] = newKeys[from + i];
          }
        }
      });
    }
    for (const text of texts) {
      if (!text) continue;
      const taken = text.waiting.splice(0, count).length;
      text.length += taken;
    }
    return out.logits.data as Float32Array;
  }

  return {
    shape,
    load,
    async sample(rows, { temperature, stop, limit }) {
      const texts: (Text | undefined)[] = Array.from({ length: slots });
      let waiting = 0;
      let read = 0;
      let sampled = 0;
      const begin = (text: Text): boolean => {
        const next = text.row.next();
        if (next === undefined) return false;
        text.waiting.push(...next);
        text.reply = { tokens: [], logProbabilities: [], first: undefined, limit: text.row.limit ?? limit };
        // What does not fit is not read: the text ends here.
        return text.waiting.length > 0 && text.length + text.waiting.length <= context;
      };
      for (;;) {
        for (let slot = 0; slot < slots; slot++) {
          while (texts[slot] === undefined && waiting < rows.length) {
            const text: Text = { row: rows[waiting++], length: 0, waiting: [], reply: NOTHING() };
            if (begin(text)) texts[slot] = text;
          }
        }
        const live = texts.filter((text) => text !== undefined);
        if (live.length === 0) return { read, sampled };
        // Long reading pays for the wider step only when there is enough of it.
        const long = live.reduce((sum, text) => sum + Math.min(CHUNK, text.waiting.length), 0) > 2 * live.length;
        const before = live.reduce((sum, text) => sum + text.length, 0);
        const logits = await step(texts, long ? CHUNK : 1);
        read += live.reduce((sum, text) => sum + text.length, 0) - before;
        for (let slot = 0; slot < slots; slot++) {
          const text = texts[slot];
          if (!text || text.waiting.length > 0) continue;
          const { row, reply } = text;
          const chances = logSoftmax(logits.subarray(slot * vocabulary, (slot + 1) * vocabulary));
          reply.first ??= chances;
          let isOver = reply.limit === 0;
          if (!isOver) {
            const token = pick(chances, temperature, row.random);
            reply.tokens.push(token);
            reply.logProbabilities.push(chances[token]);
            sampled++;
            const isFinished = token === (row.stop ?? stop);
            isOver = isFinished || reply.tokens.length >= reply.limit || text.length + 1 >= context;
            text.waiting.push(token);
          }
          if (!isOver) continue;
          const finished = reply.tokens.at(-1) === (row.stop ?? stop);
          const { tokens, logProbabilities, first } = reply;
          row.heard({ tokens, logProbabilities, first: first ?? chances, finished });
          if (!begin(text)) texts[slot] = undefined;
        }
      }
    },
    async close() {
      await Promise.all([single.release(), chunked.release()]);
    },
  };
}

/** A text in its slot. */
interface Text {
  readonly row: Row;
  /** Tokens in the cache. */
  length: number;
  /** Tokens still to be read. */
  waiting: number[];
  reply: { tokens: number[]; logProbabilities: number[]; first: Float32Array | undefined; limit: number };
}

const NOTHING = (): Text['reply'] => ({ tokens: [], logProbabilities: [], first: undefined, limit: 0 });
