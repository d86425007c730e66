/**
 * Rows that say what they are told to, and remember what they hear.
 * @module
 */
import { createRandom, type Random } from '@sente/engine';
import { createPocketModel, type ModelShape, type Weights } from '@sente/pocket';
import { initialWeights } from '../net/initial-weights.ts';
import type { Reply, Row } from './row.ts';

/** Small, with a context that is no multiple of anything. */
export const SHAPE: ModelShape = { layers: 2, width: 16, heads: 2, context: 75, vocabulary: 23 };

/** Weights with opinions: gains that differ, and distributions that are far from even. */
export function decidedWeights(shape: ModelShape = SHAPE, seed = 'weights'): Weights {
  const random = createRandom(seed);
  return Object.fromEntries(
    Object.entries(initialWeights(shape, random)).map(([name, { shape: sizes, data }]) => [
      name,
      { shape: sizes, data: data.map((one) => (sizes.length === 1 ? 0.5 + random.next() : 4 * one)) },
    ]),
  );
}

/** What a row does: for each reply what is read before it, and the reply's own limit. */
export interface Turn {
  readonly tokens: readonly number[];
  readonly limit?: number;
}

/** A row that plays turns. */
export class ToldRow implements Row {
  readonly replies: Reply[] = [];
  readonly random: Random;
  readonly stop: number | undefined;
  readonly #turns: readonly Turn[];
  #asked = 0;

  constructor(turns: readonly Turn[], seed: string | number = 0, stop?: number) {
    this.#turns = turns;
    this.random = createRandom(seed);
    this.stop = stop;
  }

  get limit(): number | undefined {
    return this.#turns[this.#asked - 1].limit;
  }

  next(): readonly number[] | undefined {
    return this.#turns[this.#asked++]?.tokens;
  }

  heard(reply: Reply): void {
    this.replies.push({ ...reply, first: reply.first.slice() });
  }

  /** Everything that was said, without the distributions. */
  get said(): readonly (readonly number[])[] {
    return this.replies.map(({ tokens }) => tokens);
  }
}

/** Turns of some tokens each, now and then with a limit of its own. */
export function someTurns(random: Random, count: number, longest: number): Turn[] {
  return Array.from({ length: count }, () => {
    const tokens = Array.from({ length: 1 + random.integer(longest) }, () => random.integer(SHAPE.vocabulary));
    const limit = [undefined, 0, 1, 3, 9][random.integer(5)];
    return limit === undefined ? { tokens } : { tokens, limit };
  });
}

/**
 * What the model in plain TypeScript thinks of a row: the greatest difference from the log-probabilities that it heard, of
 * sampled tokens and of whole vocabularies.
 */
export function farthest(row: ToldRow, turns: readonly Turn[], weights: Weights, shape: ModelShape = SHAPE): number {
  const text = createPocketModel(shape, weights).begin();
  let far = 0;
  let waiting: number[] = [];
  row.replies.forEach(({ tokens, logProbabilities, first }, at) => {
    waiting.push(...turns[at].tokens);
    tokens.forEach((token, place) => {
      const behind = text.read(waiting);
      if (place === 0) far = Math.max(far, ...behind.map((one, word) => Math.abs(one - first[word])));
      far = Math.max(far, Math.abs(behind[token] - logProbabilities[place]));
      waiting = [token];
    });
    if (tokens.length > 0) return;
    far = Math.max(far, ...text.read(waiting).map((one, word) => Math.abs(one - first[word])));
    waiting = [];
  });
  return far;
}
