/**
 * Double Q-learning with n-step returns and prioritised replay, as the field trains such policies.
 *
 *   y = Σ_{k<n} r_{t+k} + Q⁻(s_{t+n}, argmax_b Q(s_{t+n}, b))        Q⁻: the network of some steps ago
 *
 * Source: van Hasselt et al. 2016, "Deep Reinforcement Learning with Double Q-learning", arXiv 1509.06461; n steps and
 * replay as in Hessel et al. 2018, "Rainbow", arXiv 1710.02298, and in Deng et al. 2021, arXiv 2105.09710, section 4.4.
 * Undiscounted: R\* has the cost of turns in it.
 * @module
 */
import type { Random } from '@sente/engine';
import { type ActValues, type GraphPolicyShape, graphPolicy, type Weights } from '@sente/pocket';
import { best, type Choose, conversations, exploring, type Step } from './collect.ts';
import { chooser } from './expert-iteration.ts';
import { anyAct, type Limit } from './expert-values.ts';
import type { Game, PolicyWorld } from './game.ts';
import type { PolicyTrainer } from './policy-trainer.ts';
import { Replay } from './replay.ts';
import type { Visit } from './visit.ts';

/** Settings. */
export interface QLearningOptions {
  readonly shape: GraphPolicyShape;
  /** Turns of conversations that are played. */
  readonly states: number;
  /** Gradient steps, spread evenly over them. */
  readonly steps: number;
  readonly rate: number;
  /** n */
  readonly ahead: number;
  /** Turns that replay holds. */
  readonly memory: number;
  /** Gradient steps after which Q⁻ becomes Q. */
  readonly lag: number;
  /** Chance of a random act: falls in a straight line from 1 to this over the first third. */
  readonly explore: number;
  readonly limit?: Limit;
}

interface Transition {
  readonly at: Visit;
  readonly act: number;
  /** Σ r until the state that follows. */
  readonly gained: number;
  /** The state n steps on; absent when the conversation had ended. */
  readonly next?: Visit;
}

/** Importance weights are corrected in part at first, wholly at the end. */
const BETA = [0.4, 1] as const;

/** Trains. */
export async function qLearning(
  world: PolicyWorld,
  games: readonly Game[],
  trainer: PolicyTrainer,
  options: QLearningOptions,
  random: Random,
  onProgress: (done: number, of: number) => void = () => {},
  signal?: AbortSignal,
): Promise<void> {
  const { shape, states, steps, limit = anyAct, lag } = options;
  const replay = new Replay<Transition>(options.memory);
  let network: ActValues = graphPolicy(shape, trainer.weights());
  let slow: Weights = trainer.weights();
  let choose: Choose = (at, dice) => dice.pick(limit(at));
  const talks = conversations(world, games, () => choose, random.split('talks'));
  const dice = random.split('batches');
  let played = 0;
  let taken = 0;
  while (played < states) {
    signal?.throwIfAborted();
    const talk: readonly Step[] = talks.next().value;
    for (const one of transitions(talk, options.ahead)) replay.add(one);
    played += talk.length;
    const due = Math.floor((steps * Math.min(states, played)) / states);
    // The first tenth fills the replay.
    for (; taken < due && played > states / 10; taken++) {
      const share = taken / steps;
      const beta = BETA[0] + share * (BETA[1] - BETA[0]);
      await learn(trainer, replay, slow, limit, { beta, rate: options.rate * (1 - 0.95 * share) }, dice);
      if (taken % lag === lag - 1) slow = trainer.weights();
    }
    network = graphPolicy(shape, trainer.weights());
    const epsilon = Math.max(options.explore, 1 - (1 - options.explore) * ((3 * played) / states));
    choose = exploring(chooser(network, limit), epsilon, limit);
    onProgress(Math.min(played, states), states);
  }
}

/** What each turn of a conversation teaches. */
function transitions(talk: readonly Step[], ahead: number): Transition[] {
  return talk.map(({ at, act }, n): Transition => {
    const last = Math.min(n + ahead, talk.length) - 1;
    const { ended } = talk[last];
    return ended !== undefined ? { at, act, gained: ended } : { at, act, gained: 0, next: talk[last + 1].at };
  });
}

async function learn(
  trainer: PolicyTrainer,
  replay: Replay<Transition>,
  slow: Weights,
  limit: Limit,
  { beta, rate }: { readonly beta: number; readonly rate: number },
  random: Random,
): Promise<void> {
  const width = trainer.acts;
  const drawn = replay.draw(trainer.states, beta, random);
  const following = drawn.flatMap(({ value }) => value.next ?? []);
  const cells = following.map(({ cells: found }) => found);
  const [now, before] =
    following.length === 0 ? [[], []] : [await trainer.values(cells), await trainer.values(cells, slow)];
  const targets = new Float32Array(drawn.length * width);
  const counts = new Float32Array(drawn.length * width);
  let row = 0;
  drawn.forEach(({ value: { act, gained, next }, weight }, at) => {
    let worth = gained;
    if (next) {
      const from = row++ * width;
      worth += before[from + best(limit(next), (one) => now[from + one])];
    }
    targets[at * width + act] = worth;
    counts[at * width + act] = weight / drawn.length;
  });
  const { values } = await trainer.step(
    drawn.map(({ value }) => value.at.cells),
    targets,
    counts,
    rate,
  );
  drawn.forEach(({ place, value: { act } }, at) => {
    replay.update(place, values[at * width + act] - targets[at * width + act]);
  });
}
