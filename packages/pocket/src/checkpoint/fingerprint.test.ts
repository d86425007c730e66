import { expect, it } from 'vitest';
import { tinyCheckpoint } from '../testing/tiny-checkpoint.ts';
import { fingerprint } from './fingerprint.ts';

it('is the same for the same weights, and another as soon as one number or word differs', () => {
  const { card, weights } = tinyCheckpoint();
  const whole = fingerprint({ card, weights });
  expect(fingerprint({ card: { ...card, name: 'another' }, weights: structuredClone(weights) })).toBe(whole);
  expect(fingerprint({ card: { ...card, words: [...card.words].reverse() }, weights })).not.toBe(whole);
  const seen = new Set([whole]);
  for (const name of ['embedding', 'layer1.feed.down', 'norm']) {
    const changed = structuredClone(weights);
    changed[name].data[3] *= 1.0000002;
    seen.add(fingerprint({ card, weights: changed }));
  }
  expect(seen.size).toBe(4);
  expect(whole).toMatch(/^[0-9a-f]{8}$/);
});
