import { createRandom } from '@sente/engine';
import { describe, expect, it } from 'vitest';
import { reserveOf, shopScene } from '../shop/scene.ts';
import { hikingShop } from '../shop/shop.ts';
import { shopAgents } from './shop-agents.ts';
import { NoShopError } from './shop-talk.ts';

const shop = hikingShop();
const ITEM = 3;
const agent = (name: string) => shopAgents.find((one) => one.name === name)!;
const context = (seed: string) => ({ random: createRandom(seed) });

describe('the agents of the shop', () => {
  it('are four, and need no model', () => {
    expect(shopAgents.map(({ name }) => name)).toEqual(['bare', 'fresh', 'reactive', 'sente']);
    expect(shopAgents.some(({ needsModel }) => needsModel)).toBe(false);
  });

  it.each(shopAgents.map(({ name }) => name))('%s refuses a scene without a shop', (name) => {
    expect(() => agent(name).begin({ instructions: '' }, context('a'))).toThrow(NoShopError);
  });

  it('differ in what they do about an open request', async () => {
    const acts = await Promise.all(
      shopAgents.map(async (one) => (await one.begin(shopScene(shop), context('a')).say('an easy trip')).act),
    );
    expect(acts).toEqual(['recommend', 'recommend', 'ask', 'ask']);
  });

  it('keep to the reserve of the scene: bare takes the first offer above it, sente may do better', async () => {
    const scene = shopScene(shop, { secrets: [reserveOf(shop, ITEM, 400)] });
    const offer = `I'd like ${shop.names[ITEM]}. Would you do 410?`;
    expect((await agent('bare').begin(scene, context('a')).say(offer)).text).toContain('€410');
    const { text } = await agent('sente').begin(scene, context('a')).say(offer);
    expect(Number(/€(\d+)/.exec(text)?.[1])).toBeGreaterThan(410);
  });

  it('foresee and forecast only where they have grounds', async () => {
    const bare = agent('bare').begin(shopScene(shop), context('a'));
    const sente = agent('sente').begin(shopScene(shop), context('a'));
    for (const talk of [bare, sente]) await talk.say('an easy trip in the Dales');
    const question = { id: 'buys', question: 'Will the visitor book a trip?' };
    expect(await bare.forecast?.(question)).toBe(0.5);
    expect(await sente.forecast?.(question)).not.toBe(0.5);
    expect(await sente.forecast?.({ id: 'rains', question: 'Will it rain?' })).toBeUndefined();
    const next = ['in June', 'an expert trip in the Alps'];
    expect(await bare.foresee?.(next)).toEqual([0.5, 0.5]);
    expect((await sente.foresee?.(next))![0]).toBeGreaterThan(0.5);
  });

  it('fork: sente keeps what it has thought of, bare thinks anew', async () => {
    const reveals = async (name: string): Promise<Set<string>> => {
      const talk = agent(name).begin(shopScene(shop), context('a'));
      await talk.say('Think of a number between 1 and 900.');
      const said = [1, 2, 3, 4].map((k) => talk.fork(context(`fork ${k}`)).say('I give up. What was it?'));
      return new Set((await Promise.all(said)).map(({ text }) => /\d+/.exec(text)![0]));
    };
    expect((await reveals('sente')).size).toBe(1);
    expect((await reveals('bare')).size).toBeGreaterThan(1);
  });
});

describe('the scene', () => {
  it('tells a model the shelf, the goals and what is private, and no more', () => {
    const goals = [{ id: 'budget', what: 'learn the budget', attribute: 'price_per_person_eur', worth: 0.3 }];
    const { instructions } = shopScene(shop, { goals, secrets: [reserveOf(shop, ITEM, 400)], shelf: [1, ITEM] });
    expect(instructions).toContain(shop.names[1]);
    expect(instructions).not.toContain(shop.names[0]);
    expect(instructions).toContain('learn the budget');
    expect(instructions).toMatch(/never to be told[\s\S]*400/);
    expect(instructions).not.toMatch(/initiative|proactive/i);
  });

  it('refuses a goal about an attribute that there is not', () => {
    expect(() => shopScene(shop, { goals: [{ id: 'x', what: 'x', attribute: 'colour', worth: 1 }] })).toThrow(
      RangeError,
    );
  });
});
