/**
 * A conversation in the pocket model's shop: the shopper follows the rules of training's users, the model itself goes on
 * with the conversation, and the reward is R\*, computed and not judged.
 *
 *   value(reply) = mean over bags that still fit what was said, and over continuations, of R*(tally after w user turns)
 *
 * The mean over bags is what keeps a lucky guess from passing for a good reply: what this shopper has in mind counts no
 * more than what another with the same words might. Source: Wu et al. 2025, "CollabLLM", arXiv 2502.00640, equation 1.
 * @module
 */
import type { LanguageModelV4 } from '@ai-sdk/provider';
import { createRandom, type Random } from '@sente/engine';
import { createCaller } from '@sente/language';
import { ANSWERS, type Attribute, BAGS, type Bag, readReply, rewardOf } from '@sente/pocket';
import { singleTurnReward } from '../reward/single-turn.ts';
import type { Episode } from '../world/episode.ts';
import { isPossible } from '../world/known.ts';
import { beginUser, type TrainingUser } from '../world/user.ts';
import type { BagCase } from './data-case.ts';
import type { DataTalk } from './talk.ts';

const SEEDS = 2 ** 31;

/** Begins it. `model` speaks for the assistant after the reply that is scored. */
export function beginBag({ episode, seed, settings }: BagCase, model: LanguageModelV4, random: Random): DataTalk {
  const { horizon, samples, maxTokens } = settings;
  const user = beginUser(episode, createRandom(seed));
  const caller = createCaller(model, { retries: 0 });
  const replies: string[] = [];

  /** A shopper who would have said the same so far, with another bag in mind. */
  function somebody(target: Bag, dice: Random): { readonly episode: Episode; readonly user: TrainingUser } {
    const asked = new Set(
      replies.flatMap((reply): Attribute[] => {
        const meaning = readReply(reply);
        return meaning.act === 'ask' ? [meaning.attribute] : [];
      }),
    );
    const answers = (attribute: Attribute): boolean =>
      asked.has(attribute)
        ? episode.canAnswer[attribute]
        : dice.split(attribute).next() < ANSWERS[episode.situation.reliability];
    const other: Episode = {
      ...episode,
      target,
      canAnswer: { size: answers('size'), colour: answers('colour'), material: answers('material') },
    };
    const theirs = beginUser(other, createRandom(seed));
    for (const reply of replies) theirs.hear(reply);
    return { episode: other, user: theirs };
  }

  async function playOn(target: Bag, prompt: readonly Turn[], first: string, dice: Random): Promise<number> {
    const { user: theirs, episode: own } = somebody(target, dice);
    const turns = [...prompt];
    let reply = first;
    for (let turn = 1; ; turn++) {
      const said = theirs.hear(reply);
      if (said === undefined || theirs.over || turn === horizon) break;
      turns.push({ role: 'assistant', text: reply });
      const call = { maxTokens, temperature: 1, seed: dice.split(turn).integer(SEEDS) };
      ({ text: reply } = await caller.text({ label: 'data:on', system: '', before: turns, prompt: said, ...call }));
      turns.push({ role: 'user', text: said });
    }
    return rewardOf(theirs.tally(), own.situation.hurry);
  }

  return {
    open: async () => user.opening,
    async score(prompt, reply) {
      const known = user.known();
      if (horizon === 0) return { reward: singleTurnReward(known, readReply(reply)), clipped: false };
      const possible = BAGS.filter((bag) => isPossible(bag, known));
      const before = prompt.map(({ role, content }): Turn => ({ role: role as Turn['role'], text: content }));
      // The same dice for all candidates of a turn: they meet the same luck.
      const dice = random.split(`on ${replies.length}`);
      const rewards = await Promise.all(
        possible.flatMap((bag, at) =>
          Array.from({ length: samples }, (_, round) => playOn(bag, before, reply, dice.split(at).split(round))),
        ),
      );
      return { reward: rewards.reduce((sum, reward) => sum + reward, 0) / rewards.length, clipped: false };
    },
    async hear(reply) {
      const said = user.hear(reply);
      replies.push(reply);
      return user.over ? undefined : said;
    },
  };
}

interface Turn {
  readonly role: 'user' | 'assistant';
  readonly text: string;
}
