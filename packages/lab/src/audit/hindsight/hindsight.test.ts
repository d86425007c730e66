import type { Message } from '@sente/language';
import { describe, expect, it } from 'vitest';
import { hindsight } from './hindsight.ts';
import { meaningWords } from './words.ts';

const talk = (...texts: string[]): Message[] =>
  texts.map((text, at) => ({ at, role: at % 2 === 0 ? 'user' : 'assistant', text, tools: [], attachments: 0 }));
const sign = (next: string, first = 'Find me a quiet hotel in Porto near the river'): string =>
  hindsight(talk(first, 'The Ribeira has rooms.', next), 1).kind;

describe('the user’s next words', () => {
  it.each([
    'No, I meant Porto in Brazil',
    'That’s not what I asked',
    'not quite, it should be cheaper',
    'Actually two nights',
    'You forgot the river',
    'Nein, ich meinte Porto Alegre',
    'No, quiero otra cosa',
    'I changed my mind, two nights',
    'Could you look in Braga instead?',
    'Make it three nights please',
    'Yes, but I meant Porto in Brazil',
  ])('correct: %s', (text) => expect(sign(text)).toBe('corrected'));

  it.each(['Also, we bring a dog', 'I forgot to mention: with parking', 'btw for three people', 'Außerdem mit Hund'])(
    'add: %s',
    (text) => expect(sign(text)).toBe('added'),
  );

  it('repeat the request', () => {
    expect(sign('a quiet hotel near the river in Porto, please')).toBe('repeated');
    expect(sign('and what is the weather in Lisbon tomorrow?')).not.toBe('repeated');
  });

  it.each([
    'Thanks!',
    'No thanks',
    'no problem',
    'Great, book it',
    'What does it cost?',
    'No, that’s all',
    'Note the price',
    'Actually, yes',
    'That’s not bad',
    'Nope. Bye now',
    'Yes, the quiet hotel near the river in Porto',
  ])('say nothing against it: %s', (text) => expect(sign(text)).toBe('none'));

  it('are no correction when they answer a question', () => {
    expect(hindsight(talk('a lamp', 'Should it be red?', 'No, blue'), 1).kind).toBe('none');
    expect(hindsight(talk('a lamp', 'This one is red. Fine?', 'No, I meant blue'), 1).kind).toBe('corrected');
  });

  it('may be missing', () => {
    expect(hindsight(talk('hello', 'Hi.'), 1)).toEqual({ kind: 'none', because: 'the conversation ends here' });
  });
});

describe('meaning words', () => {
  it('leave out what says nothing, and join forms of a word', () => {
    expect([...meaningWords('Could you reserve the reservation for 2?')]).toEqual(['reserv', '2']);
  });
  it('are found where no spaces are', () => {
    expect(meaningWords('東京のホテル').size).toBeGreaterThan(1);
  });
});
