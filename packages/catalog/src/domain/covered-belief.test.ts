import { describe, expect, it } from 'vitest';
import { builtinCatalog } from '../data/builtin.ts';
import { indexCatalog, wishForValue } from '../index/catalog-index.ts';
import { makeCatalog } from '../table/make.ts';
import { coveredBelief, silenceOf } from './covered-belief.ts';
import { addWish, closeAttribute, rejectItems, startState } from './state.ts';

const sum = (weights: Float64Array): number => weights.reduce((all, one) => all + one, 0);

/** Items by the values of columns with one value an item. */
function table(columns: readonly (readonly number[])[]) {
  return indexCatalog(
    makeCatalog({
      name: 'made',
      attributes: columns.map((codes, n) => ({
        key: `column ${n + 1}`,
        type: 'category',
        values: Array.from({ length: Math.max(...codes) + 1 }, (_, value) => `value ${value + 1}`),
      })),
      columns: columns.map((codes) => ({ codes: Uint32Array.from(codes) })),
    }),
  );
}

describe('a belief by what would do', () => {
  it('puts everybody down to the first of items that are alike', () => {
    const index = table([
      [0, 0, 0, 1],
      [0, 0, 0, 1],
    ]);
    const { items, weights, count } = coveredBelief(index, startState(index));
    expect(count).toBe(4);
    expect(items[0]).toBe(0);
    // Three quarters have one of them in mind, and of the others those who mind nothing take it, too.
    expect(weights[0]).toBeGreaterThan(0.75);
    expect(items[1]).toBe(3);
    expect(sum(weights)).toBeCloseTo(1, 9);
    expect(weights[2] + weights[3]).toBeGreaterThan(0);
    expect(weights[2] + weights[3]).toBeLessThan(0.01);
  });

  it('keeps every item of a table of hundreds, and thinks more of the first than the belief in it', () => {
    const index = indexCatalog(builtinCatalog());
    const state = startState(index);
    const { items, weights, count } = coveredBelief(index, state);
    expect([...items].sort((a, b) => a - b)).toEqual([...state.belief.items]);
    expect(count).toBe(300);
    expect(sum(weights)).toBeCloseTo(1, 9);
    expect([...weights]).toEqual([...weights].sort((a, b) => b - a));
    expect(weights[0]).toBeGreaterThan(3 * Math.max(...state.belief.weights));
    const list = Array.from(items.subarray(0, 3));
    const after = coveredBelief(index, rejectItems(state, list));
    for (const item of list) expect([...after.items]).not.toContain(item);
  });

  it('takes silence to be likelier after questions in vain, and less so after wishes', () => {
    const index = indexCatalog(builtinCatalog());
    const state = startState(index);
    const before = silenceOf(state);
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(1);
    const inVain = closeAttribute(index, state, 0);
    expect(silenceOf(inVain)).toBeGreaterThan(before);
    const wish = wishForValue(index.catalog.attributes[1], 1, 0);
    expect(silenceOf(addWish(index, inVain, wish, 'words'))).toBeCloseTo(before, 9);
  });
});
