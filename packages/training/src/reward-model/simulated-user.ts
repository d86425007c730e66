/**
 * The user's next turn, played by a model that is told the goal.
 * @module
 */
import type { Asking } from './ask.ts';
import { END, USER_SYSTEM, userPrompt } from './prompts/user.ts';
import { RewardError } from './reward-error.ts';
import { spokenText, type Turn } from './turns.ts';

/** What it says; `leaves`: that was all, and nothing is to be answered. */
interface UserTurn {
  readonly text: string;
  readonly leaves: boolean;
}

/** Output tokens of a user's turn at most. */
const LONGEST = 300;

/** Throws RewardError. */
export async function userTurn(
  asking: Asking,
  goal: string,
  turns: readonly Turn[],
  luck: { readonly seed: number; readonly temperature: number; readonly place: string },
): Promise<UserTurn> {
  return asking.ask('user', luck.place, async (caller, signal) => {
    const { text } = await caller.text({
      label: 'reward:user',
      system: USER_SYSTEM,
      prompt: userPrompt(goal, spokenText(turns)),
      maxTokens: LONGEST,
      temperature: luck.temperature,
      seed: luck.seed,
      signal,
    });
    if (text.trim() === '') throw new RewardError('bad-reply', "The user's model said nothing.", { role: 'user' });
    const said = text
      .replaceAll(END, '')
      .replace(/^\s*(?:person|user|customer|you)\s*:\s*/i, '')
      .trim();
    return { text: said, leaves: text.includes(END) || said === '' };
  });
}
