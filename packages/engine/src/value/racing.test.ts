import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../random/random.ts';
import { createRace, type Draw, type Race, UntoldDrawsError } from './racing.ts';

/** Acts that share half of their noise; act `acts − 1` is the best by `gap`. */
function noisy(seed: number, means: readonly number[]): (draw: Draw) => number {
  const random = createRandom(seed);
  return ({ act, sample }) => {
    const common = random.split(sample);
    return means[act] + common.next() - 0.5 + 0.5 * (common.split(act).next() - 0.5);
  };
}

function play(race: Race, value: (draw: Draw) => number | undefined): Race {
  for (let draws = race.next(); draws.length > 0; draws = race.next()) {
    for (const draw of draws) race.tell(draw, value(draw));
  }
  return race;
}

const means = [0, 0.02, 0.05, 0.1, 0.1, 0.15, 0.2, 0.4];

describe('a race', () => {
  it('finds the best act with a fraction of the samples, and stops', () => {
    let spent = 0;
    for (let seed = 0; seed < 50; seed++) {
      const race = play(createRace({ acts: 8, budget: 5000 }), noisy(seed, means));
      expect(race.best()).toBe(7);
      spent += race.spent;
    }
    expect(spent / 50).toBeLessThan(1000);
  });

  it('beats equal allocation at the same small budget', () => {
    const close = Array.from({ length: 24 }, (_, i) => -0.02 * i).reverse();
    let racing = 0;
    let equal = 0;
    for (let seed = 0; seed < 200; seed++) {
      const value = noisy(seed, close);
      racing -= close[play(createRace({ acts: 24, budget: 192 }), value).best()];
      const totals = close.map((_, act) =>
        Array.from({ length: 8 }, (_, sample) => value({ act, sample })).reduce((a, b) => a + b),
      );
      equal -= close[totals.indexOf(Math.max(...totals))];
    }
    expect(racing).toBeLessThan(0.8 * equal);
  });

  it('loses no more with more budget, on average over seeds', () => {
    const close = Array.from({ length: 16 }, (_, i) => 0.02 * i);
    const regret = [16, 64, 256, 1024].map((budget) => {
      let sum = 0;
      for (let seed = 0; seed < 200; seed++)
        sum += 0.3 - close[play(createRace({ acts: 16, budget }), noisy(seed, close)).best()];
      return sum / 200;
    });
    expect(regret).toEqual([...regret].sort((a, b) => b - a));
    expect(regret[3]).toBeLessThan(0.2 * regret[0]);
  });

  it('drops the best act no more often than it may', () => {
    // Two equals: each time that the first one is dropped, an act that is best was.
    let dropped = 0;
    const seeds = 400;
    for (let seed = 0; seed < seeds; seed++) {
      const race = play(createRace({ acts: 2, budget: 400, risk: 0.1 }), noisy(seed, [0, 0]));
      if (race.standings()[0].status === 'dropped') dropped += 1;
    }
    // At most 10% of races, with three standard errors of allowance.
    expect(dropped / seeds).toBeLessThan(0.1 + 3 * Math.sqrt((0.1 * 0.9) / seeds));
  });

  it('never spends more than its budget, hands out nothing twice, and has an answer at any moment', () => {
    const values = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 300 }), fc.integer(), (best, budget, seed) => {
        const random = createRandom(seed);
        const race = createRace({ acts: best.length, budget });
        const seen = new Set<string>();
        play(race, (draw) => {
          expect(seen.has(`${draw.act}/${draw.sample}`)).toBe(false);
          seen.add(`${draw.act}/${draw.sample}`);
          expect(race.best()).toBeGreaterThanOrEqual(0);
          expect(race.best()).toBeLessThan(best.length);
          return best[draw.act] + random.integer(3);
        });
        expect(seen.size).toBe(race.spent);
        expect(race.spent).toBeLessThanOrEqual(budget);
        expect(race.standings().reduce((sum, standing) => sum + standing.samples, 0)).toBe(race.spent);
      }),
    );
  });

  it('does not depend on the order in which values arrive', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 20, max: 400 }), (seed, budget) => {
        const value = noisy(seed, means);
        const forwards = play(createRace({ acts: 8, budget }), value);
        const backwards = createRace({ acts: 8, budget });
        for (let draws = backwards.next(); draws.length > 0; draws = backwards.next()) {
          for (const draw of [...draws].reverse()) backwards.tell(draw, value(draw));
        }
        expect(backwards.standings()).toEqual(forwards.standings());
        expect(backwards.best()).toBe(forwards.best());
      }),
    );
  });

  it('gets along with samples that fail', () => {
    const value = noisy(1, means);
    const race = play(createRace({ acts: 8, budget: 2000 }), (draw) =>
      (draw.act + draw.sample) % 3 === 0 ? undefined : value(draw),
    );
    expect(race.best()).toBe(7);
    const hopeless = play(createRace({ acts: 3, budget: 30 }), () => undefined);
    expect(hopeless.best()).toBe(0);
  });

  it('takes the earlier of equals and the only one of one', () => {
    expect(play(createRace({ acts: 5, budget: 100 }), () => 1).best()).toBe(0);
    expect(play(createRace({ acts: 1, budget: 100 }), () => 1).spent).toBeLessThanOrEqual(8);
  });

  it('settles at once what never varies', () => {
    expect(play(createRace({ acts: 4, budget: 10_000 }), (draw) => draw.act).spent).toBeLessThan(100);
  });

  it('insists on being told', () => {
    const race = createRace({ acts: 2, budget: 10 });
    race.next();
    expect(() => race.next()).toThrow(UntoldDrawsError);
  });
});
