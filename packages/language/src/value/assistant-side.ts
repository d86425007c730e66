/**
 * The assistant's side of imagined conversations: the request that the transport would send for a plan, and the same
 * conversation carried on. It never sees the imagined intent: what it believes is what it has been told.
 * @module
 */
import type { TextCall } from '../model/caller.ts';
import { systemText, type Transcript } from '../transcript/transcript.ts';
import { LEFT_OUT, type TurnPlan } from '../turn/plan.ts';
import type { ImaginedTurn } from './imagined-turn.ts';

/** In the window's last turn: what is not said then is never said. As the engine's forecast, which answers at once. */
export const LAST_TURN =
  'Private note for this reply: answer now, as well as you can with what you have been told. Do not ask anything.';

/** The request for the reply to the last user turn: `plan` says how, `turns` are those played so far. */
export function assistantCall(
  transcript: Transcript,
  plan: TurnPlan,
  turns: readonly ImaginedTurn[],
  isLast: boolean,
): Pick<TextCall, 'system' | 'prompt' | 'before' | 'maxTokens'> {
  const gone = new Set(plan.do === 'write' ? plan.leaveOut : []);
  const real = transcript.messages.flatMap(({ role, text, at }): ImaginedTurn[] => {
    if ((role !== 'user' && role !== 'assistant') || text === '') return [];
    return [{ role, text: gone.has(at) ? LEFT_OUT : text }];
  });
  const talk = [...real, ...turns];
  const notes = [...(plan.do === 'write' && plan.note ? [plan.note] : []), ...(isLast ? [LAST_TURN] : [])];
  return {
    system: [systemText(transcript), ...notes].filter((part) => part !== '').join('\n\n'),
    before: talk.slice(0, -1),
    prompt: talk.at(-1)?.text ?? '',
    maxTokens: 800,
  };
}
