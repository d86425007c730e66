import { createConcierge, type Wish } from '@sente/catalog';
import { createRandom } from '@sente/engine';
import { describe, expect, it } from 'vitest';
import { hikingShop } from '../shop/shop.ts';
import { userFaults } from './conduct-faults.ts';
import { acceptableTo, drawShopperIntent } from './draw-intent.ts';
import { hearAssistant } from './hear-assistant.ts';
import { createShopper, type ShopperTalk } from './shopper.ts';
import type { ShopperIntent } from './shopper-intent.ts';
import { drawTemperament, TEMPERAMENTS } from './temperaments.ts';
import type { Temperament } from './user.ts';

const shop = hikingShop();
const { catalog } = shop;
const at = (label: string): number => catalog.attributes.findIndex((attribute) => attribute.label === label);
const is = (label: string, ...values: string[]): Wish => ({
  kind: 'is',
  attribute: at(label),
  values: values.map((value) => catalog.attributes[at(label)].values.indexOf(value)),
});
const WISHES: readonly Wish[] = [is('difficulty', 'easy'), is('guided', 'yes'), is('month', 'July')];
const INTENT: ShopperIntent = { wishes: WISHES, acceptable: acceptableTo(catalog, WISHES), buys: true };
const NEVER: Temperament = {
  ...TEMPERAMENTS.steady,
  volunteers: 0,
  explains: 0,
  influenceable: 0,
  guarded: 0,
  noise: 0,
  unknown: 0,
  patience: 99,
};
const good = shop.names[INTENT.acceptable[0]];
const bad = shop.names.find((_, item) => !INTENT.acceptable.includes(item)) as string;

function shopper(changes: Partial<Temperament> = {}, intent: ShopperIntent = INTENT, seed = 1): ShopperTalk {
  return createShopper(shop, intent, { ...NEVER, ...changes }, createRandom(seed));
}

async function said(talk: ShopperTalk, ...assistant: string[]): Promise<string | undefined> {
  await talk.open();
  let last: string | undefined;
  for (const text of assistant) last = await talk.reply(text);
  return last;
}

