import { createRandom } from '@sente/engine';
import { expect, it } from 'vitest';
import { special } from '../model/special.ts';
import { tinyCheckpoint } from '../testing/tiny-checkpoint.ts';
import { createSpeaker } from './speaker.ts';

const speaker = createSpeaker(tinyCheckpoint());
const user = (text: string) => ({ speaker: 'user' as const, text });
const assistant = (text: string) => ({ speaker: 'assistant' as const, text });

it('replies in words of its own, the same for the same dice', () => {
  const turns = [user('a small red bag, please')];
  const reply = (seed: number): string => speaker.reply(turns, 1, createRandom(seed));
  expect(reply(1)).toBe(reply(1));
  expect(new Set([1, 2, 3].map(reply)).size).toBeGreaterThan(1);
  expect(speaker.unknownWords(reply(1))).toEqual([]);
});

it('forecasts by <good> against <bad> behind <outcome>', () => {
  const turns = [user('a small red bag'), assistant('which material ?'), user('wool')];
  const { tokenizer, model } = speaker;
  const text = model.begin();
  for (const { speaker: who, text: said } of turns) {
    text.read([special(`<${who}>`), ...tokenizer.encode(said), special('<end>')]);
  }
  const next = text.read([special('<outcome>')]);
  const [good, bad] = [Math.exp(next[special('<good>')]), Math.exp(next[special('<bad>')])];
  expect(speaker.forecast(turns)).toBeCloseTo(good / (good + bad), 6);
});

it('names the words that it has never met', () => {
  expect(speaker.unknownWords("I'm after a Frobnitz bag, a frobnitz for £40")).toEqual([
    'm',
    'after',
    'frobnitz',
    '£',
    '40',
  ]);
});

it('says when something must be left out, and replies all the same', () => {
  const long = Array.from({ length: 10 }, () => [user('i want a red bag , please'), assistant('ok')]).flat();
  expect(speaker.fits(long.slice(0, 3))).toBe(true);
  expect(speaker.fits([...long, user('now ?')])).toBe(false);
  const random = createRandom(3);
  const whole = speaker.reply([...long, user('now ?')], 1, random.split(1));
  expect(speaker.reply([user('wool'), assistant('no'), ...long, user('now ?')], 1, random.split(1))).toBe(whole);
  expect(speaker.forecast([user('bag '.repeat(500))])).toBeGreaterThan(0);
  expect(speaker.prompt([user('bag '.repeat(500))]).length).toBe(96 - 20);
});

it('speaks first when nobody has said anything', () => {
  expect(speaker.prompt([])).toEqual([special('<assistant>')]);
  expect(speaker.reply([], 1, createRandom(1))).toBeTypeOf('string');
});

it('works with a context too short for the longest reply', () => {
  const small = createSpeaker(tinyCheckpoint(1, { context: 12 }));
  expect(small.prompt([user('a b c d e f g h i j')]).length).toBe(6);
  expect(small.reply([user('a b c d e f g h i j')], 1, createRandom(1)).split(' ').length).toBeLessThanOrEqual(7);
});
