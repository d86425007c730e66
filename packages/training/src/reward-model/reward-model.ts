/**
 * The multi-turn-aware reward of a reply, for trainers of large models: the conversation is played on from the reply by a
 * simulated user and the assistant, and the finished conversation is judged.
 *
 * Source: Wu et al. 2025, arXiv 2502.00640, section 3; see `rewardOf` for the equation.
 * @module
 */
import { createRandom } from '@sente/engine';
import { createAsking } from './ask.ts';
import { meanReward } from './equation.ts';
import type { RewardItem, Rollout, Scored } from './item.ts';
import { givesAnswer } from './reference-answer.ts';
import { RewardError } from './reward-error.ts';
import { rollOut } from './rollout.ts';
import { type FullRewardSettings, fillSettings, type RewardSettings } from './settings.ts';
import { readPrompt } from './turns.ts';

/** Scores items. Keeps nothing between them: the same item gets the same seeds. */
export interface RewardModel {
  readonly settings: FullRewardSettings;
  /** Throws RewardError when there is no score (never a score in its stead), and the signal's reason when aborted. */
  score(item: RewardItem, signal?: AbortSignal): Promise<Scored>;
}

/** Makes one. Throws RangeError for settings that make no sense. */
export function createRewardModel(settings: RewardSettings): RewardModel {
  const full = fillSettings(settings);
  return { settings: full, score: (item, signal) => scoreItem(item, full, signal) };
}

async function scoreItem(item: RewardItem, settings: FullRewardSettings, signal?: AbortSignal): Promise<Scored> {
  signal?.throwIfAborted();
  demandScorable(item, settings);
  const { horizon, seed, clip } = settings;
  // All completions of a prompt meet the same luck: their differences are their own.
  const random = createRandom(seed).split(JSON.stringify([item.prompt, item.task ?? {}]));
  // One that fails ends the others: without all of them there is no score.
  const stop = new AbortController();
  const asking = createAsking(
    settings,
    random,
    signal === undefined ? stop.signal : AbortSignal.any([signal, stop.signal]),
  );
  const samples = isCertain(item, horizon) ? 1 : settings.samples;
  let failure: unknown;
  const rollouts = await Promise.all(
    Array.from({ length: samples }, (_, sample) =>
      rollOut(item, settings, asking, random.split(sample), String(sample)).catch(
        (error: unknown): Rollout | undefined => {
          failure ??= error;
          stop.abort(error);
          return undefined;
        },
      ),
    ),
  );
  signal?.throwIfAborted();
  const whole = rollouts.filter((rollout) => rollout !== undefined);
  if (whole.length < samples) throw failure;
  return {
    ...(item.id === undefined ? {} : { id: item.id }),
    ...meanReward(whole, clip),
    horizon,
    rollouts: whole,
    truncated: item.finish === 'length',
    ...asking.used(),
  };
}

function demandScorable(item: RewardItem, settings: FullRewardSettings): void {
  readPrompt(item.prompt);
  if (item.finish === 'length' && settings.truncated === 'refuse') {
    throw new RewardError('truncated', 'The completion was cut off, and cut-off completions are refused here.');
  }
  const needsJudge = item.task?.answer === undefined || settings.interactivity > 0;
  if (needsJudge && settings.judge === undefined) {
    throw new RewardError('no-judge', 'There is no reference answer (task.answer), and no judge: name one.');
  }
}

/** Nothing is left to chance: nothing is played on. */
function isCertain({ completion, task }: RewardItem, horizon: number): boolean {
  return horizon === 0 || (task?.answer !== undefined && givesAnswer(completion, task.answer));
}
