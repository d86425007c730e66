import { createRandom } from '@sente/engine';
import { describe, expect, it } from 'vitest';
import { tinyCheckpoint } from '../testing/tiny-checkpoint.ts';
import { createPocketModel } from './pocket-model.ts';
import { SPECIAL_TOKENS, special } from './special.ts';

const { card, weights } = tinyCheckpoint();
const { shape } = card;
const model = createPocketModel(shape, weights);
const random = createRandom('tokens');
const tokens = Array.from({ length: shape.context }, () => random.integer(shape.vocabulary));
const stop = special('<end>');

it('computes what the equations say, at every place of a full context', () => {
  const expected = byTheBook(tokens);
  const text = model.begin();
  for (let at = 0; at < tokens.length; at++) expectClose(text.read([tokens[at]]), expected[at]);
  expect(text.length).toBe(shape.context);
});

it('gives chances that sum to 1', () => {
  const sum = model
    .begin()
    .read(tokens.slice(0, 5))
    .reduce((total, one) => total + Math.exp(one), 0);
  expect(sum).toBeCloseTo(1, 5);
});

it('reads the same in one go, in pieces, and from a fork', () => {
  const whole = model.begin().read(tokens.slice(0, 30));
  const text = model.begin();
  text.read(tokens.slice(0, 11));
  const fork = text.fork();
  fork.read(tokens.slice(50, 60));
  expect(text.length).toBe(11);
  expect(text.read(tokens.slice(11, 30))).toEqual(whole);
  expect(fork.read(tokens.slice(60, 65))).toEqual(
    model.begin().read([...tokens.slice(0, 11), ...tokens.slice(50, 65)]),
  );
});

it('depends on the order of tokens, and not on what was read in other texts', () => {
  const [a, b, c] = tokens;
  const before = model.begin().read([a, b, c]);
  expect(model.begin().read([b, a, c])).not.toEqual(before);
  expect(model.begin().read([a, b, c])).toEqual(before);
});

it('refuses what it cannot read, and has read nothing then', () => {
  const text = model.begin();
  const expected = model.begin().read([5]);
  expect(() => text.read([])).toThrow(/nothing to read/);
  expect(() => text.read([1, shape.vocabulary])).toThrow(/no token/);
  expect(() => text.read([1.5])).toThrow(/no token/);
  expect(() => text.read([...tokens, 1])).toThrow(/more than the 96/);
  expect(text.read([5])).toEqual(expected);
  expect(() => createPocketModel({ ...shape, layers: 3 }, weights)).toThrow(/layer2.*no numbers/);
});

describe('replies', () => {
  const options = { temperature: 0, random: createRandom(1), limit: 8, stop };

  it('are the likeliest tokens at temperature 0', () => {
    const { tokens: said } = model.reply([2, 20, 30], options);
    const text = model.begin();
    let next = text.read([2, 20, 30]);
    for (const token of said) {
      expect(next[token]).toBe(Math.max(...next));
      next = text.read([token]);
    }
    expect(said.length).toBeGreaterThan(0);
  });

  it('are drawn as likely as the model has them', () => {
    const next = model.begin().read([2, 20, 30]);
    const dice = createRandom('draws');
    const counts = new Float64Array(shape.vocabulary);
    const draws = 4000;
    for (let at = 0; at < draws; at++) {
      const one = { ...options, temperature: 1, limit: 1, random: dice.split(at) };
      const { tokens: said, finished } = model.reply([2, 20, 30], one);
      counts[finished ? stop : said[0]]++;
    }
    // Pearson's statistic over the likely tokens: mean = their number, standard deviation √(2·number).
    const likely = [...next.keys()].filter((token) => draws * Math.exp(next[token]) >= 5);
    const statistic = likely.reduce((sum, token) => {
      const expected = draws * Math.exp(next[token]);
      return sum + (counts[token] - expected) ** 2 / expected;
    }, 0);
    expect(likely.length).toBeGreaterThan(20);
    expect(statistic).toBeLessThan(likely.length + 4 * Math.sqrt(2 * likely.length));
  });

  it('are the same for the same dice', () => {
    const said = (seed: number) => model.reply([2, 20, 30], { ...options, temperature: 1, random: createRandom(seed) });
    expect(said(7)).toEqual(said(7));
    expect(new Set([1, 2, 3, 4].map((seed) => said(seed).tokens.join())).size).toBeGreaterThan(1);
  });

  it('end at the stop token, at the limit, and where the context ends', () => {
    const free = model.reply([2, 20, 30], { ...options, stop: -1 });
    expect([free.tokens.length, free.finished]).toEqual([8, false]);
    const first = free.tokens.find((token, at) => at > 0 && !free.tokens.slice(0, at).includes(token)) as number;
    const cut = model.reply([2, 20, 30], { ...options, stop: first });
    expect([cut.tokens, cut.finished]).toEqual([free.tokens.slice(0, free.tokens.indexOf(first)), true]);
    const long = model.reply(tokens.slice(0, shape.context - 2), { ...options, stop: -1 });
    expect([long.tokens.length, long.finished]).toEqual([3, false]);
    expect(() => model.reply([2], { ...options, temperature: -1 })).toThrow(RangeError);
  });
});

