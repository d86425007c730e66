/**
 * A conversation with a user whose goal is told in words: a model plays the user, and the multi-turn-aware reward scores
 * replies.
 *
 * The first reply is scored over all goals that one could have who opens like this (`Goal` and `others`): continuation i
 * belongs to goal i, so that a reply which happens to guess one of them gains no more by it than it will on average. That
 * is the mean over imagined intents of Sente's value; from the second turn on the goal is the user's own.
 * @module
 */
import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { Random } from '@sente/engine';
import { createAsking } from '../reward-model/ask.ts';
import { createRewardModel } from '../reward-model/reward-model.ts';
import type { RewardSettings } from '../reward-model/settings.ts';
import { userTurn } from '../reward-model/simulated-user.ts';
import type { Turn } from '../reward-model/turns.ts';
import type { Goal, ToldCase } from './data-case.ts';
import type { Message } from './step.ts';
import type { DataTalk } from './talk.ts';

/** Who speaks and who judges; the judge's word counts where there is no reference answer. */
interface ToldModels {
  readonly assistant: LanguageModelV4;
  readonly user: LanguageModelV4;
  readonly judge: LanguageModelV4;
}

/** Milliseconds for a call, its waiting for a place included: runs wait for places, and are stopped by their budget. */
const PATIENCE = 30 * 60_000;
const SEEDS = 2 ** 31;

/** Begins it. */
export function beginTold(told: ToldCase, models: ToldModels, random: Random): DataTalk {
  const { goal, answer, others = [], instructions, opening, settings } = told;
  const goals: readonly Goal[] = [{ goal, ...(answer !== undefined && { answer }) }, ...others];
  const shared: RewardSettings = {
    ...models,
    horizon: settings.horizon,
    tokenPrice: settings.tokenPrice,
    turnCost: settings.turnCost,
    maxTokens: settings.maxTokens,
    seed: String(random.split('luck').integer(SEEDS)),
    // Calls are recorded and tried again underneath; one more attempt is for replies that cannot be read.
    retries: 1,
    timeout: PATIENCE,
  };
  const whole = createRewardModel({ ...shared, samples: settings.samples });
  const asking = createAsking(whole.settings, random.split('jitter'));
  const turns: Turn[] = [];

  async function speak(): Promise<string | undefined> {
    const place = String(turns.length);
    const luck = { seed: random.split(`user ${place}`).integer(SEEDS), temperature: 1, place };
    const { text, leaves } = await userTurn(asking, goal, turns, luck);
    // A goodbye needs no reply; somebody who comes in has not left yet.
    if (text === '' || (leaves && turns.length > 0)) return undefined;
    turns.push({ role: 'user', text });
    return text;
  }

  /** Over as many goals as there are continuations, the user's own first. */
  async function scoreFirst(prompt: readonly Message[], completion: string) {
    const scored = await Promise.all(
      Array.from({ length: settings.samples }, (_, sample) => {
        const task = goals[sample % goals.length];
        const one = createRewardModel({ ...shared, samples: 1, seed: `${shared.seed} ${sample}` });
        return one.score({ prompt, completion, task });
      }),
    );
    return {
      reward: scored.reduce((sum, { reward }) => sum + reward, 0) / scored.length,
      clipped: scored.some(({ clipped }) => clipped),
    };
  }

  return {
    ...(instructions !== undefined && { instructions }),
    async open() {
      const spoken = opening ?? (await speak());
      if (opening !== undefined || spoken === undefined) turns.push({ role: 'user', text: spoken ?? 'Hello.' });
      return spoken ?? 'Hello.';
    },
    async score(prompt, completion) {
      if (prompt.filter(({ role }) => role === 'user').length === 1 && goals.length > 1)
        return scoreFirst(prompt, completion);
      const { reward, clipped } = await whole.score({ prompt, completion, task: goals[0] });
      return { reward, clipped };
    },
    async hear(reply) {
      turns.push({ role: 'assistant', text: reply });
      return speak();
    },
  };
}
