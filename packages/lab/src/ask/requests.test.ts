import { indexCatalog } from '@sente/catalog';
import { createRandom } from '@sente/engine';
import { describe, expect, it } from 'vitest';
import { hikingShop } from '../shop/shop.ts';
import { lexiconOf, plainText } from '../users/lexicon.ts';
import { CLOSED_TO, drawRequests, fitting, OPEN_BITS, OPEN_FROM } from './requests.ts';
import { bestQuestion } from './table-bits.ts';

const shop = hikingShop();
const index = indexCatalog(shop.catalog);
const cases = [1, 2, 3].flatMap((seed) => drawRequests(shop, createRandom(seed), 60));

describe('drawRequests', () => {
  it('draws half of them open, each with much that fits and a question that would settle much of it', () => {
    const open = cases.filter(({ cell }) => cell === 'open');
    expect(open).toHaveLength(90);
    for (const { intent, said } of open) {
      const fit = fitting(index, intent.wishes.slice(0, said));
      expect(fit.length).toBeGreaterThanOrEqual(OPEN_FROM);
      expect(bestQuestion(shop.catalog, fit, 'open', 'one')?.bits).toBeGreaterThanOrEqual(OPEN_BITS);
      expect(intent.acceptable.length).toBeGreaterThan(0);
      expect(intent.acceptable.length).toBeLessThan(fit.length / 3);
      expect(intent.acceptable).toEqual(fitting(index, intent.wishes));
    }
  });

  it('draws closed ones that few items fit, or that have one right answer', () => {
    const closed = cases.filter(({ cell }) => cell === 'closed');
    for (const { intent, said, direct } of closed) {
      if (direct) continue;
      expect(said).toBe(intent.wishes.length);
      expect(intent.acceptable.length).toBeGreaterThan(0);
      expect(intent.acceptable.length).toBeLessThanOrEqual(CLOSED_TO);
    }
    const kinds = new Set(closed.map(({ direct }) => direct?.about ?? 'wishes'));
    expect([...kinds].sort()).toEqual(['count', 'fact', 'most', 'name', 'wishes']);
  });

  it('says every wish of the first line, and leaves no mark of a template', () => {
    for (const { request, intent, said, direct } of cases) {
      expect(request).not.toMatch(/NAME|SOME|MOST|undefined|\bA\b(?! Day)/);
      if (direct) continue;
      const named = new Set(
        lexiconOf(shop)
          .mentions(plainText(request))
          .map(({ attribute }) => attribute),
      );
      for (const { attribute } of intent.wishes.slice(0, said)) expect(named, request).toContain(attribute);
    }
  });

  it('draws the same for the same seed, and other ones for another', () => {
    expect(drawRequests(shop, createRandom(1), 60)).toEqual(cases.slice(0, 60));
    expect(cases[0]).not.toEqual(cases[60]);
  });
});
