import type { LearnedValues, UnmetWish } from '@sente/catalog';
import { expect, it } from 'vitest';
import { fakeMaker, lampCatalog } from '../testing/fake-world.ts';
import { ChatDesk } from './chat-desk.ts';

it('puts conversations about large catalogues away, and plays them again without counting a wish twice', () => {
  const maker = fakeMaker();
  const unmet: UnmetWish[] = [];
  let ids = 0;
  const desk = new ChatDesk({
    maker,
    catalog: () => ({ ...lampCatalog(), size: 10_000_000 }), // room for two in memory
    horizon: 2,
    conversations: 10,
    idle: 1000,
    now: () => 0,
    newId: () => `c${ids++}`,
    onUnmet: (wish) => unmet.push(wish),
  });
  const { conversation } = desk.turn({ message: 'unicorn' });
  desk.turn({});
  desk.turn({});
  expect(maker.restored).toBe(0);
  expect(desk.turn({ conversation, message: 'red' }).text).toBe('2: red');
  expect(maker.restored).toBe(1);
  expect(unmet).toHaveLength(1);
  desk.turn({ conversation, message: 'unicorn' });
  expect(maker.restored).toBe(1);
  expect(unmet).toHaveLength(2);
});

it('counts a wish once when two assistants hear it, and still counts it when only one is left', () => {
  const unmet: UnmetWish[] = [];
  let ids = 0;
  const desk = new ChatDesk({
    maker: fakeMaker(),
    catalog: () => lampCatalog(),
    horizon: 2,
    conversations: 10,
    idle: 1000,
    now: () => 0,
    newId: () => `c${ids++}`,
    onUnmet: (wish) => unmet.push(wish),
  });
  const opened = desk.compare({ message: 'unicorn' });
  expect(unmet).toHaveLength(1);
  const pair = { passive: opened.passive.conversation, initiative: opened.initiative.conversation };
  desk.compare({ ...pair, message: 'unicorn' });
  expect(unmet).toHaveLength(2);
  desk.turn({ conversation: pair.passive, message: 'unicorn' });
  expect(unmet).toHaveLength(3);
  desk.turn({ conversation: pair.initiative, message: 'bye' });
  desk.compare({ ...pair, message: 'unicorn' });
  expect(unmet).toHaveLength(4);
});

it('keeps the policy that a conversation began with, when it is played again too', () => {
  const maker = fakeMaker();
  const restored: unknown[] = [];
  let ids = 0;
  const policy = (): LearnedValues => ({ listSize: 3, score: () => ({ list: 0, questions: [], offers: [] }) });
  const policies = [policy(), policy()];
  let learned: LearnedValues | undefined;
  const desk = new ChatDesk({
    maker: {
      create: maker.create,
      restore(catalog, saved, options) {
        restored.push(options.learned);
        return maker.restore(catalog, saved, options);
      },
    },
    catalog: () => ({ ...lampCatalog(), size: 10_000_000 }), // room for two in memory
    learned: () => learned,
    horizon: 2,
    conversations: 10,
    idle: 1000,
    now: () => 0,
    newId: () => `c${ids++}`,
    onUnmet: () => {},
  });
  const conversations = [undefined, ...policies, undefined].map((given) => {
    learned = given;
    return desk.turn({ message: 'red' }).conversation;
  });
  learned = policies[1];
  for (const conversation of conversations) desk.turn({ conversation, message: 'blue' });
  for (const conversation of conversations) desk.turn({ conversation, message: 'red' });
  expect(maker.created.map((options) => options.learned)).toEqual([undefined, ...policies, undefined]);
  expect(restored.slice(0, 2)).toEqual([undefined, policies[0]]);
  expect(restored.slice(-4)).toEqual([undefined, ...policies, undefined]);
  expect(restored.at(-3)).toBe(policies[0]);
});
