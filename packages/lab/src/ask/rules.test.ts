import { createRandom } from '@sente/engine';
import { expect, it } from 'vitest';
import { HUTS } from './made-shop.test.support.ts';
import { askRules } from './rules.ts';

const talkTo = (name: string) =>
  askRules.find((rule) => rule.name === name)!.begin({ instructions: '', shop: HUTS }, { random: createRandom(1) });

it('asks for the attribute that splits what fits best, then for the next one, and shows when told to', async () => {
  const talk = talkTo('always-asks');
  expect((await talk.say('I want a hut.')).text).toBe('Which size would you like? large, small, tiny, vast?');
  const second = await talk.say('small, please');
  expect(second.act).toBe('ask');
  expect(second.text).not.toContain('size');
  const shown = await talk.say('No more questions, please. Just show me what you have.');
  expect(shown.text).toMatch(/^Hut (Cedar|Dogwood): .*\n?Hut/);
});

it('never asks', async () => {
  const talk = talkTo('never-asks');
  expect((await talk.say('I want a small hut with a sauna.')).text).toMatch(/^Hut Cedar: /);
  expect((await talk.say('None of these.')).text).toBe('Nothing else fits that.');
});

it('shows an item that is named', async () => {
  expect((await talkTo('many').say('How big is Hut Elder?')).text).toMatch(/^Hut Elder: .*size large/);
});

it('goes on from where a conversation was forked, and leaves the first as it was', async () => {
  const talk = talkTo('always-asks');
  await talk.say('I want a hut.');
  const branch = talk.fork({ random: createRandom(2) });
  await branch.say('vast');
  expect((await talk.say('tiny')).act).toBe('ask');
  expect((await talk.say('show me')).text).toMatch(/^Hut Alder/);
});

it('says one thing where there is no table', async () => {
  const [always, never] = askRules.map((rule) => rule.begin({ instructions: 'Answer.' }, { random: createRandom(1) }));
  expect((await always.say('Where is it?')).text).toMatch(/\?$/);
  expect((await never.say('Where is it?')).text).not.toMatch(/\?/);
});
