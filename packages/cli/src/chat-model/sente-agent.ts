/**
 * The model with initiative.
 * @module
 */
import { type AssistantOptions, createAssistant, type Reply, striker } from '@sente/language';
import type { AgentReply, ChatAgent, ShownChoice } from './chat-agent.ts';

/** An agent with ledger, intents, agenda and vault. */
export function senteAgent(options: AssistantOptions): ChatAgent {
  const assistant = createAssistant(options);
  const said: string[] = [];
  const open = (text: string): string => striker(assistant.session.vault, said.join('\n'))(text);
  return {
    async say(text, onWords, signal): Promise<AgentReply> {
      const started = performance.now();
      const { textStream, reply } = assistant.stream(text, { signal });
      reply.catch(() => {}); // it fails as the words do, and is asked for after them
      for await (const words of textStream) onWords(words);
      const whole = await reply;
      said.push(text);
      const { act, by, form, aside, cost, decision } = whole;
      return {
        text: whole.text,
        act,
        by,
        milliseconds: Math.round(performance.now() - started),
        ...(form && { form }),
        ...(aside && { aside }),
        ...(decision && { decision: shown(decision, open) }),
        cost,
      };
    },
    mind: () => ({ session: assistant.session, open }),
    addGoal: (goal) => assistant.agenda.add(goal),
    dropGoal: (id) => assistant.agenda.drop(id),
  };
}

function shown(
  { horizon, policy, why, candidates, chosen }: NonNullable<Reply['decision']>,
  open: (text: string) => string,
): ShownChoice {
  return {
    horizon,
    policy,
    why: open(why),
    candidates: candidates
      .filter(({ value }) => Number.isFinite(value))
      .map(({ act, value, error, suppressed }) => ({
        label: act.text === '' ? act.kind : `${act.kind}: ${open(act.text)}`,
        value,
        error: Number.isFinite(error) ? error : 0,
        isChosen: act.id === chosen.id,
        ...(suppressed !== undefined && { suppressed }),
      })),
  };
}
