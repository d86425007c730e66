/**
 * The model by itself: `bare`, or `prompted` with a plain sentence about initiative.
 * @module
 */
import type { ChatModel } from '../settings/chosen-model.ts';
import type { AgentReply, ChatAgent } from './chat-agent.ts';

/** What is usually tried to get initiative out of a model. */
export const PROMPTED =
  'Be proactive: ask when the request is unclear, offer what will be needed, and lead the conversation where that helps.';

type Prompt = Parameters<ChatModel['doStream']>[0]['prompt'];

/** An agent that answers from the transcript alone. */
export function plainAgent(model: ChatModel, system?: string): ChatAgent {
  const prompt: Prompt = system === undefined ? [] : [{ role: 'system', content: system }];
  return {
    async say(text, onWords, abortSignal): Promise<AgentReply> {
      const started = performance.now();
      const turn: Prompt[number] = { role: 'user', content: [{ type: 'text', text }] };
      const { stream } = await model.doStream({ prompt: [...prompt, turn], abortSignal });
      let reply = '';
      for await (const part of stream) {
        abortSignal.throwIfAborted();
        if (part.type === 'error') throw part.error;
        if (part.type !== 'text-delta' || part.delta === '') continue;
        reply += part.delta;
        onWords(part.delta);
      }
      prompt.push(turn, { role: 'assistant', content: [{ type: 'text', text: reply }] });
      return { text: reply, act: 'answer', by: 'bare', milliseconds: Math.round(performance.now() - started) };
    },
  };
}
