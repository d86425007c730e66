import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Act, compareActs } from '../conversation/act.ts';
import { createRandom } from '../random/random.ts';
import { doorsWorld } from '../testing/worlds/doors.ts';
import { guessWorld, randomGuessRules } from '../testing/worlds/guess.ts';
import { offerWorld } from '../testing/worlds/offers.ts';
import type { Domain } from '../value/domain.ts';
import { NoActError } from './no-act-error.ts';
import { optimal } from './optimal.ts';
import { passive } from './passive.ts';
import { planned } from './planned.ts';

const shape = fc.record({
  items: fc.integer({ min: 2, max: 6 }),
  questions: fc.integer({ min: 1, max: 5 }),
  turns: fc.integer({ min: 0, max: 3 }),
  noise: fc.constantFrom(0, 0.1, 0.3),
});
const game = fc
  .tuple(fc.integer(), shape)
  .map(([seed, rest]) => guessWorld(randomGuessRules(createRandom(seed), rest)));

const offers = offerWorld({
  prior: [4, 2, 1, 1, 1, 1],
  speaks: 0.2,
  tells: 0.7,
  leaves: 0.1,
  turn: 0.04,
  question: 0.03,
  intrusion: 0.06,
  turns: 4,
});

describe('the planner at horizon 0', () => {
  it('is the passive policy, decision for decision', () => {
    fc.assert(
      fc.property(game, fc.integer(), fc.boolean(), (world, seed, sampled) => {
        const random = createRandom(seed);
        const plan = planned({ domain: world, horizon: 0, sampled, samples: 64 }).decide(world.start, random);
        const reply = passive({ domain: world, sampled, samples: 64 }).decide(world.start, random);
        expect({ ...plan, policy: 'passive' }).toEqual(reply);
      }),
    );
  });

  it('takes the act whose reply alone has the greatest mean reward, by brute force over intents and replies', () => {
    fc.assert(
      fc.property(game, (world) => {
        const { chosen, candidates } = passive({ domain: world }).decide(world.start, createRandom(0));
        const alone = (act: (typeof candidates)[number]['act']): number =>
          world
            .outcomes(world.start, act)
            .flatMap(({ probability, state }) =>
              world.intents(state).map(({ intent, weight }) => probability * weight * world.reward(state, intent)),
            )
            .reduce((sum, part) => sum + part, 0);
        const best = [...world.acts(world.start)].sort(
          (a, b) => Math.round((alone(b) - alone(a)) * 1e9) || compareActs(a, b),
        )[0];
        expect(chosen.id).toBe(best.id);
        for (const { act, value, error } of candidates) {
          expect(value).toBeCloseTo(alone(act), 10);
          expect(error).toBe(0);
        }
      }),
    );
  });

  it('never asks where asking only costs', () => {
    fc.assert(
      fc.property(game, (world) => {
        expect(passive({ domain: world }).decide(world.start, createRandom(0)).chosen.kind).toBe('answer');
      }),
    );
  });
});

