import { createRandom } from '@sente/engine';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSpeaker, SILENT } from './voice.ts';

const kinds = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 2, maxLength: 60 });

test('no template is used twice in a row for one kind of sentence, whatever is said between', () => {
  fc.assert(
    fc.property(fc.integer(), kinds, fc.integer({ min: 2, max: 6 }), (seed, said, count) => {
      const templates = Array.from({ length: count }, (_, i) => `template ${i}`);
      let voice = SILENT;
      const last = new Map<string, string>();
      said.forEach((kind, turn) => {
        const speaker = createSpeaker(voice, createRandom(seed).split(turn));
        const words = speaker.say(kind, templates);
        expect(words).not.toBe(last.get(kind));
        last.set(kind, words);
        voice = JSON.parse(JSON.stringify(speaker.voice));
      });
    }),
  );
});

test('with four templates, none of the last two comes again', () => {
  const speaker = createSpeaker(SILENT, createRandom(3));
  const said: string[] = [];
  for (let i = 0; i < 200; i++) said.push(speaker.say('kind', ['a', 'b', 'c', 'd']));
  for (let i = 2; i < said.length; i++) expect([said[i - 1], said[i - 2]]).not.toContain(said[i]);
  expect(new Set(said).size).toBe(4);
});

test('a template that does not fit is passed over, and a lone one may repeat', () => {
  const speaker = createSpeaker(SILENT, createRandom(1));
  expect(speaker.say('kind', [null, 'only', null])).toBe('only');
  expect(speaker.say('kind', [null, 'only', null])).toBe('only');
  expect(speaker.say('kind', [null, null])).toBe('');
});
