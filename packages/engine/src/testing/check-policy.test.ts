import { describe, expect, it } from 'vitest';
import { optimal } from '../policy/optimal.ts';
import { passive } from '../policy/passive.ts';
import { planned } from '../policy/planned.ts';
import type { Policy } from '../policy/policy.ts';
import { createRandom } from '../random/random.ts';
import { checkPolicy } from './check-policy.ts';
import { type GuessAct, type GuessState, guessWorld, randomGuessRules } from './worlds/guess.ts';

const world = guessWorld(randomGuessRules(createRandom(4), { items: 5, questions: 4, turns: 2 }));
const failures = (policy: Policy<GuessState, GuessAct>): string[] =>
  checkPolicy({ policy, domain: world, start: world.start })
    .filter((finding) => !finding.passed)
    .map((finding) => finding.check);

describe('the policies shipped', () => {
  it.each([
    passive({ domain: world }),
    planned({ domain: world, horizon: 2 }),
    planned({ domain: world, horizon: 2, sampled: true, samples: 60 }),
    optimal({ domain: world, key: world.key }).policy,
  ])('keep every promise: $name', (policy) => {
    expect(failures(policy)).toEqual([]);
  });
});

describe('a broken policy is found out', () => {
  const good = passive({ domain: world });
  const foreign: GuessAct = { kind: 'ask', id: 'ask:99', question: 99 };

  it('when it chooses what is not offered', () => {
    const decide: typeof good.decide = (state, random) => ({ ...good.decide(state, random), chosen: foreign });
    expect(failures({ name: 'foreign', decide })).toEqual([
      'the chosen act is offered',
      'the chosen act is a candidate',
    ]);
  });

  it('when it has randomness of its own', () => {
    let calls = 0;
    const policy = planned({ domain: world, horizon: 2, sampled: true, samples: 30 });
    const decide: typeof good.decide = (state, random) => policy.decide(state, random.split(calls++));
    expect(failures({ name: 'moody', decide })).toContain('the same seed decides the same');
  });

  it('when it goes on after the end', () => {
    const decide: typeof good.decide = (_, random) => good.decide(world.start, random);
    expect(failures({ name: 'endless', decide })).toContain('an ended conversation is a NoActError');
  });
});
