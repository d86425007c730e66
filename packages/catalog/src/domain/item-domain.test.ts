import { createRandom, planned } from '@sente/engine';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexCatalog } from '../index/catalog-index.ts';
import { smallCatalog } from '../testing/small-catalog.ts';
import { createItemDomain, type ItemState } from './item-domain.ts';
import { createThresholdPlay, itemReward } from './threshold-play.ts';

const index = indexCatalog(smallCatalog({ items: 80, categories: [], lists: [9], seed: 11 }));
const weights = Float64Array.from({ length: 80 }, (_, i) => 1 / (i + 3));
const settings = { listSize: 4, turns: 8, grain: 0 };

/** Play by the rule, worked out the long way, on plain objects. */
function slow(
  domain: ReturnType<typeof createItemDomain>,
  state: ItemState,
  threshold: number,
  turns = 8,
  noise = 0,
): number {
  if (state.won !== undefined) return state.won;
  if (state.count === 0 || state.turn > turns) return 0;
  const { features } = domain;
  const shares = Array.from({ length: features.count }, (_, f) => {
    if (state.asked[f]) return 0;
    return Array.from(state.items).reduce((sum, item, k) => sum + state.weights[k] * features.has[f * 80 + item], 0);
  });
  const nats = shares.map((share) => {
    if (share <= 1e-12 || share >= 1 - 1e-9) return 0;
    const p = share * (1 - noise) + (1 - share) * noise;
    return -p * Math.log(p) - (1 - p) * Math.log(1 - p);
  });
  const best = nats.indexOf(Math.max(...nats));
  const top = state.weights.slice(0, settings.listSize).reduce((sum, weight) => sum + weight, 0);
  const lastChance = state.count <= settings.listSize || state.turn === turns;
  const acts = domain.acts(state);
  const recommend = lastChance || nats[best] < 1e-8 || top > threshold * nats[best];
  const attribute = features.attributes[best];
  const act = recommend
    ? acts[0]
    : { kind: 'ask' as const, id: `ask:${attribute}:${features.values[best]}`, attribute, facts: [] };
  return domain.outcomes!(state, act).reduce(
    (sum, { probability, state: next }) => sum + probability * slow(domain, next, threshold, turns, noise),
    0,
  );
}

test('the forecast is the exact value of playing the rule to the end', () => {
  for (const threshold of [0.2, 0.45, 0.8]) {
    const domain = createItemDomain(index, { ...settings, threshold });
    const state = domain.start(weights, 2);
    expect(domain.forecast!(state)).toBeCloseTo(slow(domain, state, threshold), 10);
  }
});

test('with wrong answers it still is, when every item is followed', () => {
  const domain = createItemDomain(index, { ...settings, turns: 4, noise: 0.15, followed: 80 });
  const state = domain.start(weights);
  expect(domain.forecast!(state)).toBeCloseTo(slow(domain, state, 0.45, 4, 0.15), 10);
});

test('the quick estimate of an act equals the sum over its outcomes', () => {
  const options = fc.record({ noise: fc.constantFrom(0, 0.1), unknown: fc.constantFrom(0, 0.2), seed: fc.nat(50) });
  fc.assert(
    fc.property(options, ({ noise, unknown, seed }) => {
      const domain = createItemDomain(index, { ...settings, turns: 5, noise, unknown, followed: 80 });
      let state = domain.start(weights);
      const random = createRandom(seed);
      for (let turn = 0; turn < 2 && domain.acts(state).length > 0; turn++) {
        for (const act of domain.acts(state)) {
          const outcomes = domain.outcomes!(state, act);
          expect(outcomes.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 9);
          const mean = outcomes.reduce(
            (sum, { probability, state: next }) => sum + probability * domain.forecast!(next),
            0,
          );
          expect(domain.estimate!(state, act)).toBeCloseTo(mean, 9);
        }
        state = domain.respond(state, random.pick(domain.acts(state)), domain.imagine(state, random), random);
      }
    }),
    { numRuns: 20 },
  );
});

test('one step of lookahead is worth at least as much as the rule, under the belief', () => {
  const domain = createItemDomain(index, { ...settings, questions: 9 });
  const policy = planned({ domain, horizon: 1 });
  const random = createRandom(1);
  const worth = (state: ItemState): number => {
    if (domain.acts(state).length === 0) return domain.worth!(state);
    const { chosen } = policy.decide(state, random);
    return domain.outcomes!(state, chosen).reduce(
      (sum, { probability, state: next }) => sum + probability * worth(next),
      0,
    );
  };
  const start = domain.start(weights, 1);
  expect(worth(start)).toBeGreaterThanOrEqual(domain.forecast!(start) - 1e-12);
});

