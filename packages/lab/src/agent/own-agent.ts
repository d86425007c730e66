/**
 * Agents of one's own: a function, a model of the AI SDK, anything that answers over HTTP.
 * @module
 */
import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { Agent, AgentTurn, Scene, Talk } from './agent.ts';
import { plainTalk } from './plain-talk.ts';

/** One message of a conversation. */
export interface PlainMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

/** Answers a conversation: messages in, words out. The system message, where there is one, comes first. */
export type Answering = (messages: readonly PlainMessage[]) => string | Promise<string>;

/**
 * A function as an agent: an assistant of one's own, a chain, a call to an HTTP endpoint. Its memory is the messages; one
 * that keeps a memory of its own must be made anew for each conversation: give a function that returns one as `begin`.
 */
export function functionAgent(name: string, answer: Answering): Agent {
  return { name, needsModel: false, playsOpen: true, begin: (scene) => functionTalk(scene, answer, []) };
}

function functionTalk(scene: Scene, answer: Answering, before: readonly PlainMessage[]): Talk {
  const said: PlainMessage[] = [...before];
  const system: PlainMessage[] = scene.instructions === '' ? [] : [{ role: 'system', content: scene.instructions }];
  return {
    async say(content): Promise<AgentTurn> {
      const text = await answer([...system, ...said, { role: 'user', content }]);
      said.push({ role: 'user', content }, { role: 'assistant', content: text });
      return { text };
    },
    fork: () => functionTalk(scene, answer, said),
  };
}

/** A model of the AI SDK as an agent, beside whatever `--model` names; its replies are not kept for resuming. */
export function ownModelAgent(name: string, model: LanguageModelV4): Agent {
  return {
    name,
    needsModel: false,
    playsOpen: true,
    begin: ({ instructions }) => plainTalk({ system: instructions, model, keepsModel: true }),
  };
}