describe('a shopper', () => {
  it('opens with the first wish, and no other', async () => {
    const text = await shopper().open();
    expect(text).toMatch(/easy/i);
    expect(text).not.toMatch(/guide|July/i);
  });

  it('answers what it is asked', async () => {
    expect(await said(shopper(), 'When would you like to go?')).toBe('In July.');
    expect(await said(shopper(), 'Would you like a guide?')).toMatch(/^yes/i);
    expect(await said(shopper(), 'Would you rather go without a guide?')).toMatch(/^no/i);
    expect(await said(shopper(), 'Which part of the country would you like to walk in?')).toMatch(
      /mind|matter|preference/i,
    );
    expect(await said(shopper(), 'Should the month be May?')).toMatch(/^no/i);
    expect(await said(shopper(), 'What is your budget, and when would you like to go?')).toMatch(
      /(mind|matter|preference).* In July\./i,
    );
  });

  it('says the whole wish where a plain yes would not be all of it', async () => {
    const wishes = [is('difficulty', 'easy'), is('region', 'Amberwood', 'Sarn Coast')];
    const two = shopper({}, { wishes, acceptable: acceptableTo(catalog, wishes), buys: true });
    expect(await said(two, 'Should the region be Amberwood?')).toMatch(/Amberwood or Sarn Coast/);
  });

  it('takes what keeps every wish, and nothing else', async () => {
    const talk = shopper();
    expect(await said(talk, `How about ${good}?`)).toContain(good);
    expect(talk.end).toEqual({ how: 'took', item: INTENT.acceptable[0] });
    expect(await talk.reply('Enjoy it!')).toBeUndefined();
    const other = shopper();
    expect(await said(other, `How about ${bad}?`)).toMatch(/not that one/i);
    expect(other.end).toBeUndefined();
  });

  it('only looks when it does not buy', async () => {
    const talk = shopper({}, { ...INTENT, buys: false });
    expect(await said(talk, `How about ${good}?`)).toMatch(/bye/i);
    expect(talk.end).toMatchObject({ how: 'looked' });
  });

  it('explains as its temperament has it', async () => {
    const hard = shop.names.find(
      (_, item) => acceptableTo(catalog, WISHES.slice(0, 2)).includes(item) && !INTENT.acceptable.includes(item),
    );
    expect(await said(shopper({ explains: 1 }), `How about ${hard}?`)).toMatch(/July/);
    expect(await said(shopper({ explains: 0 }), `How about ${hard}?`)).not.toMatch(/July/);
  });

  it('says what was wrong when it is asked', async () => {
    const hard = shop.names.find(
      (_, item) => acceptableTo(catalog, WISHES.slice(0, 2)).includes(item) && !INTENT.acceptable.includes(item),
    );
    expect(await said(shopper(), `How about ${hard}?`, "What didn't you like about it?")).toMatch(/July/);
  });

  it('lets go of what it never wished for when that is said to be in the way', async () => {
    expect(await said(shopper(), 'Nothing here fits that. Would you be flexible on the region?')).toMatch(/region/);
  });

  it('adds a wish of its own accord as its temperament has it', async () => {
    expect(await said(shopper({ volunteers: 1 }), 'Where would you like to sleep?')).toMatch(/July/);
    expect(await said(shopper(), 'What are you looking for?')).toMatch(/guided/i);
  });

  it('is led only where it wishes nothing', async () => {
    const hint = '64 have lakes; say so if that suits you.';
    expect(await said(shopper({ influenceable: 1 }), hint)).toMatch(/lakes/i);
    expect(await said(shopper(), hint)).not.toMatch(/lakes/i);
    const wrong = '64 go in May; say so if that suits you.';
    expect(await said(shopper({ influenceable: 1, explains: 1 }), wrong)).toMatch(/no.*July/i);
  });

  it('takes back what it only agreed to when nothing fits', async () => {
    const talk = shopper({ influenceable: 1 });
    expect(await said(talk, '64 have lakes; say so if that suits you.', 'Nothing here fits that.')).toMatch(
      /highlights/i,
    );
  });

  it('keeps to itself what it does not know, whoever asks and whenever', async () => {
    for (let seed = 0; seed < 20; seed++) {
      const ask = 'When would you like to go?';
      const first = await said(shopper({ unknown: 0.5 }, INTENT, seed), ask);
      const later = await said(
        shopper({ unknown: 0.5 }, INTENT, seed),
        'Where would you like to sleep?',
        `How about ${bad}?`,
        ask,
      );
      expect(/July/.test(first ?? '')).toBe(/July/.test(later ?? ''));
    }
  });

  it('declines questions about itself if it is guarded', async () => {
    const intent = { ...INTENT, about: { 'email-address': 'My e-mail is ann@example.org' } };
    expect(await said(shopper({}, intent), 'What is your email address?')).toContain('ann@example.org');
    expect(await said(shopper({ guarded: 1 }, intent), 'What is your email address?')).toMatch(/rather|prefer/);
    expect(await said(shopper({}, intent), 'Would you like to join our mailing list?')).toMatch(/no|not/i);
  });

  it('tells a budget that is about itself, and not of its wishes', async () => {
    const intent = { ...INTENT, about: { budget: 'About €500.' } };
    expect(await said(shopper({}, intent), 'What is your budget?')).toContain('€500');
  });

  it('changes its mind when it is due, and not before', async () => {
    const changed = (then?: Wish) => ({ said: is('month', 'May'), ...(then && { then }), after: 1 });
    const replaced = shopper({}, { ...INTENT, changes: [changed(is('month', 'July'))] });
    expect(await said(replaced, 'When would you like to go?')).toMatch(/May/);
    expect(await replaced.reply('Would you like a guide?')).toMatch(/July/);
    const intent = {
      wishes: WISHES.slice(0, 2),
      acceptable: acceptableTo(catalog, WISHES.slice(0, 2)),
      changes: [changed()],
      buys: true,
    };
    const withdrawn = shopper({}, intent);
    expect(await said(withdrawn, 'When would you like to go?')).toMatch(/May/);
    expect(await withdrawn.reply('Where would you like to sleep?')).toMatch(/month/);
  });

  it('leaves when its patience is spent, or when nothing could serve it', async () => {
    const tired = shopper({ patience: 2 });
    await said(tired, ...Array.from({ length: 20 }, () => 'Well.'));
    expect(tired.end).toEqual({ how: 'left' });
    const hopeless = shopper(
      {},
      { wishes: [is('region', 'Sarn Coast'), is('highlights', 'glaciers')], acceptable: [], buys: true },
    );
    expect(await said(hopeless, 'What would you like to see on the way?', 'Nothing here fits that.')).toMatch(/bye/i);
    expect(hopeless.end).toEqual({ how: 'hopeless' });
  });

  it('goes on from a first turn that was spoken for it', async () => {
    const talk = createShopper(shop, INTENT, { ...NEVER, explains: 1 }, createRandom(1), {
      opening: { text: 'Something easy, please.', attributes: [at('difficulty')] },
    });
    expect(talk.said).toEqual([WISHES[0]]);
    expect(await talk.reply('What are you looking for?')).toMatch(/guided/i);
  });

  it('says the same for the same seed', async () => {
    const turns = ['When would you like to go?', `How about ${bad}?`, 'Would you like a guide?'];
    const run = async (seed: number) => {
      const talk = shopper({ unknown: 0.3, explains: 0.5, volunteers: 0.3 }, INTENT, seed);
      const words = [await talk.open()];
      for (const text of turns) words.push((await talk.reply(text)) ?? '');
      return words;
    };
    expect(await run(3)).toEqual(await run(3));
    expect(new Set((await Promise.all([1, 2, 3, 4, 5].map(run))).map(String)).size).toBeGreaterThan(2);
  });
});

