import { createRandom } from '@sente/engine';
import { describe, expect, it } from 'vitest';
import { makeWorld, SIZES, type Size, zipf } from './world.ts';

describe('made worlds', () => {
  it.each(Object.keys(SIZES) as Size[])('%s has the size it says, and the same seed makes it again', (size) => {
    const { catalog, salience } = makeWorld(size, createRandom(1));
    const { slots, values, items } = SIZES[size];
    expect(catalog.size).toBe(items);
    expect(catalog.attributes).toHaveLength(slots);
    expect(new Set(catalog.attributes.map(({ key }) => key)).size).toBe(slots);
    for (const attribute of catalog.attributes) expect(attribute.values).toHaveLength(values);
    for (const { codes } of catalog.columns) expect(Math.max(...codes)).toBeLessThan(values);
    for (const chance of salience) {
      expect(chance).toBeGreaterThanOrEqual(0.15);
      expect(chance).toBeLessThan(0.55);
    }
    expect(makeWorld(size, createRandom(1)).catalog.columns).toEqual(catalog.columns);
    expect(makeWorld(size, createRandom(2)).catalog.columns).not.toEqual(catalog.columns);
  });

  it('draws values from a Zipf law', () => {
    expect([...zipf(3)].map((p) => p.toFixed(4))).toEqual(['0.5455', '0.2727', '0.1818']);
    const shares = new Float64Array(8);
    for (let seed = 0; seed < 12; seed++) {
      const { catalog } = makeWorld('large', createRandom(seed));
      for (const { codes } of catalog.columns) for (const code of codes) shares[code] += 1 / (codes.length * 12 * 12);
    }
    const law = zipf(8);
    for (let v = 0; v < 8; v++) expect(Math.abs(shares[v] - law[v])).toBeLessThan(0.05);
  });

  it('correlates slots: pairs hold more information than they would if drawn apart', () => {
    const { catalog } = makeWorld('large', createRandom(3));
    let bits = 0;
    for (let slot = 1; slot < 12; slot++)
      bits += mutualInformation(catalog.columns[0].codes, catalog.columns[slot].codes);
    const shuffled = Uint32Array.from(catalog.columns[0].codes, (_, i) => catalog.columns[0].codes[(i * 1117) % 5000]);
    let apart = 0;
    for (let slot = 1; slot < 12; slot++) apart += mutualInformation(shuffled, catalog.columns[slot].codes);
    expect(bits).toBeGreaterThan(3 * apart);
  });

  it('shows an item by its values', () => {
    const { catalog } = makeWorld('small', createRandom(1));
    const view = catalog.view(7);
    expect(view.facts).toHaveLength(4);
    expect(view.facts[2].value).toBe(catalog.attributes[2].values[catalog.columns[2].codes[7]]);
  });
});

function mutualInformation(a: Uint32Array, b: Uint32Array): number {
  const joint = new Map<string, number>();
  const count = (key: string): void => void joint.set(key, (joint.get(key) ?? 0) + 1);
  for (let i = 0; i < a.length; i++) for (const key of [`${a[i]},`, `,${b[i]}`, `${a[i]},${b[i]}`]) count(key);
  let bits = 0;
  for (const [key, n] of joint) {
    const [x, y] = key.split(',');
    if (x === '' || y === '') continue;
    const pair = n / a.length;
    bits += pair * Math.log2((pair * a.length * a.length) / (joint.get(`${x},`)! * joint.get(`,${y}`)!));
  }
  return bits;
}
