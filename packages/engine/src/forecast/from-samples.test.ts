import { describe, expect, it } from 'vitest';
import { probabilityFromSamples } from './from-samples.ts';

describe('a probability from samples', () => {
  it('is Laplace’s, and never quite certain', () => {
    expect(probabilityFromSamples([true, true, true])).toBe(0.8);
    expect(probabilityFromSamples([false, true, false, false])).toBeCloseTo(1 / 3);
    expect(probabilityFromSamples([true], 0.5)).toBe(0.75);
  });

  it('leaves out what could not be read', () => {
    expect(probabilityFromSamples([true, undefined, undefined])).toBeCloseTo(2 / 3);
    expect(probabilityFromSamples([])).toBe(0.5);
  });
});
