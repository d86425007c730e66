import { createRandom, fitForecaster, fitScaling, SCALING_KINDS } from '@sente/engine';
import { describe, expect, it } from 'vitest';
import { commitmentsSchema, forecasterSchema } from './setting-schemas.ts';

const random = createRandom('schemas');
const known = Array.from({ length: 300 }, () => {
  const probability = random.next();
  return { probability, outcome: random.next() < probability ** 2 };
});

describe('forecasters', () => {
  it.each(SCALING_KINDS)('are taken as they are written: %s', (kind) => {
    const written = JSON.parse(JSON.stringify({ scaling: fitScaling(kind, known), threshold: 0.4 }));
    expect(forecasterSchema.parse(written)).toEqual(written);
  });

  it('are taken with a promise that could not be kept', () => {
    const promise = { among: 'answered', risk: 0.01, failure: 0.01 } as const;
    const written = JSON.parse(JSON.stringify(fitForecaster(known, createRandom(1), { promise })));
    expect(written.threshold).toBe(2);
    expect(forecasterSchema.parse(written)).toEqual(written);
  });

  it.each([
    [{ scaling: { kind: 'isotonic', at: [0.2, 0.1], value: [0, 1] }, threshold: 0 }, 'scaling.at'],
    [{ scaling: { kind: 'isotonic', at: [0.1, 0.2], value: [1, 0] }, threshold: 0 }, 'scaling.value'],
    [{ scaling: { kind: 'isotonic', at: [0.1, 0.2], value: [1] }, threshold: 0 }, 'scaling.value'],
    [{ scaling: { kind: 'isotonic', at: [], value: [] }, threshold: 0 }, 'scaling.at'],
    [{ scaling: { kind: 'temperature', temperature: 0 }, threshold: 0 }, 'scaling.temperature'],
    [{ scaling: { kind: 'sharper' }, threshold: 0 }, 'scaling.kind'],
    [{ scaling: { kind: 'identity' } }, 'threshold'],
  ])('are refused with the place: %j', (parts, place) => {
    expect(forecasterSchema.safeParse(parts).error?.issues[0].path.join('.')).toBe(place);
  });
});

describe('commitments', () => {
  const word = { id: 'word', about: 'the word', value: 'otter' };

  it('are taken as many and as long as the vault keeps them', () => {
    const most = Array.from({ length: 20 }, (_, i) => ({ ...word, id: `c${i}`, value: 'x'.repeat(2000) }));
    expect(commitmentsSchema.parse(most)).toEqual(most);
  });

  it.each([
    [[{ ...word, value: ' ' }], '0.value'],
    [[{ ...word, value: `otter${'x'.repeat(2000)}` }], '0.value'],
    [[{ ...word, id: '' }], '0.id'],
    [[word, { ...word, value: 'badger' }], '1.id'],
    [[{ ...word, secret: true }], '0'],
    [Array.from({ length: 21 }, (_, i) => ({ ...word, id: `c${i}` })), ''],
  ])('beyond its bounds are refused with the place, and without the value', (commitments, place) => {
    const { issues } = commitmentsSchema.safeParse(commitments).error!;
    expect(issues[0].path.join('.')).toBe(place);
    expect(JSON.stringify(issues)).not.toMatch(/otter|badger/);
  });
});
