/**
 * The options of the reward endpoint, and what they come to.
 * @module
 */
import type { RewardOptions } from '@sente/server';
import { type Command, Option } from 'commander';
import { UsageError } from '../failure.ts';
import { chosenModel } from './chosen-model.ts';
import { wholeNumber } from './numbers.ts';

/** As typed. */
export interface RewardFlags {
  readonly reward?: boolean;
  readonly assistant?: string;
  readonly user?: string;
  readonly judge?: string;
  readonly samples?: number;
  readonly refuseTruncated?: boolean;
  readonly horizon?: number;
}

/** Adds them; `--horizon` is the command's own. */
export function addRewardOptions(command: Command): void {
  command
    .option('--reward', 'multi-turn-aware rewards for trainers of large models, at /v1/reward')
    .option(
      '--assistant <id>',
      "with --reward: plays the assistant's later turns: the model in training, or a reference",
    )
    .option('--user <id>', 'with --reward: plays the simulated users (default: the assistant’s model)')
    .option('--judge <id>', 'with --reward: judges what has no reference answer (without it such items fail)')
    .addOption(
      new Option('--samples <n>', 'with --reward: continuations behind a score (default: 3)').argParser(
        wholeNumber(1, 16),
      ),
    )
    .option('--refuse-truncated', 'with --reward: a completion that was cut off is an error (default: it is scored)');
}

/** The endpoint's settings; undefined without `--reward`. Throws UsageError. */
export async function rewardSettings(flags: RewardFlags): Promise<RewardOptions | undefined> {
  const { reward, assistant, user, judge, samples, refuseTruncated, horizon = 2 } = flags;
  if (!reward) {
    for (const [name, given] of Object.entries({
      assistant,
      user,
      judge,
      samples,
      'refuse-truncated': refuseTruncated,
    })) {
      if (given !== undefined) throw new UsageError(`--${name} is for --reward: give that too.`);
    }
    return undefined;
  }
  if (assistant === undefined) {
    throw new UsageError('--reward needs --assistant: the model that plays the turns after the one that is scored.');
  }
  if (horizon > 3) throw new UsageError('--horizon of --reward is 0 to 3 user turns.');
  const open = await chosenModel(assistant, '--assistant');
  return {
    assistant: open,
    user: user === undefined ? open : await chosenModel(user, '--user'),
    ...(judge !== undefined && { judge: await chosenModel(judge, '--judge') }),
    ...(samples !== undefined && { samples }),
    ...(refuseTruncated && { truncated: 'refuse' as const }),
    horizon: horizon as 0 | 1 | 2 | 3,
  };
}
