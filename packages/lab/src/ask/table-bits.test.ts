import { describe, expect, it } from 'vitest';
import { at, HUTS } from './made-shop.test.support.ts';
import { askable, bestQuestion, bitsOf } from './table-bits.ts';

const { catalog } = HUTS;
const ALL = [0, 1, 2, 3, 4, 5, 6, 7];

describe('bitsOf', () => {
  it('is the entropy of the answers where each item has one', () => {
    expect(bitsOf(catalog, ALL, { attribute: at('side') }, 'one')).toBeCloseTo(1);
    expect(bitsOf(catalog, ALL, { attribute: at('size') }, 'one')).toBeCloseTo(2);
    expect(bitsOf(catalog, [0, 1, 2], { attribute: at('side') }, 'one')).toBe(0);
    expect(bitsOf(catalog, [], { attribute: at('side') }, 'one')).toBe(0);
  });

  it('is the entropy of a yes where one value is asked about', () => {
    const small = catalog.attributes[at('size')].values.indexOf('small');
    // A quarter says yes: ¼·2 + ¾·log2(4/3).
    expect(bitsOf(catalog, ALL, { attribute: at('size'), value: small }, 'one')).toBeCloseTo(0.8112781, 6);
  });

  it('takes off what the choice among several values hides', () => {
    // Fuels, twice each: {oak, pine}, {oak}, {pine}, {oak, pine, peat}. One of them is said, each equally likely:
    // oak ¼(½ + 1 + 0 + ⅓) = 11/24, pine the same, peat 2/24.
    const said = -(2 * (11 / 24) * Math.log2(11 / 24) + (2 / 24) * Math.log2(2 / 24));
    const hidden = (Math.log2(2) + Math.log2(3)) / 4;
    expect(bitsOf(catalog, ALL, { attribute: at('fuels') }, 'one')).toBeCloseTo(said - hidden, 9);
    // All of them said tell which of the four sets it is.
    expect(bitsOf(catalog, ALL, { attribute: at('fuels') }, 'all')).toBeCloseTo(2);
  });
});

describe('bestQuestion', () => {
  it('finds the question of a form that tells most', () => {
    const open = bestQuestion(catalog, ALL, 'open', 'one');
    expect(open?.question).toEqual({ attribute: at('size') });
    expect(open?.bits).toBeCloseTo(2);
    expect(bestQuestion(catalog, ALL, 'yes-no', 'one')?.bits).toBeCloseTo(1);
    expect(bestQuestion(catalog, ALL, 'open', 'one', [])).toBeUndefined();
    expect(askable(catalog)).toHaveLength(4);
  });
});
