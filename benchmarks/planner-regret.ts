/**
 * Act regret of the sampling planner against the exact optimum, by sample budget: racing against equal allocation.
 *
 *     npm run -s bench benchmarks/planner-regret.ts
 *
 * Small worlds are solved exactly by dynamic programming (`optimal`). In their first state the planner's sampled values
 * are computed with a budget of so many imagined conversations, and the act that looks best is taken; its regret is
 * V*(s) − Q*(s, act), in units of R* (being right is worth 1). Imagined conversations are played on by the optimum, so
 * that sampled values converge to Q* and regret is the doing of the allocation alone.
 *
 * Equal allocation gives every act the same number of samples: with common random numbers (sample i is the same imagined
 * user for every act) and without. The ratio is how many times the samples equal allocation needs for the regret that
 * racing has, read off its curve (log-log, made monotone).
 *
 * The last table takes the mean over the belief away from the worlds (`worth`), so that every sample is a whole reward of
 * one imagined user. Answers then exclude each other, common random numbers set them against each other, and racing, which
 * rests on them, gains little: it is shown so that nobody expects a quarter there.
 */
import { type Act, createRace, createRandom, createSampler, type Domain, optimal, type Sampler } from '@sente/engine';
import { guessWorld, offerWorld, randomGuessRules } from '@sente/engine/testing';

/** Powers of two; equal allocation is followed further, so that its curve can be read at racing's regrets. */
const BUDGETS = [64, 128, 256, 512, 1024, 2048];
const EQUAL_BUDGETS = [16, 32, ...BUDGETS, 4096, 8192];
const SEEDS = 12;
const INSTANCES = 8;
/** Of the instances, those that are also measured without a mean reward. */
const DRAWN_INSTANCES = 3;

interface World<State, Intent, A extends Act> extends Domain<State, Intent, A> {
  readonly start: State;
  key(state: State): string;
}

/** What is measured in one world: acts on offer, and the summed regrets of each method by budget. */
interface Measured {
  readonly acts: number;
  readonly racing: number[];
  readonly paired: number[];
  readonly independent: number[];
  readonly saved: number[];
}

/** Means of the first n samples of each act, at every n that a budget allows. */
function equalChoices(sampler: Sampler, acts: number, paired: boolean): number[] {
  const sums = new Float64Array(acts);
  let depth = 0;
  return EQUAL_BUDGETS.map((budget) => {
    const share = Math.floor(budget / acts);
    // Fewer samples than acts: one each for as many as there are samples for.
    if (share === 0) {
      const firsts = Array.from({ length: budget }, (_, act) => sampler(act, paired ? 0 : 1_000_000 * (act + 1)));
      return firsts.indexOf(Math.max(...firsts));
    }
    for (; depth < share; depth++) {
      for (let act = 0; act < acts; act++) sums[act] += sampler(act, paired ? depth : 1_000_000 * (act + 1) + depth);
    }
    return sums.indexOf(Math.max(...sums));
  });
}

function racingChoice(sampler: Sampler, acts: number, budget: number): { act: number; spent: number } {
  const race = createRace({ acts, budget });
  for (let draws = race.next(); draws.length > 0; draws = race.next()) {
    for (const draw of draws) race.tell(draw, sampler(draw.act, draw.sample));
  }
  return { act: race.best(), spent: race.spent };
}

function measure<State extends object, Intent, A extends Act>(
  world: World<State, Intent, A>,
  horizon: number,
  worthless: boolean,
): Measured {
  const { start } = world;
  const solution = optimal({ domain: world, key: world.key });
  const acts = world.acts(start);
  const regrets = Array.from(solution.actValues(start), (value) => solution.value(start) - value);
  const chosen = new WeakMap<State, A>();
  const continuation = (state: State): A => {
    const known = chosen.get(state) ?? solution.policy.decide(state, createRandom(0)).chosen;
    chosen.set(state, known);
    return known;
  };
  const domain = worthless ? { ...world, worth: undefined } : world;
  const result: Measured = {
    acts: acts.length,
    racing: BUDGETS.map(() => 0),
    paired: EQUAL_BUDGETS.map(() => 0),
    independent: EQUAL_BUDGETS.map(() => 0),
    saved: BUDGETS.map(() => 0),
  };
  for (let seed = 0; seed < SEEDS; seed++) {
    const play = createSampler(domain, start, acts, { horizon, continuation }, createRandom(seed));
    // The methods share sample i of an act, so that they differ in nothing but where they look.
    const played: Float64Array[] = acts.map(() => new Float64Array(10_000).fill(Number.NaN));
    const sampler: Sampler = (act, sample) => {
      if (sample >= played[act].length) return play(act, sample);
      if (Number.isNaN(played[act][sample])) played[act][sample] = play(act, sample);
      return played[act][sample];
    };
    equalChoices(sampler, acts.length, true).forEach((act, i) => {
      result.paired[i] += regrets[act] / SEEDS;
    });
    equalChoices(sampler, acts.length, false).forEach((act, i) => {
      result.independent[i] += regrets[act] / SEEDS;
    });
    BUDGETS.forEach((budget, i) => {
      const { act, spent } = racingChoice(sampler, acts.length, budget);
      result.racing[i] += regrets[act] / SEEDS;
      result.saved[i] += (1 - spent / budget) / SEEDS;
    });
  }
  return result;
}

