import { describe, expect, it } from 'vitest';
import type { Act } from '../conversation/act.ts';
import type { SimulatedUser } from '../conversation/simulated-user.ts';
import { checkUser } from './check-user.ts';

interface Wish {
  colours: string[];
}

const acts: Act[] = ['a', 'b', 'c', 'd'].map((id) => ({ kind: 'ask', id }));
const intents: Wish[] = [{ colours: ['red', 'blue'] }, { colours: ['green', 'grey'] }];

/** Names one of the wished colours, by chance. */
const honest: SimulatedUser<Wish> = {
  name: 'honest',
  begin: (intent, random) => ({ reply: () => random.pick(intent.colours) }),
};
const failures = (user: SimulatedUser<Wish>): string[] =>
  checkUser({ user, intents: intents.map((intent) => ({ colours: [...intent.colours] })), acts })
    .filter((finding) => !finding.passed)
    .map((finding) => finding.check);

describe('a simulated user', () => {
  it('passes when it replies from its intent', () => {
    expect(failures(honest)).toEqual([]);
  });

  it('fails when it rewrites its intent', () => {
    const fickle: SimulatedUser<Wish> = {
      name: 'fickle',
      begin: (intent) => ({ reply: () => intent.colours.pop() ?? 'none' }),
    };
    expect(failures(fickle)).toContain('intents are left alone');
  });

  it('fails when it remembers other conversations', () => {
    let turns = 0;
    const haunted: SimulatedUser<Wish> = {
      name: 'haunted',
      begin: (intent) => ({ reply: () => intent.colours[turns++ % 3] ?? 'none' }),
    };
    expect(failures(haunted)).toContain('conversations do not hear each other');
  });

  it('fails when it looks at more than what the intent says', () => {
    const names = new WeakMap<Wish, string>(intents.map((intent) => [intent, 'known']));
    const prying: SimulatedUser<Wish> = {
      name: 'prying',
      begin: (intent) => ({ reply: () => names.get(intent) ?? intent.colours[0] }),
    };
    const found = checkUser({ user: prying, intents, acts }).filter((finding) => !finding.passed);
    expect(found.map((finding) => finding.check)).toContain('an equal intent gives the same replies');
  });

  it('fails when it wants the same whatever it wants', () => {
    expect(failures({ name: 'parrot', begin: () => ({ reply: () => 'red' }) })).toEqual([
      'replies depend on the intent',
    ]);
  });
});