describe('shoppers with the concierge', () => {
  it('do nothing wrong by their own meter, and the concierge is heard right', async () => {
    const counts = { asks: 0, shows: 0 };
    for (let k = 0; k < 60; k++) {
      const random = createRandom(`meter ${k}`);
      const intent = drawShopperIntent(shop, random.split('intent'), { changes: k % 3, fails: k % 5 === 0 });
      const temperament = drawTemperament(random, k % 4 === 0 ? { noise: 0.3, unknown: 0.2 } : {});
      const user = createShopper(shop, intent, temperament, random.split('user'));
      const concierge = createConcierge(catalog, { seed: k, horizon: k % 2 });
      const turns: { speaker: string; text: string }[] = [];
      let text: string | undefined = await user.open();
      for (let turn = 0; turn < 10 && text !== undefined; turn++) {
        const reply = concierge.say(text);
        turns.push({ speaker: 'user', text }, { speaker: 'assistant', text: reply.text });
        text = await user.reply(reply.text);
        if (reply.ended) continue;
        const heard = hearAssistant(shop, reply.text);
        if (reply.items.length > 0) expect(heard.items, reply.text).toEqual(reply.items.map(({ item }) => item));
        const asks = /^ask:(\d+)/.exec(reply.decision.chosen)?.[1];
        expect(
          heard.questions.map(({ attribute }) => attribute),
          reply.text,
        ).toEqual(asks === undefined ? [] : [Number(asks)]);
        counts.asks += heard.questions.length;
        counts.shows += heard.items.length > 0 ? 1 : 0;
      }
      expect(
        userFaults({ shop, intent, temperament, turns, left: false, noisy: user.noisy }),
        turns.map(String).join('\n'),
      ).toEqual([]);
      expect(user.conduct()).toMatchObject({ leaks: 0, contradictions: 0, swaps: 0, stoppedEarly: 0 });
    }
    expect(Math.min(counts.asks, counts.shows)).toBeGreaterThan(20);
  });
});