it('has its special tokens first', () => expect(special('<user>')).toBe(SPECIAL_TOKENS.indexOf('<user>')));

function expectClose(found: Float32Array, expected: number[]): void {
  expect(found.length).toBe(expected.length);
  for (const [token, one] of found.entries()) expect(Math.abs(one - expected[token])).toBeLessThan(1e-4);
}

/** The equations of shape.ts for all places at once, as slow as they stand there: no cache, doubles, whole matrices. */
function byTheBook(text: readonly number[]): number[][] {
  type Matrix = number[][];
  const { width, heads, layers } = shape;
  const matrix = (name: string): Matrix => {
    const { shape: sizes, data } = weights[name];
    const columns = sizes[1] ?? 1;
    return Array.from({ length: sizes[0] }, (_, row) => [...data.subarray(row * columns, (row + 1) * columns)]);
  };
  const times = (a: Matrix, b: Matrix): Matrix =>
    a.map((row) => b[0].map((_, j) => row.reduce((sum, one, i) => sum + one * b[i][j], 0)));
  const plus = (a: Matrix, b: Matrix): Matrix => a.map((row, i) => row.map((one, j) => one + b[i][j]));
  const norm = (a: Matrix, name: string): Matrix =>
    a.map((row) => {
      const root = Math.sqrt(row.reduce((sum, one) => sum + one * one, 0) / width + 1e-5);
      return row.map((one, i) => (weights[name].data[i] * one) / root);
    });
  const softmax = (row: number[]): number[] => {
    const powers = row.map((one) => Math.exp(one - Math.max(...row)));
    const sum = powers.reduce((total, one) => total + one, 0);
    return powers.map((one) => one / sum);
  };
  const [embedding, position] = [matrix('embedding'), matrix('position')];
  let x = text.map((token, i) => embedding[token].map((one, j) => one + position[i][j]));
  for (let layer = 0; layer < layers; layer++) {
    const at = `layer${layer}`;
    const mixed = times(norm(x, `${at}.attention.norm`), matrix(`${at}.attention.in`));
    const size = width / heads;
    const attended = mixed.map((row, i) =>
      row.slice(0, width).map((_, j) => {
        const first = Math.floor(j / size) * size;
        const part = (from: number, of: number): number[] => mixed[of].slice(from + first, from + first + size);
        const scores = Array.from(
          { length: i + 1 },
          (_, k) => part(0, i).reduce((sum, one, n) => sum + one * part(width, k)[n], 0) / Math.sqrt(size),
        );
        return softmax(scores).reduce((sum, share, k) => sum + share * mixed[k][2 * width + j], 0);
      }),
    );
    x = plus(x, times(attended, matrix(`${at}.attention.out`)));
    const inner = times(norm(x, `${at}.feed.norm`), matrix(`${at}.feed.up`));
    const squared = inner.map((row) => row.map((one) => Math.max(0, one) ** 2));
    x = plus(x, times(squared, matrix(`${at}.feed.down`)));
  }
  const turned = embedding[0].map((_, j) => embedding.map((row) => row[j]));
  return times(norm(x, 'norm'), turned).map((row) => softmax(row).map(Math.log));
}
