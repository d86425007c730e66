import { describe, expect, it } from 'vitest';
import { answeredKeys, keysOf, nextKey, type Said } from './fingerprint.ts';

const say = (role: Said['role'], text: string, tools: string[] = []): Said => ({ role, text, tools });
const talk = [say('system', 'Monday'), say('user', 'Hello  there'), say('assistant', 'Hi!\n'), say('user', 'Bye')];

describe('keysOf', () => {
  it('does not mind white space and system messages', () => {
    const other = [say('user', ' Hello there '), say('assistant', 'Hi!'), say('user', 'Bye')];
    expect(keysOf('a', other).at(-1)).toBe(keysOf('a', talk).at(-1));
  });

  it('tells tenants, words, speakers and tools apart', () => {
    const last = (tenant: string, messages: Said[]): string => keysOf(tenant, messages).at(-1)!;
    const keys = [
      last('a', talk),
      last('b', talk),
      last('a', [...talk.slice(0, 3), say('user', 'Bye!')]),
      last('a', [...talk.slice(0, 3), say('assistant', 'Bye')]),
      last('a', [...talk.slice(0, 3), say('user', 'Bye', ['zoom'])]),
      last('a', talk.slice(1, 2)),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('grows by one message at a time', () => {
    const keys = keysOf('a', talk);
    expect(nextKey(keys[2], talk[3])).toBe(keys[3]);
  });
});

it('answeredKeys gives the beginnings that end in a reply, the longest first', () => {
  const longer = [...talk, say('assistant', 'See you'), say('user', 'Wait')];
  const keys = keysOf('a', longer);
  expect(answeredKeys(keys, longer, 8)).toEqual([keys[4], keys[2]]);
  expect(answeredKeys(keys, longer, 1)).toEqual([keys[4]]);
});
