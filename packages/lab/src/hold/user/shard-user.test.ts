import { createRandom } from '@sente/engine';
import { describe, expect, it } from 'vitest';
import { openShards } from './script.ts';
import { concatMessage, recapMessage, snowballMessage } from './settings.ts';
import { MOST_SHRUGS, scriptedUser } from './shard-user.ts';
import { textScript } from './text-script.ts';

const REQUEST = {
  full: 'Lena walks round a 12 km lake and then climbs 300 m twice. How far up does she go?',
  shards: [
    'How far up does Lena go?',
    'The lake is 12 km around.',
    'She climbs 300 m, and then again.',
    'Her dog Bo comes along.',
  ],
};
const script = textScript(REQUEST, createRandom(1));

describe('the scripted user', () => {
  it('says the first piece first, as it stands', async () => {
    expect(await scriptedUser(script).next([], [])).toEqual({ text: REQUEST.shards[0], shard: 0 });
  });

  it('tells the piece that is asked for', async () => {
    const turn = await scriptedUser(script).next([0], ['…', 'Does she have a dog with her?']);
    expect(turn).toEqual({ text: REQUEST.shards[3], shard: 3 });
  });

  it('hears a question that points back at what stands before it, and any of several', async () => {
    const back = 'It all hangs on how far it is around the lake. Do you know that?';
    expect(await scriptedUser(script).next([0], ['…', back])).toEqual({ text: REQUEST.shards[1], shard: 1 });
    const several = ['…', 'What is her age? And does she have a dog?'];
    expect(await scriptedUser(script).next([0], several)).toMatchObject({ shard: 3 });
  });

  it('tells the next piece when nothing is asked, or an answer was given', async () => {
    expect(await scriptedUser(script).next([0, 3], ['…', 'She goes up 100 m.'])).toMatchObject({ shard: 1 });
    expect(await scriptedUser(script).next([0], ['…', 'Could you share more details?'])).toMatchObject({ shard: 1 });
  });

  it('tells nothing when asked about something else, and goes on by itself in the end', async () => {
    const user = scriptedUser(script);
    const ask = ['…', 'What is the weather like?'];
    for (let k = 0; k < MOST_SHRUGS; k++) {
      const turn = await user.next([0], ask);
      expect(turn.shard).toBeUndefined();
      expect(REQUEST.shards).not.toContain(turn.text);
    }
    expect(await user.next([0], ask)).toMatchObject({ shard: 1 });
  });

  it('repeats a piece that is asked for again, and that counts as nothing new', async () => {
    const turn = await scriptedUser(script).next([0, 1], ['…', 'How many km around is the lake?']);
    expect(turn).toEqual({ text: `As I said: ${REQUEST.shards[1]}` });
  });

  it('asks for the answer when all is said', async () => {
    const turn = await scriptedUser(script).next([0, 1, 2, 3], ['…', 'I see.']);
    expect(turn.shard).toBeUndefined();
    expect(turn.text).toMatch(/\?$/);
  });

  it('keeps to the order of pieces that are parts of one thing', () => {
    const parts = textScript({ ...REQUEST, ordered: true }, createRandom(1));
    expect(openShards(parts, [0])).toEqual([1]);
  });
});

describe('the settings', () => {
  it('concat lists all pieces, recap says them again, snowball repeats what was said before the new one', () => {
    for (const shard of REQUEST.shards) {
      expect(concatMessage(script)).toContain(`- ${shard}`);
      expect(recapMessage(script)).toContain(`- ${shard}`);
    }
    const message = snowballMessage(script, [0, 2], 1, REQUEST.shards[1]);
    expect(message).toMatch(/^To repeat[\s\S]*How far up[\s\S]*300 m[\s\S]*Also:\nThe lake/);
    expect(message).not.toContain('Bo');
  });

  it('snowball begins with the bare first piece', () => {
    expect(snowballMessage(script, [], 0, 'x')).toBe('x');
  });
});
