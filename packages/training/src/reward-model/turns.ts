/**
 * A conversation as its parts pass it on: what was said, by whom.
 * @module
 */
import type { RewardItem, RewardMessage } from './item.ts';
import { RewardError } from './reward-error.ts';

/** One turn. */
export interface Turn {
  readonly role: 'user' | 'assistant';
  readonly text: string;
}

/** The system prompt (all system messages in one) and the turns of a prompt. Throws RewardError `bad-item`. */
export function readPrompt(prompt: RewardItem['prompt']): { readonly system: string; readonly turns: readonly Turn[] } {
  const isTurn = (message: RewardMessage): boolean => message.role !== 'system';
  const turns = prompt.filter(isTurn).map(({ role, content }): Turn => ({ role: role as Turn['role'], text: content }));
  if (turns.at(-1)?.role !== 'user') {
    throw new RewardError('bad-item', 'The prompt must end with a message of the user, which the completion answers.');
  }
  const system = prompt.filter((message) => !isTurn(message)).map(({ content }) => content);
  return { system: system.join('\n\n'), turns };
}

/** What the user wants: the goal, or what it has said so far where none is known. */
export function goalOf(item: RewardItem, turns: readonly Turn[]): string {
  const goal = item.task?.goal?.trim();
  if (goal) return goal;
  return turns.flatMap(({ role, text }) => (role === 'user' ? [text] : [])).join('\n\n');
}

/** The conversation as one text, for readers of it. */
export function spokenText(turns: readonly Turn[]): string {
  return turns.map(({ role, text }) => `${role === 'user' ? 'Person' : 'Assistant'}: ${text}`).join('\n\n');
}