/** The budget at which a falling curve reaches a regret: its last budget if it never does, its first if it starts there. */
function budgetFor(curve: readonly number[], regret: number): number {
  const falling = curve.map((_, i) => Math.min(...curve.slice(0, i + 1)));
  const at = falling.findIndex((value) => value <= regret);
  if (at < 0) return EQUAL_BUDGETS[EQUAL_BUDGETS.length - 1];
  if (at === 0) return EQUAL_BUDGETS[0];
  const [above, below] = [falling[at - 1], Math.max(falling[at], 1e-12)];
  const part = above <= below ? 0 : Math.log(above / Math.max(regret, 1e-12)) / Math.log(above / below);
  return EQUAL_BUDGETS[at - 1] * (EQUAL_BUDGETS[at] / EQUAL_BUDGETS[at - 1]) ** Math.min(1, part);
}

/** A ratio as printed: "≥" where equal allocation does not get there with the most samples that it was given. */
function ratioText(ratio: number, budget: number): string {
  return `${ratio * budget >= EQUAL_BUDGETS[EQUAL_BUDGETS.length - 1] ? '≥' : ''}${ratio.toFixed(1)}`;
}

function mean(list: readonly Measured[], of: (measured: Measured) => readonly number[]): number[] {
  return of(list[0]).map((_, i) => list.reduce((sum, measured) => sum + of(measured)[i], 0) / list.length);
}

function row(label: string, values: readonly (number | string)[]): string {
  return label.padEnd(34) + values.map((value) => String(value).padStart(9)).join('');
}

/** Prints one table and returns the geometric mean of the ratios against equal allocation with common random numbers. */
function report(title: string, list: readonly Measured[]): { paired: number; independent: number } {
  const racing = mean(list, (measured) => measured.racing);
  const curves = {
    paired: mean(list, (measured) => measured.paired),
    independent: mean(list, (measured) => measured.independent),
  };
  const shown = (curve: readonly number[]): string[] =>
    BUDGETS.map((budget) => (1000 * curve[EQUAL_BUDGETS.indexOf(budget)]).toFixed(2));
  console.log(`\n${title}`);
  console.log(row('samples', BUDGETS));
  console.log(
    row(
      'racing',
      racing.map((regret) => (1000 * regret).toFixed(2)),
    ),
  );
  console.log(row('equal, common random numbers', shown(curves.paired)));
  console.log(row('equal, independent', shown(curves.independent)));
  console.log(
    row(
      'racing: share of budget unspent',
      mean(list, (measured) => measured.saved).map((s) => `${(100 * s).toFixed(0)}%`),
    ),
  );
  const summary = { paired: Number.NaN, independent: Number.NaN };
  for (const kind of ['paired', 'independent'] as const) {
    const ratios = BUDGETS.map((budget, i) => budgetFor(curves[kind], racing[i]) / budget);
    const label = `× samples, equal ${kind === 'paired' ? 'with common' : 'independent'}`;
    console.log(
      row(
        label,
        ratios.map((ratio, i) => ratioText(ratio, BUDGETS[i])),
      ),
    );
    summary[kind] = Math.exp(ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / ratios.length);
  }
  return summary;
}

const SHAPES = [
  { items: 8, questions: 12, turns: 2, noise: 0.1, cost: 0.03 },
  { items: 12, questions: 24, turns: 2, noise: 0.05, cost: 0.02 },
  { items: 24, questions: 24, turns: 2, noise: 0.1, cost: 0.01 },
];

function suite(instances: number, worthless: boolean): { name: string; results: Measured[] }[] {
  const guesses = SHAPES.map((shape) => ({
    name: `guessing, ${shape.items} items, ${shape.questions} questions`,
    results: Array.from({ length: instances }, (_, i) => {
      const rules = randomGuessRules(createRandom(`guess ${shape.items} ${i}`), shape);
      return measure(guessWorld({ ...rules, noForecast: true }), shape.turns + 1, worthless);
    }),
  }));
  const offers = Array.from({ length: instances }, (_, i) => {
    const random = createRandom(`offers ${i}`);
    const prior = Array.from({ length: 12 }, () => random.next() ** 2);
    const chances = { speaks: 0.2, tells: 0.6, leaves: 0.1, turn: 0.04, question: 0.03, intrusion: 0.06, turns: 4 };
    return measure(offerWorld({ prior, ...chances }), 4, worthless);
  });
  return [...guesses, { name: 'offering, 12 topics', results: offers }];
}

const began = performance.now();
console.log(`Act regret × 1000 (mean over ${INSTANCES} worlds of a kind × ${SEEDS} seeds), by samples.`);
const groups = suite(INSTANCES, false);
for (const { name, results } of groups) report(`${name} (${results[0].acts} acts)`, results);
const all = report(
  'All of them',
  groups.flatMap((group) => group.results),
);
const bare = report(
  'All of them, rewards drawn (no mean over the belief)',
  suite(DRAWN_INSTANCES, true).flatMap((group) => group.results),
);
console.log(
  `\nFor the regret of racing, equal allocation needs ${all.paired.toFixed(1)} times the samples with common random numbers, ` +
    `${all.independent.toFixed(1)} times without\n(geometric mean over budgets, "≥" taken as it stands; where rewards are drawn: ${bare.paired.toFixed(1)} and ${bare.independent.toFixed(1)}).`,
);
console.log(`${((performance.now() - began) / 1000).toFixed(0)} s`);
if (![all.paired, all.independent, bare.paired, bare.independent].every(Number.isFinite)) {
  console.error('A ratio could not be computed.');
  process.exitCode = 1;
}
