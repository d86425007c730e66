import { createRandom } from '@sente/engine';
import { BAGS, bagName, readReply, SHOP_WORDS } from '@sente/pocket';
import { describe, expect, it } from 'vitest';
import { ABSTAIN, ASK, OFFER, PRICE, RECOMMEND } from './assistant-turns.ts';
import { PRICE_OF_IT, PRICE_QUESTION } from './facts.ts';
import { HURRIED, RELAXED } from './hurry.ts';
import { type Phrases, phrases, say } from './phrases.ts';
import { RELIABILITY } from './reliability.ts';
import { REQUESTS } from './request.ts';
import { LOOSE_TALK, SMALL_TALK } from './small-talk.ts';

const all = (list: Phrases): readonly string[] => [...list.train, ...list['held-out']];

describe('phrases', () => {
  it('keeps a fifth out of training, and nothing is on both sides', () => {
    for (const list of [
      RECOMMEND,
      ASK,
      ABSTAIN,
      HURRIED,
      RELAXED,
      REQUESTS,
      ...Object.values(RELIABILITY),
      SMALL_TALK,
      LOOSE_TALK,
    ]) {
      expect(list['held-out'].length / all(list).length).toBeGreaterThan(0.15);
      expect(new Set(all(list)).size).toBe(all(list).length);
    }
  });

  it('has as many as were asked for', () => {
    for (const list of [RECOMMEND, ASK, ABSTAIN]) expect(list.train.length).toBeGreaterThanOrEqual(12);
    for (const list of [HURRIED, RELAXED, ...Object.values(RELIABILITY)])
      expect(list.train.length).toBeGreaterThanOrEqual(20);
    expect(REQUESTS.train.length).toBeGreaterThanOrEqual(25);
  });

  it('uses words of the shop only', () => {
    const words = new Set(SHOP_WORDS);
    for (const list of [
      RECOMMEND,
      ASK,
      ABSTAIN,
      PRICE,
      OFFER,
      PRICE_QUESTION,
      PRICE_OF_IT,
      HURRIED,
      RELAXED,
      REQUESTS,
      ...Object.values(RELIABILITY),
    ]) {
      for (const template of all(list)) {
        const unknown = template.split(' ').filter((word) => !word.startsWith('{') && !words.has(word));
        expect(unknown, template).toEqual([]);
      }
    }
  });

  it('has assistants do what the template stands for, as replies are read', () => {
    const random = createRandom(1);
    for (const split of ['train', 'held-out'] as const) {
      for (const bag of BAGS) {
        const reply = say(RECOMMEND, { split, random }, { bag: bagName(bag) });
        expect(readReply(reply)).toMatchObject({ act: 'recommend', bag });
        expect(readReply(`${reply} ${say(OFFER, { split, random })}`)).toMatchObject({ act: 'recommend', bag });
      }
    }
    for (const template of all(ASK)) {
      const text = template.replace('{attribute}', 'size').replace('{values}', 'small , medium or large');
      expect(readReply(text), text).toMatchObject({ act: 'ask', attribute: 'size' });
    }
    for (const text of all(ABSTAIN)) expect(readReply(text), text).toMatchObject({ act: 'abstain' });
    for (const template of all(PRICE)) {
      expect(readReply(template.replace('{price}', 'thirty five')), template).toMatchObject({
        act: 'answer',
        price: 35,
      });
    }
  });

  it('throws for a slot that nobody fills', () => {
    expect(() => say(phrases('a {thing} .'), { split: 'train', random: createRandom(1) })).toThrow(RangeError);
  });
});
