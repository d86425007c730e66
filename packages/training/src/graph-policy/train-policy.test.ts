import { createRandom } from '@sente/engine';
import { GRAPH_POLICY, graphPolicy } from '@sente/pocket';
import { describe, expect, it } from 'vitest';
import { madeTags } from '../testing/made-tags.ts';
import { converse } from './collect.ts';
import { chooser } from './expert-iteration.ts';
import { anyAct, networkExpert, ruleExpert } from './expert-values.ts';
import { openGame } from './game.ts';
import { initialPolicy } from './initial-policy.ts';
import { judgePolicy } from './judge-policy.ts';
import { questionsOnly, timingOnly } from './limits.ts';
import { createPolicyTrainer } from './policy-trainer.ts';
import type { PolicyBudget } from './presets.ts';
import { recordSize } from './records.ts';
import { type TrainedPolicy, type TrainPolicyOptions, trainPolicy } from './train-policy.ts';
import { type Visit, visit } from './visit.ts';
import { catalogWorlds } from './worlds.ts';

const worlds = catalogWorlds(madeTags());
const world = worlds.train;
const exact = { turns: 10, noise: 0, unknown: 0, hazard: 0 };
const game = openGame(world, exact, 6);
const budget: PolicyBudget = {
  turns: 10,
  iterations: 2,
  states: 500,
  steps: 250,
  batch: 16,
  rate: 5e-3,
  questions: 6,
  labelled: 3,
  explore: 0.15,
  judged: 60,
};
const train = (own: Partial<TrainPolicyOptions> = {}): Promise<TrainedPolicy> =>
  trainPolicy({ worlds, source: 'made', budget, seed: 1, ...own });

/** Some states of conversations in which anything is tried. */
function someVisits(count: number, own = game): Visit[] {
  const random = createRandom('visits');
  const found: Visit[] = [];
  for (let talk = 0; found.length < count; talk++) {
    found.push(...converse(world, own, (at, dice) => dice.integer(at.able), random.split(talk)).map(({ at }) => at));
  }
  return found.slice(0, count);
}

describe('the network in training', () => {
  const size = recordSize(6, world.features.count);
  const options = { shape: GRAPH_POLICY, size, states: 12 };

  it('gives the values that it gives in use, with every kind of user', async () => {
    const weights = initialPolicy(GRAPH_POLICY, createRandom('same'));
    const out = weights.out.data.map((_, n) => 0.3 * Math.sin(n));
    const louder = { ...weights, out: { ...weights.out, data: out } };
    const trainer = await createPolicyTrainer(options, louder);
    const inUse = graphPolicy(GRAPH_POLICY, louder);
    for (const setting of [exact, { turns: 10, noise: 0.2, unknown: 0.1, hazard: 0.05 }]) {
      const visits = someVisits(12, openGame(world, setting, 6));
      const values = await trainer.values(visits.map(({ cells }) => cells));
      visits.forEach(({ cells }, row) => {
        inUse(cells).forEach((value, act) => {
          expect(values[row * size.acts + act]).toBeCloseTo(value, 4);
        });
      });
    }
    await trainer.close();
  });

  it('is fitted to what it is told, and only there', async () => {
    const trainer = await createPolicyTrainer(options, initialPolicy(GRAPH_POLICY, createRandom('fit')));
    const visits = someVisits(12);
    const cells = visits.map((one) => one.cells);
    const targets = new Float32Array(12 * size.acts);
    const counts = new Float32Array(12 * size.acts);
    const wanted = visits.map((at) => ruleExpert(at, [0])[0] - 0.2);
    wanted.forEach((value, row) => {
      targets[row * size.acts] = value;
      counts[row * size.acts] = 1 / 12;
    });
    targets[1] = 1e6;
    const error = (values: Float32Array): number =>
      wanted.reduce((sum, value, row) => sum + (values[row * size.acts] - value) ** 2, 0) / 12;
    const before = error(await trainer.values(cells));
    for (let step = 0; step < 800; step++) await trainer.step(cells, targets, counts, 3e-3);
    expect(error(await trainer.values(cells))).toBeLessThan(0.2 * before);
    await trainer.close();
  });
});

