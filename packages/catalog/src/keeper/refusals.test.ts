import { describe, expect, it } from 'vitest';
import { clausesOf, declinedIn } from './refusals.ts';

describe('a refusal', () => {
  it.each([
    ["I'd rather not say", { tells: true, forGood: false, rest: '' }],
    ['that is private', { tells: true, forGood: false, rest: '' }],
    ['no thanks', { tells: false, forGood: false, rest: '' }],
    ['no', { tells: false, forGood: false, rest: '' }],
    ['not now', { tells: false, forGood: false, rest: '' }],
    ['none of your business', { tells: true, forGood: true, rest: '' }],
    ['stop asking me', { tells: true, forGood: true, rest: '' }],
    ['Maybe later. Show me some', { tells: false, forGood: false, rest: 'Show me some' }],
    ['Don’t ask. What about lakes?', { tells: true, forGood: true, rest: 'What about lakes?' }],
  ])('is heard in “%s”', (text, declined) => {
    expect(declinedIn(text)).toEqual(declined);
  });

  it.each([
    'no dogs',
    'no more than 300 euros',
    'a private room',
    'a personal guide please',
    'I would not say no',
    "I don't know",
    'can you tell me more?',
    'I’d rather not go in winter',
    'I never said that',
    '',
  ])('is not heard in “%s”', (text) => {
    expect(declinedIn(text)).toBeUndefined();
  });
});

it('takes a text apart where one thing ends and another begins', () => {
  expect(clausesOf('Sure, please do. And make it under €100; what about lakes?')).toEqual([
    'Sure, please do.',
    'And make it under €100',
    'what about lakes?',
  ]);
  expect(clausesOf(' ?! ')).toEqual([]);
});
