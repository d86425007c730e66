import type { ModelShape } from '@sente/pocket';
import { expect, it } from 'vitest';
import { Cache } from './cache.ts';
import { MASKED } from './step-graph.ts';

const shape: ModelShape = { layers: 2, width: 4, heads: 2, context: 70, vocabulary: 3 };
/** Two tokens of [layers, 3, heads, d]: each number says where it stands. */
const projected = Float32Array.from({ length: 2 * 2 * 3 * 4 }, (_, at) => 1 + at);

/** Keys and values of a place, [layers, 2, width]. */
function read({ keys, values, span }: Cache, slot: number, place: number): number[] {
  return [0, 1].flatMap((layer) =>
    [keys[layer], values[layer]].flatMap((array) =>
      [0, 1].flatMap((head) => [0, 1].map((at) => array[((slot * 2 + head) * span + place) * 2 + at])),
    ),
  );
}
const second = [5, 6, 7, 8, 9, 10, 11, 12, 17, 18, 19, 20, 21, 22, 23, 24].map((one) => one + 24);
const nothing = Array(16).fill(0);

it('keeps tokens where they were put while it grows, moves and forgets', () => {
  const cache = new Cache(shape, 3);
  expect(cache.span).toBe(32);
  cache.write(2, 31, projected, 1);
  cache.write(0, 5, projected, 1);
  cache.reach(32);
  expect(cache.span).toBe(32);
  cache.reach(33);
  expect(cache.span).toBe(64);
  cache.reach(70);
  expect(cache.span).toBe(70);
  cache.reach(3);
  expect(cache.span).toBe(70);
  const masks = (): string[] =>
    [0, 1, 2].map((slot) => {
      const seen = cache.mask.subarray(slot * cache.span, (slot + 1) * cache.span);
      return [...seen].flatMap((one, place) => (one === MASKED ? [] : [`${place}:${one}`])).join();
    });
  expect(masks()).toEqual(['5:0', '', '31:0']);
  expect([read(cache, 2, 31), read(cache, 0, 5), read(cache, 2, 32)]).toEqual([second, second, nothing]);

  cache.move(2, 1);
  cache.clear(2);
  expect(masks()).toEqual(['5:0', '31:0', '']);
  expect([read(cache, 1, 31), read(cache, 2, 31)]).toEqual([second, nothing]);

  cache.reset();
  expect(cache.span).toBe(32);
  expect(masks()).toEqual(['', '', '']);
  expect([0, 1, 2].map((slot) => read(cache, slot, 5))).toEqual([nothing, nothing, nothing]);
});
