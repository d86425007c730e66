/**
 * Measures one trained model on held-out cases.
 * @module
 */
import { createRandom } from '@sente/engine';
import { type BoundaryCase, boundaryCases } from '@sente/lab';
import type { Tokenizer, Weights } from '@sente/pocket';
import { createEvaluator } from '../net/evaluator.ts';
import { createSampler } from '../sampler/sampler.ts';
import { corpus } from '../world/corpus.ts';
import { type Budgets, SHAPES } from './budgets.ts';
import type { MeasuredArm } from './measured-arm.ts';
import { countedPlaces, plainAccuracy, thinkingAccuracy } from './next-token-accuracy.ts';
import type { Job } from './plan.ts';
import { playBoundary } from './play-boundary.ts';

/** What is measured. */
export interface MeasureArmOptions {
  readonly job: Job;
  readonly budgets: Budgets;
  readonly tokenizer: Tokenizer;
  readonly weights: Weights;
  /** Says which places are easy and which are hard: the small base of the same corpus. */
  readonly proxy: Weights;
}

/** The cases, the same for every model. */
export function experimentCases({ cases, pieces }: Budgets): Promise<readonly BoundaryCase[]> {
  return boundaryCases({ seed: CASES_SEED, perCell: cases, pieces });
}

/** Of the cases. It was changed once, after the last trial and before the run that is reported: trials were looked at with another. */
const CASES_SEED = 73021;

/** Measures. */
export async function measureArm({
  job,
  budgets,
  tokenizer,
  weights,
  proxy,
}: MeasureArmOptions): Promise<Pick<MeasuredArm, 'rows' | 'greedy' | 'nextToken' | 'thinking'>> {
  const shape = SHAPES[job.size];
  const cases = await experimentCases(budgets);
  const sampler = await createSampler({ shape, slots: 96 }, weights);
  // Users have the same dice whoever speaks to them: figures are paired.
  const common = { sampler, tokenizer, agent: job.id, random: createRandom(`measured/${job.seed}`) };
  const rows = await playBoundary({ ...common, cases, temperature: 1 });
  const greedy = await playBoundary({ ...common, cases, temperature: 0 });

  const size = { batch: 50, length: shape.context };
  const texts = corpus(
    createRandom('held-out texts'),
    { asking: job.corpus, conversations: budgets.texts, split: 'held-out' },
    tokenizer,
  );
  const judge = await createEvaluator({ shape: SHAPES.small, ...size }, proxy);
  const evaluator = await createEvaluator({ shape, ...size }, weights);
  const places = await countedPlaces(texts, judge);
  const nextToken = await plainAccuracy(texts, places, evaluator);
  const thinks = job.objective === 'reinforcement-pre-training' || job.objective === 'information-gain';
  const thinking = thinks ? await thinkingAccuracy(texts, places, sampler, createRandom('thoughts')) : undefined;
  await Promise.all([sampler.close(), judge.close(), evaluator.close()]);
  return { rows, greedy, nextToken, ...(thinking && { thinking }) };
}
