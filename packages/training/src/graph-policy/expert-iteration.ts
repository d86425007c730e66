/**
 * Expert iteration: the planner's values teach the network, the network is the planner's tail, and so on.
 *
 *   for i = 1 … :  play with the network (the rule at first), now and then something else
 *                  label every state with the expert's values of some acts
 *                  fit the network to all labels of this and the last iteration
 *
 * Which acts are labelled: the list, the questions that the network likes best (its prior), and one at random.
 *
 * Source: Anthony et al. 2017, "Thinking Fast and Slow with Deep Learning and Tree Search", arXiv 1705.08439.
 * @module
 */
import type { Random } from '@sente/engine';
import { type ActValues, type GraphPolicyShape, graphPolicy } from '@sente/pocket';
import { best, type Choose, conversations, exploring, type Step } from './collect.ts';
import { anyAct, type Expert, type Limit, networkExpert, ruleExpert } from './expert-values.ts';
import type { Game, PolicyWorld } from './game.ts';
import type { PolicyTrainer } from './policy-trainer.ts';
import type { Visit } from './visit.ts';

/** Settings. */
export interface ExpertIterationOptions {
  readonly shape: GraphPolicyShape;
  readonly iterations: number;
  /** States that are labelled in each iteration. */
  readonly states: number;
  /** Gradient steps in each iteration. */
  readonly steps: number;
  /** Peak step size. */
  readonly rate: number;
  /** Questions that are labelled in a state, one at random beside them. */
  readonly labelled: number;
  /** Share of turns in which something else is tried. */
  readonly explore: number;
  /** Acts that the policy may choose from; any unless given. */
  readonly limit?: Limit;
}

/** What came of an iteration. */
export interface IterationReport {
  readonly iteration: number;
  /** Root of the mean squared error on the last hundred batches, in R\*. */
  readonly error: number;
}

interface Labelled {
  readonly at: Visit;
  readonly acts: readonly number[];
  readonly values: Float64Array;
}

/** Trains; after each iteration `onIteration` is told, with the trainer's weights at hand. */
export async function expertIteration(
  world: PolicyWorld,
  games: readonly Game[],
  trainer: PolicyTrainer,
  options: ExpertIterationOptions,
  random: Random,
  onIteration: (report: IterationReport) => void | Promise<void> = () => {},
  onProgress: (done: number, of: number) => void = () => {},
  signal?: AbortSignal,
): Promise<void> {
  const { shape, iterations, limit = anyAct, explore } = options;
  let network: ActValues | undefined;
  let before: Labelled[] = [];
  const whole = iterations * (options.states + options.steps);
  for (let iteration = 0; iteration < iterations; iteration++) {
    const done = iteration * (options.states + options.steps);
    const expert = network ? networkExpert(network, limit) : ruleExpert;
    const choose = exploring(chooser(network, limit), explore, limit);
    const dice = random.split(`iteration ${iteration}`);
    const now: Labelled[] = [];
    const talks = conversations(world, games, () => choose, dice.split('talks'));
    while (now.length < options.states) {
      const talk: readonly Step[] = talks.next().value;
      for (const { at } of talk) {
        now.push(label(at, expert, network, options, limit, dice.split(`label ${now.length}`)));
      }
      signal?.throwIfAborted();
      onProgress(Math.min(done + now.length, done + options.states), whole);
      // Lets a waiting Ctrl-C and the other things of a host through.
      await new Promise((resume) => setImmediate(resume));
    }
    const error = await fit(trainer, [...before, ...now], options, dice.split('batches'), signal, (step) => {
      onProgress(done + options.states + step, whole);
    });
    before = now;
    network = graphPolicy(shape, trainer.weights());
    await onIteration({ iteration, error });
  }
}

/** The planner weighs the list and the five most uncertain questions, which come first. */
const PLANNED = 6;

/** By the network, or, before there is one, by the planner's rule. */
export function chooser(network: ActValues | undefined, limit: Limit = anyAct): Choose {
  return (at) => {
    const acts = limit(at);
    if (acts.length === 1) return acts[0];
    if (network === undefined) {
      const weighed = acts.slice(0, PLANNED);
      const values = ruleExpert(at, weighed);
      return best(weighed, (act) => values[weighed.indexOf(act)]);
    }
    const values = network(at.cells);
    return best(acts, (act) => values[act]);
  };
}

function label(
  at: Visit,
  expert: Expert,
  network: ActValues | undefined,
  { labelled }: ExpertIterationOptions,
  limit: Limit,
  random: Random,
): Labelled {
  const able = limit(at);
  const [lists, questions] = [able.filter((act) => act === 0), able.filter((act) => act > 0)];
  const liked = network?.(at.cells);
  // Without a network those with the most uncertain answer, which come first.
  const ranked = liked ? questions.sort((a, b) => liked[b] - liked[a] || a - b) : questions;
  const some = ranked.slice(0, labelled);
  const others = ranked.slice(labelled);
  const acts = [...lists, ...some, ...(others.length > 0 ? [random.pick(others)] : [])];
  return { at, acts, values: expert(at, acts) };
}

async function fit(
  trainer: PolicyTrainer,
  examples: readonly Labelled[],
  { steps, rate }: ExpertIterationOptions,
  random: Random,
  signal: AbortSignal | undefined,
  onStep: (step: number) => void,
): Promise<number> {
  const width = trainer.acts;
  let error = 0;
  let counted = 0;
  for (let step = 0; step < steps; step++) {
    signal?.throwIfAborted();
    const batch = Array.from({ length: trainer.states }, () => random.pick(examples));
    const targets = new Float32Array(batch.length * width);
    const counts = new Float32Array(batch.length * width);
    batch.forEach(({ acts, values }, row) => {
      acts.forEach((act, n) => {
        targets[row * width + act] = values[n];
        counts[row * width + act] = 1 / (acts.length * batch.length);
      });
    });
    const warm = Math.min(1, (step + 1) / (steps / 20));
    const { values } = await trainer.step(
      batch.map(({ at }) => at.cells),
      targets,
      counts,
      rate * warm * (1 - (0.95 * step) / steps),
    );
    if (step >= steps - 100) {
      counts.forEach((count, at) => {
        if (count > 0) error += count * (values[at] - targets[at]) ** 2;
      });
      counted++;
    }
    onStep(step + 1);
  }
  return Math.sqrt(error / Math.max(1, counted));
}
