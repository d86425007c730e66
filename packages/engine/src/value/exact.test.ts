import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Act } from '../conversation/act.ts';
import { optimal } from '../policy/optimal.ts';
import { createRandom } from '../random/random.ts';
import { doorsWorld } from '../testing/worlds/doors.ts';
import { guessWorld, randomGuessRules } from '../testing/worlds/guess.ts';
import type { Domain } from './domain.ts';
import { lookAhead } from './exact.ts';

const wide = { breadth: 99, expansions: 1_000_000 };

/** Q of the definition, written down as it stands. */
function definition<State, Intent, A extends Act>(
  domain: Domain<State, Intent, A>,
  state: State,
  act: A,
  horizon: number,
): number {
  const v = (at: State, depth: number): number => {
    const acts = domain.acts(at);
    if (acts.length === 0) return domain.worth!(at);
    if (depth === 0) return (domain.forecast ?? domain.worth)!(at);
    return Math.max(...acts.map((next) => definition(domain, at, next, depth)));
  };
  const after = (at: State): number => (horizon === 0 ? domain.worth!(at) : v(at, horizon - 1));
  return domain.outcomes!(state, act).reduce((sum, { probability, state: next }) => sum + probability * after(next), 0);
}

const shape = fc.record({
  seed: fc.integer(),
  items: fc.integer({ min: 2, max: 4 }),
  questions: fc.integer({ min: 1, max: 3 }),
  turns: fc.integer({ min: 0, max: 2 }),
  noise: fc.constantFrom(0, 0.1, 0.3),
});

describe('exact lookahead', () => {
  it('is the definition at every horizon', () => {
    fc.assert(
      fc.property(shape, fc.integer({ min: 0, max: 4 }), fc.boolean(), ({ seed, ...rest }, horizon, noForecast) => {
        const world = guessWorld({ ...randomGuessRules(createRandom(seed), rest), noForecast });
        const acts = world.acts(world.start);
        const { values, depth } = lookAhead(world, world.start, acts, { ...wide, horizon });
        expect(depth).toBe(horizon);
        acts.forEach((act, i) => {
          expect(values[i]).toBeCloseTo(definition(world, world.start, act, horizon), 10);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('reaches the optimum once the horizon covers the conversation', () => {
    fc.assert(
      fc.property(shape, ({ seed, ...rest }) => {
        const world = guessWorld(randomGuessRules(createRandom(seed), rest));
        const best = optimal({ domain: world, key: world.key });
        const acts = world.acts(world.start);
        const { values } = lookAhead(world, world.start, acts, { ...wide, horizon: rest.turns + 1 });
        best.actValues(world.start).forEach((value, i) => {
          expect(values[i]).toBeCloseTo(value, 10);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('gives asking its known value of information', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 0.99, noNaN: true }),
        fc.double({ min: 0, max: 2, noNaN: true }),
        (accuracy, cost) => {
          const world = doorsWorld({ right: 10, wrong: -100, cost, accuracy, turns: 1 });
          const acts = world.acts(world.start);
          const { values } = lookAhead(world, world.start, acts, { ...wide, horizon: 2 });
          expect(values[acts.findIndex((act) => act.kind === 'ask')]).toBeCloseTo(world.valueOfAskingOnce, 8);
          expect(values[0]).toBeCloseTo(world.valueOfAnswering, 8);
        },
      ),
    );
  });

  it('uses the estimate where the domain has one, to the same values', () => {
    const world = guessWorld(randomGuessRules(createRandom(5), { items: 6, questions: 5, turns: 3 }));
    let estimates = 0;
    const quick = {
      ...world,
      estimate: (state: typeof world.start, act: Parameters<typeof world.outcomes>[1]): number => {
        estimates += 1;
        return world.outcomes(state, act).reduce((sum, o) => sum + o.probability * world.forecast!(o.state), 0);
      },
    };
    const acts = world.acts(world.start);
    const options = { horizon: 3, breadth: 3, expansions: 10_000 };
    expect(lookAhead(quick, world.start, acts, options)).toEqual(lookAhead(world, world.start, acts, options));
    expect(estimates).toBeGreaterThan(acts.length);
  });

  it('answers with the deepest finished depth when the budget runs out, and never spends more', () => {
    const world = guessWorld(randomGuessRules(createRandom(7), { items: 6, questions: 6, turns: 4 }));
    const acts = world.acts(world.start);
    const full = [1, 2, 3, 4].map((horizon) =>
      lookAhead(world, world.start, acts, { horizon, breadth: 4, expansions: 1e6 }),
    );
    const reached = [1, 5, 10, 50, 200, 1000, 5000].map((expansions) => {
      const found = lookAhead(world, world.start, acts, { horizon: 4, breadth: 4, expansions });
      expect(found.expansions).toBeLessThanOrEqual(expansions);
      expect(found.values).toEqual(full[found.depth - 1].values);
      expect([...found.depths].filter((depth) => depth === found.depth).length).toBeGreaterThan(0);
      return found.depth;
    });
    expect(reached).toEqual([...reached].sort());
    expect(reached[0]).toBe(1);
    expect(reached.at(-1)).toBe(4);
  });

  it('takes a breadth for each depth', () => {
    const world = guessWorld(randomGuessRules(createRandom(8), { items: 5, questions: 5, turns: 4 }));
    const acts = world.acts(world.start);
    const spent = ([[4], [4, 2], [4, 1]] as number[][]).map(
      (breadth) => lookAhead(world, world.start, acts, { horizon: 3, breadth, expansions: 1e6 }).expansions,
    );
    expect(spent[0]).toBeGreaterThan(spent[1]);
    expect(spent[1]).toBeGreaterThan(spent[2]);
  });
});
