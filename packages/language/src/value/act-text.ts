/**
 * What an act says, in the words that would be sent: a question is there already, everything else is written by the
 * model from the same request as the transport would send. Written once for all imagined users, since none of them has
 * said anything yet; a lookup once for each thing that the tool may find.
 * @module
 */
import type { TurnPlan } from '../turn/plan.ts';
import type { LanguageAct } from './act.ts';
import { assistantCall } from './assistant-side.ts';
import type { Scene } from './play-forward.ts';

/** The act's words for an imagined intent. */
export type ActText = (act: LanguageAct, intent: number) => Promise<string>;

/** Remembers what was written; a call that failed is tried again when it is next asked for. */
export function createActText(scene: Scene, planOf: (act: LanguageAct) => TurnPlan): ActText {
  const written = new Map<string, Promise<string>>();
  return (act, intent) => {
    const plan = planOf(act);
    if (plan.do === 'say') return Promise.resolve(plan.text);
    const found = act.kind === 'lookup' ? foundBy(scene, act, intent) : '';
    const key = `${JSON.stringify(plan)}\n${found}`;
    let text = written.get(key);
    if (text === undefined) {
      text = write(scene, act.kind === 'lookup' ? withFinding(scene.standing, act, found) : plan);
      written.set(key, text);
      text.catch(() => written.delete(key));
    }
    return text;
  };
}

async function write(scene: Scene, plan: TurnPlan): Promise<string> {
  const request = assistantCall(scene.transcript, plan, [], false);
  const { text } = await scene.caller.text({ label: 'write', ...request, signal: scene.signal });
  return text.trim();
}

/** What the host's tool would find for this intent, by the weighing; no tool runs in imagination. */
function foundBy({ weighing }: Scene, act: LanguageAct, intent: number): string {
  const { choices, replies } = weighing.questions[act.question!];
  return choices[replies[intent]] ?? 'nothing';
}

function withFinding(standing: TurnPlan, { text }: LanguageAct, found: string): TurnPlan {
  const before = standing.do === 'write' ? `${standing.note}\n\n` : '';
  const note = `${before}Private note for this reply: your tools were asked “${text}” and found: ${found}.`;
  return { do: 'write', note, leaveOut: standing.do === 'write' ? standing.leaveOut : [] };
}
