/**
 * Trains a policy from beginning to end: people, network, method, and the choice among iterations.
 * @module
 */
import { createRandom } from '@sente/engine';
import { GRAPH_POLICY, graphPolicy, type LearnedPolicy, STATISTICS, type Weights } from '@sente/pocket';
import { chooser, expertIteration } from './expert-iteration.ts';
import type { Limit } from './expert-values.ts';
import { type Game, openGame, openGames } from './game.ts';
import { initialPolicy } from './initial-policy.ts';
import { type Judged, judgePolicy } from './judge-policy.ts';
import { KINDS } from './kinds.ts';
import { createPolicyTrainer } from './policy-trainer.ts';
import { JUDGED, type PolicyBudget } from './presets.ts';
import { qLearning } from './q-learning.ts';
import { recordSize } from './records.ts';
import type { PolicyWorlds } from './worlds.ts';

/** What to train, and how. */
export interface TrainPolicyOptions {
  readonly worlds: PolicyWorlds;
  /** What the people and items are, for the card. */
  readonly source: string;
  readonly budget: PolicyBudget;
  readonly seed: number;
  /** `expert-iteration` unless given. */
  readonly method?: 'expert-iteration' | 'q-learning';
  /** Acts that it may choose from; any unless given. */
  readonly limit?: Limit;
  /** What the network sees of a game, where that is less than all; see `views`. */
  readonly view?: (game: Game) => Game;
  readonly signal?: AbortSignal;
  /** Told of steps done, of all. */
  onProgress?(done: number, of: number): void;
  /** Told after each iteration; with the policy where it is the best so far. */
  onIteration?(report: TrainedIteration, policy: LearnedPolicy | undefined): void;
}

/** What an iteration came to, by kind of user. */
export interface TrainedIteration {
  readonly iteration: number;
  /** Root mean squared error of the fit, in R\*; absent for Q-learning. */
  readonly error?: number;
  readonly judged: Readonly<Record<string, Judged>>;
}

/** The policy of the best iteration, and how it came to it. */
export interface TrainedPolicy {
  readonly policy: LearnedPolicy;
  readonly iterations: readonly TrainedIteration[];
  /** The planner, judged alike. */
  readonly planned: Readonly<Record<string, Judged>>;
  /** Position in `iterations` of the one that was kept. */
  readonly kept: number;
}

/** Trains it, on one thread. The same seed gives the same weights. */
export async function trainPolicy(options: TrainPolicyOptions): Promise<TrainedPolicy> {
  const { worlds, source, budget, seed, method = 'expert-iteration', limit, signal, onProgress, onIteration } = options;
  const { view = (game) => game } = options;
  const { turns, questions, states, steps, iterations: rounds } = budget;
  const random = createRandom(`policy/${seed}`);
  const kinds = KINDS.map(({ setting, ...rest }) => ({ ...rest, setting: { ...setting, turns } }));
  const games = openGames(worlds.train, kinds, questions).map(view);
  const tests = Object.entries(JUDGED).map(
    ([name, setting]) => [name, view(openGame(worlds.choose, { ...setting, turns }, questions))] as const,
  );
  const judge = (weights?: Weights): Record<string, Judged> => {
    const choose = chooser(weights && graphPolicy(GRAPH_POLICY, weights), limit);
    return Object.fromEntries(
      tests.map(([name, game]) => [
        name,
        judgePolicy(worlds.choose, game, choose, budget.judged, random.split('judge')),
      ]),
    );
  };
  const planned = judge();
  const trainer = await createPolicyTrainer(
    {
      shape: GRAPH_POLICY,
      size: recordSize(Math.min(questions, worlds.train.features.count), worlds.train.features.count),
      states: budget.batch,
    },
    initialPolicy(GRAPH_POLICY, random.split('weights')),
  );
  const policyOf = (weights: Weights, done: number, judged: TrainedIteration['judged']): LearnedPolicy => ({
    weights,
    card: {
      format: 'sente-policy/1',
      name: source,
      description: 'Chooses what to ask, what to recommend and when, on one value.',
      shape: GRAPH_POLICY,
      statistics: STATISTICS,
      method,
      trainedOn: { source, items: worlds.train.features.items, answers: worlds.train.features.count },
      states: done * states,
      steps: done * steps,
      of: rounds * states,
      seed,
      figures: Object.fromEntries(
        Object.entries(judged).flatMap(([user, { reward }]) => [
          [`learned@${user}`, round(reward)],
          [`planned@${user}`, round(planned[user].reward)],
        ]),
      ),
      license: 'MIT',
    },
  });
  const iterations: TrainedIteration[] = [];
  let kept = 0;
  let policy: LearnedPolicy | undefined;
  const worth = ({ judged }: TrainedIteration): number =>
    Object.values(judged).reduce((sum, { reward }) => sum + reward, 0);
  const keep = (iteration: number, error?: number): void => {
    const weights = trainer.weights();
    const report = { iteration, ...(error !== undefined && { error }), judged: judge(weights) };
    iterations.push(report);
    const isBest = policy === undefined || worth(report) > worth(iterations[kept]);
    if (isBest) {
      policy = policyOf(weights, method === 'q-learning' ? rounds : iteration + 1, report.judged);
      kept = iterations.length - 1;
    }
    onIteration?.(report, isBest ? policy : undefined);
  };
  try {
    const dice = random.split('train');
    if (method === 'expert-iteration') {
      await expertIteration(
        worlds.train,
        games,
        trainer,
        { shape: GRAPH_POLICY, ...budget, ...(limit && { limit }) },
        dice,
        ({ iteration, error }) => keep(iteration, error),
        onProgress,
        signal,
      );
    } else {
      await qLearning(
        worlds.train,
        games,
        trainer,
        {
          shape: GRAPH_POLICY,
          states: rounds * states,
          steps: rounds * steps,
          rate: budget.rate / 3,
          ahead: 3,
          memory: 32_768,
          lag: 300,
          explore: budget.explore,
          ...(limit && { limit }),
        },
        dice,
        onProgress,
        signal,
      );
      keep(0);
    }
  } finally {
    await trainer.close();
  }
  if (policy === undefined) throw new RangeError('a training without iterations makes no policy');
  return { policy, iterations, planned, kept };
}

function round(value: number): number {
  return Number(value.toFixed(4));
}
