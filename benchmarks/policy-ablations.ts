/**
 * One policy or three? And what is each part of it worth? Trains every variant with the same network and budget, from
 * several seeds, and holds them against the rule and the planner on people of another fold.
 *
 *   npm run -s bench benchmarks/policy-ablations.ts -- --data DIR [--seeds 3] [--people 600] [--iterations 3] [--keep DIR]
 *
 * R* with 95% intervals over people, seeds averaged, and the lowest and highest mean of a seed; differences are paired. People
 * are of a fold, and want what they really took. About two minutes a variant and seed. With
 * `--keep` what a variant and seed came to is kept in a file, and not trained again when the same is asked for once more;
 * `--variants NAME,NAME` trains only these, so that several processes can share the work.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { builtinCatalog } from '@sente/catalog';
import { createRandom } from '@sente/engine';
import { policyValues } from '@sente/pocket';
import { type Choose, converse } from '../packages/training/src/graph-policy/collect.ts';
import { chooser } from '../packages/training/src/graph-policy/expert-iteration.ts';
import { type Game, openGame } from '../packages/training/src/graph-policy/game.ts';
import { questionsOnly, timingOnly } from '../packages/training/src/graph-policy/limits.ts';
import { JUDGED, POLICY_BUDGETS } from '../packages/training/src/graph-policy/presets.ts';
import { type TrainPolicyOptions, trainPolicy } from '../packages/training/src/graph-policy/train-policy.ts';
import { withoutBelief, withoutGraph } from '../packages/training/src/graph-policy/views.ts';
import { catalogWorlds, dataWorlds } from '../packages/training/src/graph-policy/worlds.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    seeds: { type: 'string', default: '3' },
    people: { type: 'string', default: '600' },
    iterations: { type: 'string', default: '3' },
    states: { type: 'string', default: '6000' },
    steps: { type: 'string', default: '1500' },
    keep: { type: 'string' },
    variants: { type: 'string' },
  },
});
const seeds = Array.from({ length: Number(values.seeds) }, (_, n) => n + 1);
const people = Number(values.people);
const budget = {
  ...POLICY_BUDGETS.full,
  iterations: Number(values.iterations),
  states: Number(values.states),
  steps: Number(values.steps),
  judged: 300,
};
/** Of each of two networks that share a policy's budget. */
const half = { ...budget, states: budget.states / 2, steps: budget.steps / 2 };
/** Questions of the tuned rule; chosen below. */
const MOST = 8;

const worlds = values.data === undefined ? catalogWorlds(builtinCatalog()) : await dataWorlds(values.data, 1);
/** People whom neither training nor the choice among iterations meets: a third fold. */
const judges = values.data === undefined ? worlds.choose : (await dataWorlds(values.data, 50)).choose;
const asIs = (game: Game): Game => game;

function play(choose: Choose, view = asIs): Record<string, Float64Array> {
  return Object.fromEntries(
    Object.entries(JUDGED).map(([name, setting]) => {
      const game = view(openGame(judges, { ...setting, turns: budget.turns }, 6));
      const random = createRandom('judges');
      return [
        name,
        Float64Array.from(
          { length: people },
          (_, n) => converse(judges, game, choose, random.split(n)).at(-1)?.ended ?? 0,
        ),
      ];
    }),
  );
}

const rule =
  (count: number): Choose =>
  (at) =>
    at.able > 1 && at.state.turn <= count ? 1 : 0;

/** The number of questions that serves best on the people that iterations are chosen by, over all kinds of users. */
function tuned(): number {
  const total = (count: number): number => {
    const random = createRandom('rule');
    return Object.values(JUDGED).reduce((sum, setting) => {
      const game = openGame(worlds.choose, { ...setting, turns: budget.turns }, 1);
      for (let n = 0; n < 600; n++)
        sum += converse(worlds.choose, game, rule(count), random.split(n)).at(-1)?.ended ?? 0;
      return sum;
    }, 0);
  };
  const totals = Array.from({ length: MOST + 1 }, (_, count) => total(count));
  return totals.indexOf(Math.max(...totals));
}

const questions = tuned();
const train = async (seed: number, own: Partial<TrainPolicyOptions> = {}) => {
  const { policy } = await trainPolicy({ worlds, source: 'ablation', budget, seed, ...own });
  return policyValues(policy);
};

const variants: Record<string, (seed: number) => Promise<Record<string, Float64Array>>> = {
  'expert iteration': async (seed) => play(chooser(await train(seed))),
  'q-learning': async (seed) => play(chooser(await train(seed, { method: 'q-learning' }))),
  'three apart': async (seed) => {
    const when = chooser(await train(seed, { budget: half, limit: timingOnly }), timingOnly);
    const what = await train(seed, { budget: half, limit: questionsOnly(questions) });
    const ask = chooser(what, ({ able }) => Array.from({ length: able - 1 }, (_, question) => question + 1));
    return play((at, random) => (when(at, random) === 0 ? 0 : ask(at, random)));
  },
  'when only': async (seed) => {
    const limit = timingOnly;
    return play(chooser(await train(seed, { limit }), limit));
  },
  'no graph': async (seed) => play(chooser(await train(seed, { view: withoutGraph })), withoutGraph),
  'no belief': async (seed) => play(chooser(await train(seed, { view: withoutBelief })), withoutBelief),
};