describe('the planner', () => {
  it('asks exactly when asking is worth more than answering', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 0.99, noNaN: true }),
        fc.double({ min: 0, max: 80, noNaN: true }),
        (accuracy, cost) => {
          const world = doorsWorld({ right: 10, wrong: -100, cost, accuracy, turns: 1 });
          fc.pre(Math.abs(world.valueOfAskingOnce - world.valueOfAnswering) > 1e-6);
          const { chosen } = planned({ domain: world, horizon: 2 }).decide(world.start, createRandom(0));
          expect(chosen.kind).toBe(world.valueOfAskingOnce > world.valueOfAnswering ? 'ask' : 'answer');
        },
      ),
    );
  });

  it('plays the optimum when it looks to the end, and loses when it does not look', () => {
    const best = optimal({ domain: offers, key: offers.key });
    const worth = [0, 1, 2, 5].map((horizon) =>
      best.policyValue(
        offers.start,
        planned({ domain: offers, horizon, breadth: 99, expansions: 1e6 }),
        createRandom(1),
      ),
    );
    expect(worth[3]).toBeCloseTo(best.value(offers.start), 10);
    expect(worth[0]).toBeLessThan(worth[3]);
    for (const value of worth) expect(value).toBeLessThanOrEqual(best.value(offers.start) + 1e-12);
  });

  it('gives the same decision, byte for byte, for the same seed, and another seed gives other samples', () => {
    for (const sampled of [false, true]) {
      const decide = (seed: number): string =>
        JSON.stringify(planned({ domain: offers, horizon: 3, sampled }).decide(offers.start, createRandom(seed)));
      expect(decide(1)).toBe(decide(1));
      expect(decide(1) === decide(2)).toBe(!sampled);
    }
  });

  it('gives away no more with more samples, on average over seeds', () => {
    const rules = randomGuessRules(createRandom(9), { items: 8, questions: 10, turns: 1 });
    // Without the mean over the belief each sample is a whole reward, 0 or 1: as noisy as samples get.
    const world = { ...guessWorld({ ...rules, noForecast: true }), worth: undefined };
    const best = optimal({ domain: world, key: world.key });
    const regret = [18, 72, 288, 1152].map((samples) => {
      const policy = planned({ domain: world, horizon: 2, samples, sampled: true });
      let sum = 0;
      for (let seed = 0; seed < 100; seed++) {
        sum += best.regret(world.start, policy.decide(world.start, createRandom(seed)).chosen);
      }
      return sum / 100;
    });
    expect(regret).toEqual([...regret].sort((a, b) => b - a));
    expect(regret[3]).toBeLessThan(0.25 * regret[0]);
  });

  it('keeps to its budgets and reports what it used', () => {
    const sampled = planned({ domain: offers, horizon: 3, samples: 50, sampled: true }).decide(
      offers.start,
      createRandom(1),
    );
    expect(sampled.cost.samples).toBeLessThanOrEqual(50);
    expect(sampled.candidates.reduce((sum, candidate) => sum + candidate.samples, 0)).toBe(sampled.cost.samples);
    const exact = planned({ domain: offers, horizon: 4, expansions: 40 }).decide(offers.start, createRandom(1));
    expect(exact.cost.expansions).toBeLessThanOrEqual(40);
    expect(exact.horizon).toBeLessThan(4);
    expect(exact.cost.samples).toBe(0);
  });

  it('still answers when there are fewer samples than acts', () => {
    const decision = planned({ domain: offers, horizon: 2, samples: 3, sampled: true }).decide(
      offers.start,
      createRandom(1),
    );
    expect(decision.cost.samples).toBe(3);
    expect(Number.isFinite(decision.candidates[0].value)).toBe(true);
  });

  it('never compares values of different depths', () => {
    const { candidates, horizon } = planned({ domain: offers, horizon: 3, breadth: 2 }).decide(
      offers.start,
      createRandom(1),
    );
    expect(candidates.map((candidate) => candidate.depth ?? horizon)).toEqual([3, 3, 1, 1, 1, 1, 1, 1]);
  });

  it('adds the agenda to acts that lead, whichever way it looks ahead', () => {
    const acts: Act[] = [
      { kind: 'answer', id: 'answer' },
      { kind: 'lead', id: 'lead:newsletter' },
    ];
    const plain: Domain<string, number> = {
      acts: (state) => (state === '' ? acts : []),
      imagine: () => 0,
      respond: (_, act) => act.id,
      reward: (state) => (state === 'answer' ? 0.5 : 0.4),
    };
    const exact: typeof plain = {
      ...plain,
      worth: (state) => plain.reward(state, 0),
      outcomes: (_, act) => [{ probability: 1, state: act.id }],
    };
    for (const domain of [plain, exact]) {
      for (const horizon of [0, 1, 2]) {
        const choose = (gain: number): string =>
          planned({ domain, horizon, agenda: () => gain }).decide('', createRandom(1)).chosen.id;
        expect(choose(0.05)).toBe('answer');
        expect(choose(0.2)).toBe('lead:newsletter');
      }
    }
  });

  it('says why, in one sentence', () => {
    const why = (horizon: number, sampled = false): string =>
      planned({ domain: offers, horizon, sampled }).decide(offers.start, createRandom(1)).why;
    expect(why(0)).toMatch(/^Judged by this reply alone, offer:0 is worth/);
    expect(why(2)).toMatch(/^Looking 2 user turns ahead, .+ is worth .+ more than .+\.$/);
    const twins = doorsWorld({ right: 1, wrong: 0, cost: 1, accuracy: 0.6, turns: 1 });
    expect(planned({ domain: twins, horizon: 1 }).decide(twins.start, createRandom(1)).why).toContain(
      'and so is answer:right',
    );
  });

  it('refuses budgets that are none, and states in which the conversation has ended', () => {
    expect(() => planned({ domain: offers, horizon: -1 })).toThrow(RangeError);
    expect(() => planned({ domain: offers, horizon: 1, samples: 0 })).toThrow(RangeError);
    expect(() => planned({ domain: offers, horizon: 1, breadth: [3, 0] })).toThrow(RangeError);
    expect(() => passive({ domain: offers }).decide({ ...offers.start, end: 'left' }, createRandom(1))).toThrow(
      NoActError,
    );
  });
});
