/**
 * One continuation: the completion, then user turns and replies up to the horizon, then the judgement.
 * @module
 */
import type { Random } from '@sente/engine';
import { estimateTokens } from '@sente/language';
import type { Asking } from './ask.ts';
import { rewardOf } from './equation.ts';
import type { RewardItem, Rollout, RolloutEnd } from './item.ts';
import { judge } from './judge.ts';
import { givesAnswer } from './reference-answer.ts';
import { RewardError } from './reward-error.ts';
import type { FullRewardSettings } from './settings.ts';
import { userTurn } from './simulated-user.ts';
import { goalOf, readPrompt, type Turn } from './turns.ts';

/** Seeds that every server takes: 31 bits. */
const SEEDS = 2 ** 31;

/** Plays it and judges it. `random` is this continuation's luck. Throws RewardError. */
export async function rollOut(
  item: RewardItem,
  settings: FullRewardSettings,
  asking: Asking,
  random: Random,
  place: string,
): Promise<Rollout> {
  const { horizon, temperature, maxTokens } = settings;
  const { system, turns: before } = readPrompt(item.prompt);
  const goal = goalOf(item, before);
  const answer = item.task?.answer;
  const turns: Turn[] = [...before, { role: 'assistant', text: item.completion }];
  let assistantTokens = estimateTokens(item.completion);
  let userTurns = 0;
  let cutReplies = 0;
  const isSolved = (): boolean => answer !== undefined && givesAnswer(turns.at(-1)?.text ?? '', answer);
  let ended: RolloutEnd = isSolved() ? 'solved' : 'horizon';

  while (ended === 'horizon' && userTurns < horizon) {
    const at = `${place}.${userTurns}`;
    const luck = (who: string): number => random.split(`${who} ${userTurns}`).integer(SEEDS);
    const said = await userTurn(asking, goal, turns, { seed: luck('user'), temperature, place: at });
    if (said.text !== '') turns.push({ role: 'user', text: said.text });
    if (said.leaves) {
      ended = 'user';
      break;
    }
    const reply = await asking.ask('assistant', at, async (caller, signal) => {
      const given = await caller.text({
        label: 'reward:assistant',
        system,
        before: turns.slice(0, -1),
        prompt: said.text,
        maxTokens,
        temperature,
        seed: luck('assistant'),
        signal,
      });
      if (given.text.trim() !== '' || given.cutOff) return given;
      throw new RewardError('bad-reply', "The assistant's model said nothing.", { role: 'assistant' });
    });
    userTurns++;
    if (reply.cutOff) cutReplies++;
    assistantTokens += estimateTokens(reply.text);
    turns.push({ role: 'assistant', text: reply.text });
    if (isSolved()) ended = 'solved';
  }

  const success =
    answer === undefined ? await judge(asking, 'success', goal, turns, place) : Number(ended === 'solved');
  const interactivity =
    settings.interactivity > 0 ? await judge(asking, 'interactivity', goal, turns, place) : undefined;
  const outcome = {
    success,
    ...(interactivity === undefined ? {} : { interactivity }),
    userTurns,
    assistantTokens,
  };
  return { reward: rewardOf(outcome, settings), ...outcome, cutReplies, ended };
}