describe('experts', () => {
  it('value acts as the planner does, and, with a network behind them, by what follows', () => {
    const network = graphPolicy(GRAPH_POLICY, initialPolicy(GRAPH_POLICY, createRandom('tail')));
    for (const at of someVisits(30)) {
      const acts = anyAct(at);
      const planned = game.domain.acts(at.state).filter(({ kind }) => kind === 'ask');
      const values = ruleExpert(at, acts);
      for (const act of planned) {
        const place = at.features.indexOf(game.domain.featureOf(act));
        if (place > 0 && at.able > 1) {
          expect(values[place]).toBeCloseTo(game.domain.estimate?.(at.state, act) ?? Number.NaN, 12);
        }
      }
      // By hand: the list is worth its hits, and then the best that the network sees.
      const next = game.domain.refused(at.state, Array.from(at.state.items.subarray(0, 10)));
      const left = next.count === 0 ? 0 : 1 - at.state.weights.subarray(0, 10).reduce((sum, one) => sum + one, 0);
      const following = next.count === 0 || next.turn > 10 ? undefined : visit(game, next);
      const ahead = following ? Math.max(...anyAct(following).map((act) => network(following.cells)[act])) : 0;
      expect(networkExpert(network)(at, [0])[0]).toBeCloseTo(at.cells.now[0] + left * ahead, 5);
    }
  });
});

describe('training', () => {
  it('comes near the planner, far from lists alone, the same for the same seed', async () => {
    const reports: number[] = [];
    const first = await train({ onIteration: ({ iteration }) => reports.push(iteration) });
    const again = await train();
    expect(again.policy).toEqual(first.policy);
    expect(reports).toEqual([0, 1]);
    const { judged } = first.iterations[first.kept];
    const lists = judgePolicy(world, game, () => 0, 60, createRandom('policy/1').split('judge'));
    const gain = first.planned.exact.reward - lists.reward;
    expect(gain).toBeGreaterThan(0.1);
    expect(judged.exact.reward - lists.reward).toBeGreaterThan(0.7 * gain);
    expect(first.policy.card).toMatchObject({
      method: 'expert-iteration',
      trainedOn: { items: 400, answers: 12 },
      seed: 1,
    });
    expect((await train({ seed: 2 })).policy.weights).not.toEqual(first.policy.weights);
  });

  it('by double Q-learning learns to ask, too', async () => {
    const { policy, planned, iterations } = await train({
      method: 'q-learning',
      budget: { ...budget, states: 2_000, steps: 600 },
    });
    const lists = judgePolicy(world, game, () => 0, 60, createRandom('policy/1').split('judge'));
    expect(iterations).toHaveLength(1);
    const gain = planned.exact.reward - lists.reward;
    expect(iterations[0].judged.exact.reward - lists.reward).toBeGreaterThan(0.3 * gain);
    expect(policy.card.method).toBe('q-learning');
  });

  it('of one decision leaves the others alone', () => {
    const loud = initialPolicy(GRAPH_POLICY, createRandom('loud'));
    const network = graphPolicy(GRAPH_POLICY, {
      ...loud,
      out: { ...loud.out, data: loud.out.data.map((_, n) => Math.sin(n)) },
    });
    const [timing, questions] = [timingOnly, questionsOnly(3)].map((limit) => chooser(network, limit));
    let asked = 0;
    for (const at of someVisits(80)) {
      expect([0, 1]).toContain(timing(at, createRandom(1)));
      const act = questions(at, createRandom(1));
      if (at.state.turn > 3 || at.able === 1) expect(act).toBe(0);
      else {
        expect(act).toBeGreaterThan(0);
        asked++;
      }
    }
    expect(asked).toBeGreaterThan(10);
  });

  it('stops when it is told to, and keeps what was best until then', async () => {
    const stop = new AbortController();
    let kept = 0;
    const stopped = train({
      signal: stop.signal,
      onIteration(_, policy) {
        if (policy) kept++;
        stop.abort(new Error('enough'));
      },
    });
    await expect(stopped).rejects.toThrow('enough');
    expect(kept).toBe(1);
  });
});
