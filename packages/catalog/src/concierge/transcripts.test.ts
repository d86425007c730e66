/**
 * Whole conversations with the catalogue that ships, kept as text to be read: `vitest -u` writes them anew, and a change
 * of words or of judgement shows as a difference that a person can weigh.
 */
import { expect, test } from 'vitest';
import { builtinCatalog } from '../data/builtin.ts';
import { createConcierge } from './concierge.ts';

const TALKS: Readonly<Record<string, readonly string[]>> = {
  vague: [
    'hi',
    'not sure, something nice',
    'not too hard',
    'whatever',
    'a bit cheaper',
    'does it allow dogs?',
    'the second one',
    'thanks!',
  ],
  precise: [
    'a guided easy walk in June under €600 with lakes, 3 to 5 days',
    'why?',
    'no camping please',
    'the first one',
  ],
  impatient: ['just show me something', 'no', 'no', 'show me', 'cheaper', 'ok, number 1'],
  'nothing fits': [
    'easy in the Aldene Alps',
    'why?',
    'no',
    'ok, moderate then',
    'under 100 euros',
    'yes',
    'I’ll take the first',
  ],
  'changes of mind': [
    'with my dog, 3 or 4 days, in May',
    'make it a week',
    'forget the month',
    'undo',
    'actually the dog stays at home',
    'start over',
    'a day trip in Amberwood',
    'none of these',
  ],
  questions: [
    'what can you do?',
    'how many trips are there?',
    'what regions are there?',
    'how many are guided?',
    'what does the cheapest cost?',
    'show me some with hot springs',
    'how long is the first one?',
    'are they guided?',
    'bye',
  ],
  nonsense: ['asdf qwerty', '???', '<script>alert(1)</script>', 'alpz', 'no idea', 'you are useless', 'show me', 'bye'],
  'few words': ['yes', 'no', 'skip', 'dunno', 'any', 'next', '1'],
};

test.each(Object.entries(TALKS))('a conversation: %s', async (name, texts) => {
  const concierge = createConcierge(builtinCatalog(), { seed: name, horizon: 2 });
  const lines = [`Sente: ${concierge.open().text}`];
  for (const text of texts) lines.push(`User:  ${text}`, `Sente: ${concierge.say(text).text}`);
  const kept = lines.map((line) => line.replaceAll('\n', '\n       ')).join('\n');
  await expect(`${kept}\n`).toMatchFileSnapshot(`./transcripts/${name.replaceAll(' ', '-')}.txt`);
});
