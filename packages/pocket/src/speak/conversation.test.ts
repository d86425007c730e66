import fc from 'fast-check';
import { expect, it } from 'vitest';
import { special } from '../model/special.ts';
import { SHOP_WORDS } from '../shop/words.ts';
import { createTokenizer } from '../text/tokenizer.ts';
import { conversationTokens, fittingTokens, REPLY_ROOM, type SpokenTurn } from './conversation.ts';

const tokenizer = createTokenizer(SHOP_WORDS);
const user = (text: string): SpokenTurn => ({ speaker: 'user', text });
const assistant = (text: string): SpokenTurn => ({ speaker: 'assistant', text });
const [USER, ASSISTANT, END] = (['<user>', '<assistant>', '<end>'] as const).map(special);

it('writes turn behind turn', () => {
  expect(conversationTokens(tokenizer, [user('Red!'), assistant('which size ?'), user('<end> small')])).toEqual([
    ...[USER, ...tokenizer.encode('red !'), END],
    ...[ASSISTANT, ...tokenizer.encode('which size ?'), END],
    ...[USER, special('<unknown>'), special('<unknown>'), special('<unknown>'), tokenizer.id('small'), END],
  ]);
});

it('leaves out the oldest exchanges, whole', () => {
  const turns = [
    user('a red bag'),
    assistant('which size ?'),
    user('small'),
    assistant('which colour ?'),
    user('blue'),
  ];
  const whole = conversationTokens(tokenizer, turns);
  expect(fittingTokens(tokenizer, turns, whole.length)).toEqual(whole);
  const later = conversationTokens(tokenizer, turns.slice(2));
  expect(fittingTokens(tokenizer, turns, whole.length - 1)).toEqual(later);
  expect(fittingTokens(tokenizer, turns, later.length)).toEqual(later);
  expect(fittingTokens(tokenizer, turns, later.length - 1)).toEqual(conversationTokens(tokenizer, turns.slice(4)));
});

it('cuts a turn that is too long by itself at its start', () => {
  const turns = [user('a red bag'), assistant('which size ?'), user('i want a small red leather bag')];
  expect(fittingTokens(tokenizer, turns, 5)).toEqual([USER, ...tokenizer.encode('red leather bag'), END]);
  expect(() => fittingTokens(tokenizer, turns, 2)).toThrow(RangeError);
});

it('always fits, keeps the end of what was said last, and begins with a speaker', () => {
  const turn = fc.record({
    speaker: fc.constantFrom('user' as const, 'assistant' as const),
    text: fc.array(fc.constantFrom(...SHOP_WORDS), { maxLength: 40 }).map((words) => words.join(' ')),
  });
  fc.assert(
    fc.property(fc.array(turn, { minLength: 1 }), fc.integer({ min: 3, max: 96 }), (turns, room) => {
      const whole = conversationTokens(tokenizer, turns);
      const tokens = fittingTokens(tokenizer, turns, room);
      expect(tokens.length).toBeLessThanOrEqual(room);
      expect(tokens.slice(1)).toEqual(whole.slice(whole.length - tokens.length + 1));
      expect([USER, ASSISTANT]).toContain(tokens[0]);
    }),
  );
});

it('keeps room for the longest reply', () => {
  const longest = 'you said nothing about the colour , so please have a look at the small red leather bag .';
  expect(tokenizer.encode(longest).length + 1).toBeLessThanOrEqual(REPLY_ROOM);
});
