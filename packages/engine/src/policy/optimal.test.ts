import { describe, expect, it } from 'vitest';
import type { Act } from '../conversation/act.ts';
import { createRandom } from '../random/random.ts';
import { doorsWorld } from '../testing/worlds/doors.ts';
import { guessWorld, randomGuessRules } from '../testing/worlds/guess.ts';
import { offerWorld } from '../testing/worlds/offers.ts';
import type { Domain } from '../value/domain.ts';
import { EndlessError, optimal, TooLargeError } from './optimal.ts';
import { passive } from './passive.ts';

describe('the exact optimum', () => {
  it('stops asking at the threshold of the sequential probability ratio test', () => {
    // Two doors, many cheap questions: the best play asks until one door leads by enough, so in no state with a lead
    // above that does it ask, and in none below (with turns enough left) does it answer.
    const world = doorsWorld({ right: 1, wrong: -4, cost: 0.02, accuracy: 0.75, turns: 30 });
    const best = optimal({ domain: world, key: world.key });
    const kinds = Array.from(
      { length: 8 },
      (_, lead) => best.policy.decide({ left: lead, right: 0 }, createRandom(0)).chosen,
    );
    const first = kinds.findIndex((act) => act.kind === 'answer');
    expect(first).toBeGreaterThan(1);
    expect(kinds.slice(0, first).every((act) => act.kind === 'ask')).toBe(true);
    expect(kinds.slice(first).every((act) => act.id === 'answer:left')).toBe(true);
  });

  it('knows the value of one question in closed form', () => {
    const world = doorsWorld({ right: 10, wrong: -100, cost: 1, accuracy: 0.9, turns: 1 });
    const best = optimal({ domain: world, key: world.key });
    expect(best.value(world.start)).toBeCloseTo(world.valueOfAskingOnce, 10);
    expect(best.regret(world.start, world.acts(world.start)[0])).toBeCloseTo(
      world.valueOfAskingOnce - world.valueOfAnswering,
      10,
    );
  });

  it('is worth what following it brings, and no policy is worth more', () => {
    for (const world of [guessWorld(randomGuessRules(createRandom(2), { items: 5, questions: 5, turns: 3 }))]) {
      const best = optimal({ domain: world, key: world.key });
      const value = best.value(world.start);
      expect(best.policyValue(world.start, best.policy, createRandom(1))).toBeCloseTo(value, 12);
      expect(best.policyValue(world.start, passive({ domain: world }), createRandom(1))).toBeLessThan(value);
      expect(Math.max(...best.actValues(world.start))).toBe(value);
    }
  });

  it('solves a state once, however it is reached', () => {
    const world = guessWorld(randomGuessRules(createRandom(2), { items: 4, questions: 4, turns: 4 }));
    const best = optimal({ domain: world, key: world.key });
    best.value(world.start);
    const keys = new Set<string>();
    const walk = (state: typeof world.start): void => {
      keys.add(world.key(state));
      for (const act of world.acts(state)) for (const outcome of world.outcomes(state, act)) walk(outcome.state);
    };
    walk(world.start);
    expect(best.solved).toBe(keys.size);
  });

  it('says when a world is too large', () => {
    const world = offerWorld({
      prior: [1, 1, 1, 1, 1],
      speaks: 0.1,
      tells: 0.5,
      leaves: 0.1,
      turn: 0,
      question: 0,
      intrusion: 0,
      turns: 5,
    });
    expect(() => optimal({ domain: world, key: world.key, states: 20 }).value(world.start)).toThrow(TooLargeError);
  });

  it('says when a conversation could go on for ever, and when replies cannot be listed', () => {
    const act: Act = { kind: 'wait', id: 'wait' };
    const circle: Domain<number, number> = {
      acts: () => [act],
      imagine: () => 0,
      respond: (state) => 1 - state,
      reward: () => 0,
      worth: () => 0,
      outcomes: (state) => [{ probability: 1, state: 1 - state }],
    };
    expect(() => optimal({ domain: circle, key: String }).value(0)).toThrow(EndlessError);
    expect(() => optimal({ domain: { ...circle, outcomes: undefined }, key: String })).toThrow(TypeError);
  });
});
