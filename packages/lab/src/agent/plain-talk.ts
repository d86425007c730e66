/**
 * A language model as it is: it sees the transcript and answers.
 * @module
 */
import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { ModelMessage } from 'ai';
import type { AgentContext, AgentTurn, Talk } from './agent.ts';
import { assistantTurn, modelReply, userTurn } from './model-reply.ts';
import { statedForecast, statedPrediction } from './predict.ts';

/** What a host's event is put as, for a model that knows only users. */
function eventTurn(event: string): string {
  return `[Event, not a message of the user's: ${event}]\nIf you have something useful to say to the user now, say it. If not, reply with the single word NOTHING.`;
}

/** What the reply to an event says; NOTHING is silence. */
function unlessNothing(text: string): string {
  return /^\W*nothing\W*$/i.test(text.trim()) ? '' : text;
}

/** How a model is spoken to. */
interface PlainTalkOptions {
  /** The system prompt. */
  readonly system: string;
  readonly model: LanguageModelV4;
  /** The messages that a request holds; all, as they were said, unless given. */
  readonly shape?: (messages: readonly ModelMessage[]) => readonly ModelMessage[];
  readonly messages?: readonly ModelMessage[];
  /** The model is the agent's own, whatever a measurement's model is. */
  readonly keepsModel?: boolean;
}

/** A conversation with the model. */
export function plainTalk({
  system,
  model,
  shape = (all) => all,
  messages = [],
  keepsModel = false,
}: PlainTalkOptions): Talk {
  const said: ModelMessage[] = [...messages];
  const answer = async (text: string): Promise<string> => {
    const reply = await modelReply(model, { system, messages: shape([...said, userTurn(text)]) });
    said.push(userTurn(text), assistantTurn(reply));
    return reply;
  };
  return {
    async say(text): Promise<AgentTurn> {
      return { text: await answer(text) };
    },
    async notice(event): Promise<AgentTurn> {
      return { text: unlessNothing(await answer(eventTurn(event))) };
    },
    forecast: ({ question }) => statedForecast(model, { scene: system, messages: said }, question),
    foresee: (next) => statedPrediction(model, { scene: system, messages: said }, next),
    fork(context: AgentContext) {
      const other = keepsModel ? model : (context.model ?? model);
      return plainTalk({ system, model: other, shape, messages: said, keepsModel });
    },
  };
}

/** All user turns joined into one new request: what was said before is said at once, and no earlier answer is in the way. */
export function asOneRequest(messages: readonly ModelMessage[]): ModelMessage[] {
  const turns = messages.filter(({ role }) => role === 'user').map(({ content }) => content);
  return [userTurn(turns.join('\n'))];
}