const started = performance.now();
const results = new Map<string, Record<string, Float64Array>>();
/** Mean of each seed. */
const spreads = new Map<string, Record<string, readonly number[]>>();
const asked = values.variants?.split(',') ?? Object.keys(variants);
if (values.variants === undefined) {
  results.set(`rule, ${questions} questions`, play(rule(questions)));
  results.set('planned', play(chooser(undefined)));
}
for (const name of asked) {
  const variant = variants[name];
  if (variant === undefined)
    throw new RangeError(`no variant '${name}'; there are: ${Object.keys(variants).join(', ')}`);
  const runs: Record<string, Float64Array>[] = [];
  for (const seed of seeds) {
    runs.push(await kept(name, seed, variant));
    const minutes = ((performance.now() - started) / 60_000).toFixed(1);
    const means = Object.entries(runs[runs.length - 1]).map(([user, rewards]) => `${user} ${mean(rewards).toFixed(4)}`);
    console.error(`${minutes} min  ${name}, seed ${seed}: ${means.join(', ')}`);
  }
  spreads.set(name, Object.fromEntries(Object.keys(JUDGED).map((user) => [user, runs.map((run) => mean(run[user]))])));
  results.set(
    name,
    Object.fromEntries(
      Object.keys(JUDGED).map((user) => [
        user,
        Float64Array.from({ length: people }, (_, n) => runs.reduce((sum, run) => sum + run[user][n], 0) / runs.length),
      ]),
    ),
  );
}

/** What a variant and seed came to, from its file where there is one. Throws RangeError when that is of another budget. */
async function kept(
  name: string,
  seed: number,
  variant: (seed: number) => Promise<Record<string, Float64Array>>,
): Promise<Record<string, Float64Array>> {
  if (values.keep === undefined) return variant(seed);
  mkdirSync(values.keep, { recursive: true });
  const file = join(values.keep, `${name.replaceAll(' ', '-')}-${seed}.json`);
  const setting = JSON.stringify({ ...budget, people, data: values.data ?? null });
  if (existsSync(file)) {
    const found = JSON.parse(readFileSync(file, 'utf8'));
    if (found.setting !== setting) throw new RangeError(`${file} is of another budget: keep this one elsewhere`);
    return Object.fromEntries(
      Object.entries(found.rewards).map(([user, rewards]) => [user, Float64Array.from(rewards as number[])]),
    );
  }
  const rewards = await variant(seed);
  const plain = Object.fromEntries(Object.entries(rewards).map(([user, own]) => [user, Array.from(own)]));
  writeFileSync(file, JSON.stringify({ setting, rewards: plain }));
  return rewards;
}

/** Mean over the kinds of users, person by person. */
function overAll(rewards: Readonly<Record<string, Float64Array>>): Float64Array {
  const kinds = Object.values(rewards);
  return kinds[0].map((_, n) => kinds.reduce((sum, own) => sum + own[n], 0) / kinds.length);
}

function mean(numbers: Float64Array): number {
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}

/** Mean and half-width of its 95% interval. */
function interval(numbers: Float64Array): string {
  const m = mean(numbers);
  const deviation = Math.sqrt(numbers.reduce((sum, one) => sum + (one - m) ** 2, 0) / (numbers.length - 1));
  return `${m >= 0 ? ' ' : ''}${m.toFixed(4)} ± ${((1.96 * deviation) / Math.sqrt(numbers.length)).toFixed(4)}`;
}

const [first] = asked;
const one = results.get('expert iteration') ?? results.get(first) ?? {};
console.log(
  `R* of ${people} people of a fold of their own, ${seeds.length} seeds, ${budget.iterations} × ${budget.states} states and ${budget.iterations} × ${budget.steps} steps.`,
);
console.log(
  `In brackets: less than ${results.has('expert iteration') ? 'the one policy by expert iteration' : first}, paired; in braces: the means of seeds.\n`,
);
for (const [name, rewards] of results) {
  const cells = [...Object.entries(rewards), ['all', overAll(rewards)] as const].map(([user, own]) => {
    const base = user === 'all' ? overAll(one) : one[user];
    const less = own.map((reward, n) => reward - base[n]);
    const seen = spreads.get(name)?.[user];
    const range = seen ? ` {${Math.min(...seen).toFixed(4)} … ${Math.max(...seen).toFixed(4)}}` : '';
    return `${user} ${interval(own)} [${interval(less)}]${range}`;
  });
  console.log(`${name.padEnd(18)} ${cells.join('   ')}`);
}
