/**
 * Simulated conversations of the `recommend` probe per second, on one thread: `rule` (three questions, then lists) and
 * `sente`.
 *
 *   npm run -s bench benchmarks/conversations-per-second.ts [--data DIR]
 *
 * Generated data of LastFM's size: 7,432 items, 33 tags, items drawn around 150 styles so that many share all their tags,
 * users who want the popular. With `--data`, also the valid split of LastFM: there each user has a prior of their own;
 * working it out is timed apart. Wall clock: run it alone. Claims: 5,000 a second for `rule`, 300 for `sente`.
 * @module
 */
import { createRandom } from '@sente/engine';
import { createAgents } from '../packages/lab/src/recommend/agents.ts';
import { converse } from '../packages/lab/src/recommend/conversation.ts';
import { RecommendUser } from '../packages/lab/src/recommend/user.ts';
import { openWorld, type RecommendWorld } from '../packages/lab/src/recommend/world.ts';
import { generatedWorld } from './support/generated-world.ts';

const GAME = { turns: 14, noise: 0, unknown: 0 };
const QUESTIONS = 3;
const CASES = 1_500;
/** Rounds of all cases; the best one counts, for other work on the machine only ever slows one down. */
const ROUNDS = 3;

/** Conversations a second. The prior of every user is there already. */
function speed(world: RecommendWorld, name: 'rule' | 'sente', priors: ReadonlyMap<number, Float64Array>): number {
  const random = createRandom(1);
  let best = 0;
  for (let round = 0; round < ROUNDS; round++) {
    // A domain of its own: nothing is remembered from the round before.
    const { domain, agents } = createAgents({ ...GAME, questions: QUESTIONS, index: world.index });
    const started = performance.now();
    world.cases.forEach(({ user, target }, number) => {
      const own = random.split(number);
      const person = new RecommendUser(target, world.features, GAME, own.split('user'));
      converse(domain, agents[name], person, priors.get(user)!, GAME.turns, own.split('agent'));
    });
    best = Math.max(best, (1000 * world.cases.length) / (performance.now() - started));
  }
  return best;
}

function report(title: string, world: RecommendWorld): void {
  const started = performance.now();
  const users = new Set(world.cases.map(({ user }) => user));
  const priors = new Map(Array.from(users, (user) => [user, world.prior(user)]));
  const each = (performance.now() - started) / users.size;
  const [rule, sente] = [speed(world, 'rule', priors), speed(world, 'sente', priors)];
  const tags = (item: number): string =>
    world.features.codes.subarray(world.features.offsets[item], world.features.offsets[item + 1]).join();
  const shared = new Map<string, number>();
  for (let item = 0; item < world.features.items; item++) shared.set(tags(item), (shared.get(tags(item)) ?? 0) + 1);
  console.log(
    `${title}: ${world.features.items} items, ${shared.size} sets of tags, one shared by ${Math.max(...shared.values())}`,
  );
  console.log(`  rule   ${rule.toFixed(0).padStart(6)} conversations a second`);
  console.log(`  sente  ${sente.toFixed(0).padStart(6)} conversations a second`);
  console.log(`  ratio  ${(sente / rule).toFixed(3).padStart(6)} (sente / rule)`);
  if (users.size < world.cases.length) {
    console.log(
      `  apart from that, ${each.toFixed(2)} ms for the prior of each of ${users.size} users (${world.cases.length} cases)`,
    );
  }
}

report('generated', generatedWorld({ cases: CASES }));
const at = process.argv.indexOf('--data');
if (at > 0) {
  const world = await openWorld({ data: process.argv[at + 1], split: 'valid', seed: 1 });
  // All cases of some users, as a run plays them, not single cases of many.
  const stride = Math.max(1, Math.floor(world.cases.length / CASES));
  report('LastFM, valid', { ...world, cases: world.cases.filter(({ user }) => user % stride === 0) });
}
