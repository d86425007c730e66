/**
 * The turns of a prompt of the AI SDK, as the model can read them.
 * @module
 */
import type { LanguageModelV4Prompt } from '@ai-sdk/provider';
import type { SpokenTurn } from './conversation.ts';

/** What was said, and whether anything else was sent with it. */
export interface PromptTurns {
  readonly turns: readonly SpokenTurn[];
  /** Files, results of tools and the like, none of which can be read. */
  readonly hasMore: boolean;
}

/** Text of user and assistant; neighbours of one speaker become one turn. The system prompt is left out. */
export function promptTurns(prompt: LanguageModelV4Prompt): PromptTurns {
  const turns: { speaker: SpokenTurn['speaker']; text: string }[] = [];
  let hasMore = false;
  for (const message of prompt) {
    if (message.role === 'system') continue;
    if (message.role === 'tool') {
      hasMore = true;
      continue;
    }
    const texts = message.content.flatMap((part) => (part.type === 'text' ? [part.text] : []));
    hasMore ||= message.content.some(({ type }) => type !== 'text' && type !== 'reasoning');
    const last = turns.at(-1);
    const text = texts.join(' ');
    if (last?.speaker === message.role) last.text = `${last.text} ${text}`;
    else turns.push({ speaker: message.role, text });
  }
  return { turns, hasMore };
}
