/**
 * How good any policy could be in the `recommend` probe, and how far `sente` is from it.
 *
 *   npm run -s bench benchmarks/recommend-ceiling.ts -- --data DIR [--cases N]
 *
 * Two relaxations of the game, on the valid pairs of LastFM, 14 turns, with the same prior:
 *
 * - `named`: the user names all attributes of the target at turn 0; lists follow, by the prior. What is lost is lost to
 *   items that no question tells apart. No questions are needed, so its turns are out of reach.
 * - `counted`: the user opens as usual, but the assistant may put any yes-or-no question at all, about any set of items.
 *   Of the histories at turn t there are at most 2ᵗ⁻¹, so at most 10 · 2ᵗ⁻¹ items can have been shown by then, and at
 *   most k · 2ᵗ⁻¹ of turn t at rank k or better. The likeliest items come first: if the prior is calibrated, no policy
 *   does better on average, whatever it asks.
 * @module
 */
import { createRandom } from '@sente/engine';
import { createAgents } from '../packages/lab/src/recommend/agents.ts';
import { converse } from '../packages/lab/src/recommend/conversation.ts';
import { drawCases } from '../packages/lab/src/recommend/draw-cases.ts';
import { type Ending, RECOMMEND_METRICS } from '../packages/lab/src/recommend/scoring.ts';
import { RecommendUser } from '../packages/lab/src/recommend/user.ts';
import { openWorld } from '../packages/lab/src/recommend/world.ts';

const TURNS = 14;
const LIST = 10;
const option = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};

const data = option('data');
if (data === undefined) {
  console.error('Name the directory of the LastFM data: --data DIR');
  process.exit(2);
}
const world = await openWorld({ data, split: 'valid', seed: 1 });
const { codes, offsets } = world.features;
const { domain, agents } = createAgents({ index: world.index, turns: TURNS, noise: 0, unknown: 0, questions: 0 });

/** Items that share all attributes have equal keys. */
const keys = Array.from({ length: world.features.items }, (_, item) =>
  codes.subarray(offsets[item], offsets[item + 1]).join(),
);
const alike = new Map<string, number[]>();
keys.forEach((key, item) => {
  alike.set(key, [...(alike.get(key) ?? []), item]);
});

const within = (turn: number, rank: number): Ending => (turn > TURNS ? undefined : { turn, rank });

/** `place`: of the target among items of the same attributes, from 1. */
const named = (place: number): Ending => within(Math.ceil(place / LIST), ((place - 1) % LIST) + 1);

/** `place`: of the target among items that have the opening, from 1. */
function counted(place: number): Ending {
  let turn = 1;
  while (LIST * 2 ** (turn - 1) < place) turn++;
  const before = turn === 1 ? 0 : LIST * 2 ** (turn - 2);
  return within(turn, Math.ceil((place - before) / 2 ** (turn - 1)));
}

const rows = new Map<string, Ending[]>([
  ['named', []],
  ['counted', []],
  ['sente', []],
]);
const random = createRandom(1).split('recommend');
let prior = { user: -1, weights: new Float64Array(0) };
for (const number of drawCases(world.cases.length, Number(option('cases') ?? world.cases.length), 1)) {
  const { user, target } = world.cases[number];
  if (prior.user !== user) prior = { user, weights: world.prior(user) };
  const { weights } = prior;
  const own = random.split(number);
  const person = new RecommendUser(target, world.features, { noise: 0, unknown: 0 }, own.split('user'));
  const ahead = (item: number): boolean =>
    weights[item] > weights[target] || (weights[item] === weights[target] && item < target);
  rows.get('named')!.push(named(1 + alike.get(keys[target])!.filter(ahead).length));
  rows.get('counted')!.push(counted(1 + domain.start(weights, person.opening()).items.indexOf(target)));
  rows.get('sente')!.push(converse(domain, agents.sente, person, weights, TURNS, own.split('agent')));
}

console.log(`${rows.get('sente')!.length} pairs; ${alike.size} sets of attributes`);
console.log('             SR@15                     AT                        hDCG');
for (const [name, endings] of rows) {
  const cells = ['sr@15', 'at', 'hdcg'].map((metric) => {
    const values = Float64Array.from(endings, (ending) => RECOMMEND_METRICS[metric](ending, TURNS));
    return interval(values).padEnd(26);
  });
  console.log(name.padEnd(13) + cells.join(''));
}

/** Mean and its 95% interval by the normal approximation: thousands of cases. */
function interval(values: Float64Array): string {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length;
  const half = 1.96 * Math.sqrt(variance / values.length);
  return `${mean.toFixed(4)} [${(mean - half).toFixed(4)}, ${(mean + half).toFixed(4)}]`;
}
