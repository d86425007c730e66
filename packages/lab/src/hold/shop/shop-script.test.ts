import type { Wish } from '@sente/catalog';
import { createRandom } from '@sente/engine';
import { describe, expect, it } from 'vitest';
import { hikingShop } from '../../shop/shop.ts';
import { acceptableTo } from '../../users/draw-intent.ts';
import type { ShopperIntent } from '../../users/shopper-intent.ts';
import { itemsScorer } from '../score/items.ts';
import { openShards } from '../user/script.ts';
import { drawShopCases } from './draw-cases.ts';
import { faultsOf } from './faults.ts';
import { effectsOf, shopScript, standingAfter } from './shop-script.ts';

const shop = hikingShop();
const { catalog, names } = shop;
const place = (key: string): number => catalog.attributes.findIndex((attribute) => attribute.key === key);
const is = (key: string, value: string): Wish => ({
  kind: 'is',
  attribute: place(key),
  values: [catalog.attributes[place(key)].values.indexOf(value)],
});

const EASY = is('difficulty', 'easy');
const HARD = is('difficulty', 'demanding');
const GUIDED = is('guided', 'yes');
const JULY = is('months', 'July');
const intentOf = (wishes: readonly Wish[], changes: ShopperIntent['changes'] = []): ShopperIntent => ({
  wishes,
  acceptable: acceptableTo(catalog, wishes),
  changes,
  buys: false,
});

describe('a shopper as a script', () => {
  // biome-ignore lint/suspicious/noThenProperty: the contract calls it so, and it is no function
  const intent = intentOf([EASY, GUIDED, JULY], [{ said: HARD, then: EASY, after: 1 }]);
  const effects = effectsOf(intent);

  it('says first what will be replaced, and the change after so many other wishes', () => {
    expect(effects.map((effect) => (effect.kind === 'wish' ? effect.wish : effect.kind))).toEqual([
      'opening',
      HARD,
      GUIDED,
      'change',
      JULY,
    ]);
    expect(openShards(shopScript(shop, intent, createRandom(1)), [0])).not.toContain(3);
    expect(openShards(shopScript(shop, intent, createRandom(1)), [0, 1, 2])).toContain(3);
  });

  it('knows what stands and what was taken back', () => {
    expect(standingAfter(effects, [0, 1, 2])).toEqual({ wishes: [HARD, GUIDED], takenBack: [] });
    expect(standingAfter(effects, [0, 1, 2, 3])).toEqual({ wishes: [GUIDED, EASY], takenBack: [HARD] });
    const withdrawn = effectsOf(intentOf([GUIDED, JULY], [{ said: HARD, after: 1 }]));
    expect(standingAfter(withdrawn, [0, 1, 2, 3, 4])).toEqual({ wishes: [GUIDED, JULY], takenBack: [HARD] });
  });

  it('answers a question by the wish about it, and does not mind where there is none', () => {
    const script = shopScript(shop, intent, createRandom(2));
    expect(script.callOf('Would you like a guided trip?', [0])).toEqual({ kind: 'asked', shard: 2 });
    expect(script.callOf('Which month would you like to go in?', [0])).toEqual({ kind: 'asked', shard: 4 });
    expect(script.callOf('What is your budget?', [0])).toEqual({ kind: 'unrelated' });
    expect(script.callOf('Would you like a guided trip?', [0, 2])).toEqual({ kind: 'again', shard: 2 });
    expect(script.callOf(`How about ${names[3]}?`, [0])).toEqual({ kind: 'open' });
  });

  it('does not repeat what the next piece takes back', () => {
    const script = shopScript(shop, intent, createRandom(3));
    expect(script.standing([0, 1, 2])).toHaveLength(3);
    expect(script.standing([0, 1, 2], 3)).toHaveLength(2);
  });
});

describe('what is wrong with an answer', () => {
  const acceptable = acceptableTo(catalog, [EASY, GUIDED]);
  const [right] = acceptable;
  const hard = acceptableTo(catalog, [HARD, GUIDED])[0];

  it('names the standing wishes that an item breaks', () => {
    expect(faultsOf(catalog, [right], { wishes: [EASY, GUIDED], takenBack: [] }, acceptable)).toEqual({
      broken: [],
      kept: [],
      isPremature: false,
    });
    expect(faultsOf(catalog, [right, hard], { wishes: [EASY, GUIDED], takenBack: [] }, acceptable).broken).toEqual([
      EASY,
    ]);
  });

  it('does not blame an answer for wishes that nothing keeps together', () => {
    const impossible = { wishes: [EASY, HARD], takenBack: [] };
    expect(faultsOf(catalog, [right], impossible, acceptable)).toMatchObject({ broken: [], isPremature: false });
  });

  it('calls an answer early as long as something that fits all that was said could be wrong', () => {
    expect(faultsOf(catalog, [right], { wishes: [EASY], takenBack: [] }, acceptable).isPremature).toBe(true);
    expect(faultsOf(catalog, [right], { wishes: [EASY, GUIDED, JULY], takenBack: [] }, acceptable).isPremature).toBe(
      false,
    );
  });

  it('names what was taken back and is obeyed by all', () => {
    expect(faultsOf(catalog, [hard], { wishes: [GUIDED], takenBack: [HARD] }, acceptable).kept).toEqual([HARD]);
    expect(faultsOf(catalog, [hard, right], { wishes: [GUIDED], takenBack: [HARD] }, acceptable).kept).toEqual([]);
  });

  it('scores the share of the items named that are acceptable', () => {
    const scorer = itemsScorer(shop);
    const answer = scorer.extract(`1. ${names[right]}: nice\n2. ${names[hard]}: steep`, [...acceptable]);
    expect(answer).toBe(`${names[right]}\n${names[hard]}`);
    expect(scorer.score(answer ?? '', [...acceptable])).toBe(0.5);
    expect(scorer.extract('Which month?', [...acceptable])).toBeUndefined();
  });
});

describe('the shoppers', () => {
  const cases = drawShopCases(3, 30);
  const intents = cases.filter(({ cell }) => cell === 'full').map(({ intent }) => intent);

  it('come with three to six pieces, half of them with a wish that does not last', () => {
    for (const intent of intents) {
      const pieces = effectsOf(intent).length;
      expect(pieces).toBeGreaterThanOrEqual(3);
      expect(pieces).toBeLessThanOrEqual(6);
      expect(intent.acceptable).toEqual(acceptableTo(catalog, intent.wishes));
      expect(intent.acceptable.length).toBeGreaterThan(0);
    }
    expect(intents.filter(({ changes = [] }) => changes.length > 0)).toHaveLength(15);
  });

  it('leave language models a shelf on which one to four trips will do', () => {
    for (const { shelf, intent } of cases) {
      expect(new Set(shelf).size).toBe(40);
      const serving = shelf.filter((item) => intent.acceptable.includes(item)).length;
      expect(serving).toBe(Math.min(4, intent.acceptable.length));
    }
  });

  it('are the first ones of a longer draw', () => {
    expect(drawShopCases(3, 10)).toEqual(cases.slice(0, 50));
  });
});
