import { createTokenizer, SHOP_WORDS, special } from '@sente/pocket';
import { expect, it } from 'vitest';
import { exampleRequests } from './example-requests.ts';

const all = exampleRequests();

it('are 36, each said in another way, in words that the model knows', () => {
  expect(all.length).toBe(36);
  expect(new Set(all.map(({ text }) => text)).size).toBe(36);
  const tokenizer = createTokenizer(SHOP_WORDS);
  expect(all.filter(({ text }) => tokenizer.encode(text).includes(special('<unknown>')))).toEqual([]);
});

it('lie on both sides of the boundary, and the best act is the one that is worth most', () => {
  for (const { best, worth } of all) expect(worth[best]).toBe(Math.max(...Object.values(worth)));
  expect(new Set(all.map(({ best }) => best)).size).toBe(3);
  const best = (openness: string, hurry: string, reliability: string) =>
    all.find((one) => one.openness === openness && one.hurry === hurry && one.reliability === reliability)?.best;
  expect(best('open', 'relaxed', 'sure')).toBe('ask');
  expect(best('open', 'relaxed', 'unsure')).not.toBe('ask');
  expect(best('narrow', 'hurried', 'sure')).not.toBe('ask');
  expect(best('closed', 'relaxed', 'sure')).toBe('recommend');
});
