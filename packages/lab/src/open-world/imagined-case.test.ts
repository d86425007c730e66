import { scriptedModel } from '@sente/language/testing';
import { describe, expect, it } from 'vitest';
import { decideCase, shopCase } from './imagined-case.ts';
import { SHOP_MODELS, shopModel } from './shop-models.ts';

describe('a case of the text shop', () => {
  it('knows whom the oracle imagined and what its choice is worth', async () => {
    const figures = await decideCase(shopCase(1, 3), shopModel('oracle'));
    expect(figures).toMatchObject({ stated: 3, calls: 2, regret: 0, sameKind: true });
    expect(figures.covered).toBeCloseTo(1);
    expect(figures.distance).toBeCloseTo(0);
    expect(figures.imagined.some(({ isTrue }) => isTrue)).toBe(true);
  });

  it('covers no more than as many of the likeliest would', async () => {
    for (const name of SHOP_MODELS) {
      const { covered, coverable, distance, regret = 0 } = await decideCase(shopCase(2, 5), shopModel(name));
      expect(covered).toBeLessThanOrEqual(coverable + 1e-12);
      expect(distance).toBeGreaterThanOrEqual(0);
      expect(regret).toBeGreaterThanOrEqual(0);
    }
  });

  it('asks what is worth asking when the imagined customers stand for all, and not when they are the likeliest', async () => {
    const grouped = await decideCase(shopCase(1, 0), shopModel('grouped'));
    expect(grouped.chosen).toMatch(/^ask/);
    expect(grouped.regret).toBeLessThan(grouped.passive);
    const few = await decideCase(shopCase(1, 0), shopModel('few'));
    expect(few.chosen).toMatch(/^recommend/);
  });

  it('plays the same prompts forward, with users who are told apart by what they say', async () => {
    const model = shopModel('grouped');
    const figures = await decideCase(shopCase(1, 0), model, { depth: 'simulate' });
    expect(figures.calls).toBe(model.calls.length);
    const said = model.calls
      .filter(({ label }) => label === 'reply')
      .map(({ options }) => JSON.stringify(options.prompt));
    expect(said.some((prompt) => /No, it should be|I do not mind/.test(prompt))).toBe(true);
    expect(new Set(model.calls.map(({ label }) => label))).toEqual(
      new Set(['read', 'weigh', 'write', 'user', 'reply', 'judge']),
    );
  });

  it('reads an answer that names no lamp from the reply that follows', async () => {
    const one = shopCase(1, 3);
    const name = one.shop.view(7).name;
    const model = scriptedModel({
      read: { kind: 'new', users: [{ wants: 'a lamp', share: 100 }] },
      bare: `Take ${name}.`,
    });
    expect((await decideCase(one, model)).chosen).toBe(`recommend ${name}`);
    const silent = scriptedModel({ read: { kind: 'new', users: [{ wants: 'a lamp', share: 100 }] }, bare: 'Well.' });
    expect((await decideCase(one, silent)).regret).toBeUndefined();
  });

  it('says when the layer stood aside', async () => {
    const figures = await decideCase(shopCase(1, 1), scriptedModel({ read: new Error('no'), bare: 'no' }));
    expect(figures.aside).toContain('fault');
  });

  it('refuses a model that it does not know', () => {
    expect(() => shopModel('human')).toThrow(/oracle, sampled/);
  });
});
