/**
 * Plays one conversation forward for one act and one imagined intent, and says what it was worth.
 *
 *     R* = served · true + interactivity − turns − questions − misses − words − min(λ · tokens, 1)
 *
 * in the form of the multi-turn-aware reward of CollabLLM (arXiv 2502.00640: task metric, token penalty, judged
 * interactivity; window w), with the costs of the estimate, so that both depths mean the same by a good conversation.
 * What the judge cannot see, whether an answer is made up, is taken from the weighing. A reply that does nothing but ask
 * costs a question and a turn here, and nothing anywhere else.
 * @module
 */
import type { Random } from '@sente/engine';
import type { Caller } from '../model/caller.ts';
import { estimateTokens } from '../model/meter.ts';
import type { Session } from '../session/session.ts';
import type { Transcript } from '../transcript/transcript.ts';
import type { TurnPlan } from '../turn/plan.ts';
import type { Weighing } from '../weigh/weighing.ts';
import type { LanguageAct } from './act.ts';
import { assistantCall } from './assistant-side.ts';
import type { Costs } from './costs.ts';
import { type ImaginedTurn, isQuestion } from './imagined-turn.ts';
import { type Judgement, judge } from './judge.ts';
import { simulatedUser, userPrompt } from './simulated-user.ts';

/** The turn that conversations are played from. */
export interface Scene {
  readonly caller: Caller;
  readonly transcript: Transcript;
  /** With the imagined intents. */
  readonly session: Session;
  readonly weighing: Weighing;
  readonly costs: Costs;
  /** User turns to play, from 1. */
  readonly window: number;
  /** How the conversation goes on after the act: the client's own request, private commitments put back. */
  readonly standing: TurnPlan;
  /** Weight of the judged interactivity. */
  readonly interactivity: number;
  readonly signal?: AbortSignal;
}

/** Who is imagined, and the noise: the same for every act. */
export interface Person {
  /** Position of the intent in the session's. */
  readonly intent: number;
  readonly temperament: string;
  readonly random: Random;
}

/** Calls that a conversation takes at most, the act's own text not counted and nothing repaired. */
export function mostCalls(window: number): number {
  return 2 * window + 1;
}

/** Worth of the conversation that begins with `act` said as `text`. Throws what the caller throws. */
export async function playForward(scene: Scene, act: LanguageAct, text: string, person: Person): Promise<number> {
  const { caller, transcript, session, window, standing, signal } = scene;
  const intent = session.intents[person.intent];
  const turns: ImaginedTurn[] = [{ role: 'assistant', text }];
  const draw = (part: string, turn: number) => ({
    seed: person.random.split(`${part} ${turn}`).integer(2 ** 31),
    signal,
  });
  for (let turn = 0; turn < window; turn++) {
    const prompt = userPrompt(transcript, turns, intent, person.temperament);
    const said = await simulatedUser(caller, prompt, draw('user', turn));
    if (said === undefined) break;
    turns.push({ role: 'user', text: said });
    const request = assistantCall(transcript, standing, turns, turn === window - 1);
    const reply = await caller.text({ label: 'reply', temperature: 0.7, ...request, ...draw('reply', turn) });
    turns.push({ role: 'assistant', text: reply.text.trim() });
  }
  return worthOf(scene, act, person.intent, turns, await judge(caller, transcript, turns, intent, draw('judge', 0)));
}

/** R\* of a conversation that was played and judged. */
export function worthOf(
  scene: Pick<Scene, 'weighing' | 'costs' | 'interactivity'>,
  act: LanguageAct,
  intent: number,
  turns: readonly ImaginedTurn[],
  { served, missed, interactivity }: Judgement,
): number {
  const { weighing, costs } = scene;
  const replies = turns.filter(({ role }) => role === 'assistant');
  const questions = replies.filter((turn, i) => (i === 0 ? act.kind === 'ask' : isQuestion(turn.text))).length;
  const words = act.kind === 'offer' || act.kind === 'lead' ? costs.words : act.kind === 'lookup' ? costs.lookup : 0;
  const tokens = replies.reduce((sum, { text }) => sum + estimateTokens(text), 0);
  const sure = sureFor(weighing, intent);
  return (
    served * (sure - (1 - sure) * costs.untrue) +
    scene.interactivity * interactivity -
    costs.turn * (turns.length - replies.length) -
    costs.question * questions -
    costs.wrong * missed -
    words -
    Math.min(1, (costs.tokens * tokens) / 1000)
  );
}

/** Chance that the answer which serves this intent best is true. */
function sureFor({ answers }: Weighing, intent: number): number {
  return answers.reduce((best, answer) => (answer.fits[intent] > best.fits[intent] ? answer : best)).sure;
}
