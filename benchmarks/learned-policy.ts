/**
 * What a decision of the learned policy takes, against the planner's, at the same states in the same run; how it grows with
 * the candidates; and how fast it is trained.
 *
 *   npm run -s bench benchmarks/learned-policy.ts [-- --data DIR] [--policy FILE.json]
 *
 * States are those of conversations that the planner leads, on generated data of LastFM's size and, with `--data`, on the
 * valid split of LastFM. Wall clock, one thread: run it alone. Claims: at the median at most 0.2 ms; under 5 ms at 10,000
 * candidates; less than the planner's on average.
 * @module
 */
import { parseArgs } from 'node:util';
import { createRandom } from '@sente/engine';
import { GRAPH_POLICY } from '@sente/pocket';
import { openPolicy, shippedPolicy } from '@sente/pocket/node';
import { createAgents } from '../packages/lab/src/recommend/agents.ts';
import { RecommendUser } from '../packages/lab/src/recommend/user.ts';
import { openWorld, type RecommendWorld } from '../packages/lab/src/recommend/world.ts';
import { openGame } from '../packages/training/src/graph-policy/game.ts';
import { initialPolicy } from '../packages/training/src/graph-policy/initial-policy.ts';
import { createPolicyTrainer } from '../packages/training/src/graph-policy/policy-trainer.ts';
import { POLICY_BUDGETS } from '../packages/training/src/graph-policy/presets.ts';
import { recordSize } from '../packages/training/src/graph-policy/records.ts';
import { visit } from '../packages/training/src/graph-policy/visit.ts';
import { generatedWorld } from './support/generated-world.ts';

const { values } = parseArgs({ options: { data: { type: 'string' }, policy: { type: 'string' } } });
const CASES = 300;
const GAME = { turns: 14, noise: 0, unknown: 0, hazard: 0 };

const policy = values.policy === undefined ? shippedPolicy() : openPolicy(values.policy);

/** Milliseconds of every decision, by agent: the same states, in which the planner chose. */
function timed(world: RecommendWorld, game: typeof GAME): Record<'planned' | 'learned', number[]> {
  const { domain, agents } = createAgents({ ...game, index: world.index, questions: 3, learned: policy });
  const random = createRandom(1);
  const times = { planned: [] as number[], learned: [] as number[] };
  world.cases.slice(0, CASES).forEach(({ user, target }, number) => {
    const own = random.split(number);
    const person = new RecommendUser(target, world.features, game, own.split('user'));
    let state = domain.start(world.prior(user), person.opening());
    for (let turn = 1; turn <= game.turns && state.count > 0; turn++) {
      const chosen = (['planned', 'learned'] as const).map((name) => {
        const start = performance.now();
        const act = agents[name](state, own);
        // The first conversations warm the compiler up.
        if (number >= CASES / 5) times[name].push(performance.now() - start);
        return act;
      });
      const [act] = chosen;
      if ('ask' in act) state = domain.answered(state, act.ask, person.answer(act.ask));
      else if (person.placeIn(act.items) > 0) break;
      else state = domain.refused(state, act.items);
    }
  });
  return times;
}

function quantile(times: readonly number[], share: number): number {
  return [...times].sort((a, b) => a - b)[Math.floor(share * (times.length - 1))];
}

const mean = (times: readonly number[]): number => times.reduce((sum, one) => sum + one, 0) / times.length;

function report(name: string, world: RecommendWorld, game: typeof GAME): void {
  const { planned, learned } = timed(world, game);
  const line = (times: readonly number[]): string =>
    `median ${quantile(times, 0.5).toFixed(3)}  90% ${quantile(times, 0.9).toFixed(3)}  mean ${mean(times).toFixed(3)} ms`;
  console.log(`${name}: ${learned.length} decisions`);
  console.log(`  planned  ${line(planned)}`);
  console.log(`  learned  ${line(learned)}  ${(1000 / mean(learned)).toFixed(0)} a second`);
  console.log(`  learned / planned, means: ${(mean(learned) / mean(planned)).toFixed(2)}`);
}

report("generated, LastFM's size", generatedWorld({ cases: CASES }), GAME);
report("generated, LastFM's size, noise .1", generatedWorld({ cases: CASES }), { ...GAME, noise: 0.1 });
if (values.data !== undefined) {
  const world = await openWorld({ data: values.data, split: 'valid', seed: 1 });
  const stride = Math.floor(world.cases.length / CASES);
  const some = { ...world, cases: world.cases.filter((_, n) => n % stride === 0) };
  report('LastFM, valid', some, GAME);
  report('LastFM, valid, noise .1', some, { ...GAME, noise: 0.1 });
}

for (const items of [1_000, 10_000, 100_000]) {
  const world = generatedWorld({ items, cases: 1 });
  const { domain, agents } = createAgents({ ...GAME, index: world.index, questions: 3, learned: policy });
  // Nothing was said: all items are candidates.
  const state = domain.start(world.prior(0));
  const times = Array.from({ length: 60 }, () => {
    const start = performance.now();
    agents.learned(state, createRandom(1));
    return performance.now() - start;
  }).slice(20);
  console.log(`${items} candidates: learned ${quantile(times, 0.5).toFixed(2)} ms a decision`);
}

const world = generatedWorld({ cases: 1 });
const { questions, batch } = POLICY_BUDGETS.full;
const game = openGame({ ...world, draw: () => world.cases[0] }, GAME, questions);
const size = recordSize(questions, world.features.count);
const trainer = await createPolicyTrainer(
  { shape: GRAPH_POLICY, size, states: batch },
  initialPolicy(GRAPH_POLICY, createRandom(1)),
);
const { cells } = visit(game, game.domain.start(world.prior(0)));
const states = Array.from({ length: batch }, () => cells);
const numbers = new Float32Array(batch * size.acts).fill(1 / batch);
const STEPS = 600;
for (let n = 0; n < 50; n++) await trainer.step(states, numbers, numbers, 1e-3);
const start = performance.now();
for (let n = 0; n < STEPS; n++) await trainer.step(states, numbers, numbers, 1e-3);
const seconds = (performance.now() - start) / 1000;
await trainer.close();
console.log(`training: ${(STEPS / seconds).toFixed(0)} steps of ${batch} states a second, on one thread`);