test('a user who answers truthfully never loses the item; a refused list never comes again', () => {
  fc.assert(
    fc.property(fc.nat(79), fc.array(fc.nat(8), { maxLength: 8 }), (target, asked) => {
      const domain = createItemDomain(index, settings);
      let state = domain.start(weights);
      for (const feature of asked) {
        state = domain.answered(state, feature, domain.features.has[feature * 80 + target] === 1);
        const shown = Array.from(state.items.subarray(0, 2)).filter((item) => item !== target);
        state = domain.refused(state, shown);
        for (const item of shown) expect(state.items).not.toContain(item);
        expect(state.items).toContain(target);
        expect(state.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
      }
    }),
  );
});

test('an opening is one of the item’s own features, each equally likely', () => {
  const domain = createItemDomain(index, settings);
  const { has, offsets } = domain.features;
  const state = domain.start(weights, 3);
  const likely = (item: number): number =>
    (has[3 * 80 + item] * weights[item]) / (offsets[item + 1] - offsets[item] || 1);
  const total = weights.reduce((sum, _, item) => sum + likely(item), 0);
  state.items.forEach((item, k) => {
    expect(state.weights[k]).toBeCloseTo(likely(item) / total, 12);
  });
  expect(state.count).toBe(weights.filter((_, item) => has[3 * 80 + item] === 1).length);
});

test('the reward falls with turns and ranks, and is 0 when it is too late', () => {
  const reward = itemReward(14, 0, 0.3);
  expect(reward(1, 1)).toBeGreaterThan(reward(1, 2));
  expect(reward(3, 1)).toBeGreaterThan(reward(4, 1));
  expect(reward(15, 1)).toBe(0);
  expect(itemReward(14, 0, 0)(6, 9)).toBeCloseTo(1 - 6 / 15, 12);
});

test('a coarser grain changes the value only a little', () => {
  const { features } = createItemDomain(index, settings);
  const game = { listSize: 4, turns: 8, noise: 0, unknown: 0 };
  const value = (grain: number): number => {
    const domain = createItemDomain(index, settings);
    const play = createThresholdPlay(features, game, { threshold: 0.45, grain, followed: 80 }, itemReward(8, 0, 0.3));
    return play.value(domain.start(weights), new Uint8Array(features.count), 1);
  };
  expect(Math.abs(value(0.05) - value(0))).toBeLessThan(0.05);
});

test('an impatient user leaves after useless questions, the sooner the more there were', () => {
  const options = { ...settings, noise: 0.1, unknown: 0.2, hazard: 0.15 };
  const domain = createItemDomain(index, options);
  const patient = createItemDomain(index, { ...options, hazard: 0 });
  let state = domain.start(weights);
  for (let question = 1; question <= 3; question++) {
    const act = domain.acts(state)[1];
    const outcomes = domain.outcomes!(state, act);
    expect(outcomes.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 12);
    const left = outcomes
      .filter(({ state: { won } }) => won === 0)
      .reduce((sum, { probability }) => sum + probability, 0);
    const inVain = patient.outcomes!(state, act)
      .slice(1)
      .reduce((sum, { probability }) => sum + probability, 0);
    expect(left).toBeCloseTo(inVain * 0.15 * question, 12);
    expect(domain.estimate!(state, act)).toBeLessThan(patient.estimate!(state, act));

    const random = createRandom(`respond ${question}`);
    let gone = 0;
    const trials = 4_000;
    for (let n = 0; n < trials; n++) {
      gone += Number(domain.respond(state, act, domain.imagine(state, random), random).won === 0);
    }
    expect(Math.abs(gone / trials - left)).toBeLessThan(0.025);
    state = domain.answered(state, domain.featureOf(act), question === 2 ? undefined : false);
    expect(state.useless).toBe(question);
  }
  expect(domain.answered(state, domain.featureOf(domain.acts(state)[1]), true).useless).toBe(3);
});

test('with impatient users the estimate of a question is the sum over its outcomes, those who leave counting nothing', () => {
  for (const hazard of [0.15, 0.6]) {
    const domain = createItemDomain(index, { ...settings, turns: 5, noise: 0.1, unknown: 0.2, hazard, followed: 80 });
    const [, act] = domain.acts(domain.start(weights));
    const state = domain.answered(domain.start(weights), domain.featureOf(act), false);
    for (const next of domain.acts(state)) {
      const mean = domain.outcomes!(state, next).reduce(
        (sum, { probability, state: after }) => sum + probability * domain.forecast!(after),
        0,
      );
      expect(domain.estimate!(state, next)).toBeCloseTo(mean, 9);
    }
  }
});

test('patience that is used up ends it for certain, as a failure with nothing to do; a yes never does', () => {
  const domain = createItemDomain(index, { ...settings, hazard: 0.5 });
  const patient = createItemDomain(index, settings);
  let state = domain.start(weights);
  state = domain.answered(state, 0, false);
  const act = domain.acts(state)[1];
  const outcomes = domain.outcomes!(state, act);
  expect(outcomes.map(({ state: { won } }) => won)).toEqual([undefined, 0]);
  const gone = outcomes[1].state;
  expect(gone.turn).toBe(state.turn + 1);
  expect(domain.acts(gone)).toEqual([]);
  expect([domain.worth!(gone), domain.forecast!(gone)]).toEqual([0, 0]);
  const random = createRandom(3);
  for (let n = 0; n < 200; n++) {
    const item = domain.imagine(state, random);
    const isSo = domain.features.has[domain.featureOf(act) * 80 + item] === 1;
    expect(domain.respond(state, act, item, random).won).toBe(isSo ? undefined : 0);
  }
  // Without impatience nothing is counted, and nobody leaves.
  const calm = patient.answered(patient.start(weights), 0, false);
  expect(calm).not.toHaveProperty('useless');
  expect(patient.outcomes!(calm, act).every(({ state: { won } }) => won === undefined)).toBe(true);
});
