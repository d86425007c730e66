/**
 * Trains one model of the experiment.
 * @module
 */
import { createRandom } from '@sente/engine';
import type { Tokenizer, Weights } from '@sente/pocket';
import { createEvaluator } from '../net/evaluator.ts';
import { initialWeights } from '../net/initial-weights.ts';
import { createTrainer } from '../net/trainer.ts';
import type { Learner, Spent } from '../objectives/learner.ts';
import { multiTurn } from '../objectives/multi-turn.ts';
import { multiTurnDpo } from '../objectives/multi-turn-dpo.ts';
import { nextToken } from '../objectives/next-token.ts';
import { reinforcementPreTraining } from '../objectives/reinforcement-pre-training.ts';
import { uncertainty } from '../objectives/uncertainty.ts';
import { createSampler } from '../sampler/sampler.ts';
import { corpus } from '../world/corpus.ts';
import { type Budgets, REPLY_LENGTH, SHAPES } from './budgets.ts';
import type { Job } from './plan.ts';
import type { CurvePoint } from './results.ts';

/** What is trained, from where. */
export interface TrainArmOptions {
  readonly job: Job;
  readonly budgets: Budgets;
  readonly tokenizer: Tokenizer;
  /** The weights to start from; absent for a base. */
  readonly start?: Weights;
  readonly signal?: AbortSignal;
  /** Told after each step; `of` is the number of steps. */
  onStep?(step: number, of: number): void;
}

/** The trained model. */
export interface TrainedArm extends Spent {
  readonly weights: Weights;
  readonly curve: readonly CurvePoint[];
}

/** Trains it, on one thread. All dice follow from the job's corpus and seed. */
export async function trainArm({
  job,
  budgets,
  tokenizer,
  start,
  signal,
  onStep,
}: TrainArmOptions): Promise<TrainedArm> {
  const shape = SHAPES[job.size];
  const random = createRandom(`passivity/${job.corpus}/${job.seed}`);
  const size = sizeOf(job, budgets);
  const weights = start ?? initialWeights(shape, random.split(`weights ${job.size}`));
  const trainer = await createTrainer({ shape, ...size }, weights);
  const sampler = await createSampler({ shape, slots: 96 }, weights);
  const reference = await createEvaluator({ shape, ...size }, weights);
  const curve: CurvePoint[] = [];
  const steps = stepsOf(job, budgets);
  const learner: Learner = {
    trainer,
    sampler,
    tokenizer,
    // A base and what is trained on from it must not meet the same texts and users.
    random: random.split(job.objective === 'base' ? 'base' : 'onwards'),
    signal,
    onStep(point) {
      curve.push(point);
      onStep?.(point.step + 1, steps);
    },
  };
  const texts = textsFor(job, size.batch, tokenizer, learner);
  const { steps: replySteps, group, groups, rate, tie, beta } = budgets;
  const { horizon = 0 } = job;
  const { thinkingStart, thinking, thoughts } = budgets;
  const spent = await {
    base: () =>
      nextToken(learner, { steps, rate: job.size === 'large' ? budgets.baseRate / 3 : budgets.baseRate, texts }),
    'next-token': () => nextToken(learner, { steps: budgets.onwards, rate: budgets.baseRate / 3, texts }),
    'single-turn': () => multiTurn(learner, { horizon, steps: replySteps, group, rate, tie, reference }),
    'multi-turn': () => multiTurn(learner, { horizon, steps: replySteps, group, rate, tie, reference }),
    'multi-turn-dpo': () => multiTurnDpo(learner, { horizon, steps: replySteps, groups, group, rate, beta, reference }),
    uncertainty: () => uncertainty(learner, { steps: replySteps, group, rate, tie, reference }),
    'reinforcement-pre-training': () => think('prefix-matching'),
    'information-gain': () => think('information-gain'),
  }[job.objective]();
  function think(reward: 'prefix-matching' | 'information-gain'): Promise<Spent> {
    const common = { reward, start: thinkingStart, steps: thinking, group: thoughts, entropy: HARD, proxy: reference };
    return reinforcementPreTraining(learner, { ...common, rate, texts });
  }
  const trained = trainer.weights();
  await Promise.all([trainer.close(), sampler.close(), reference.close()]);
  return { ...spent, weights: trained, curve };
}

/** Least entropy of a place that is worth a thought, in nats. */
const HARD = 0.5;

/** Rows of a batch, and tokens of a row. */
function sizeOf({ objective }: Job, budgets: Budgets): { batch: number; length: number } {
  const { rows, groups, group, places, thoughts } = budgets;
  const whole = SHAPES.small.context;
  switch (objective) {
    case 'base':
    case 'next-token':
      return { batch: rows, length: whole };
    case 'reinforcement-pre-training':
    case 'information-gain':
      return { batch: places * thoughts, length: whole };
    case 'multi-turn-dpo':
      return { batch: 2 * groups, length: REPLY_LENGTH };
    case 'uncertainty':
      return { batch: groups * (group + 2), length: REPLY_LENGTH };
    default:
      return { batch: groups * group, length: REPLY_LENGTH };
  }
}

function stepsOf({ objective, size }: Job, budgets: Budgets): number {
  if (objective === 'base') return size === 'large' ? budgets.large : budgets.base;
  if (objective === 'next-token') return budgets.onwards;
  const thinks = objective === 'reinforcement-pre-training' || objective === 'information-gain';
  return thinks ? budgets.thinkingStart + budgets.thinking : budgets.steps;
}

/** Conversations of the corpus, new ones in each step. */
function textsFor(
  { corpus: asking }: Job,
  conversations: number,
  tokenizer: Tokenizer,
  { random }: Learner,
): (step: number) => readonly ArrayLike<number>[] {
  const dice = random.split('corpus');
  return (step) => corpus(dice.split(step), { asking, conversations }, tokenizer);
}
