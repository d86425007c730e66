/**
 * Restraint with a session's history: the rules that a person set, and no repeats. For turns and for events alike.
 * @module
 */
import { type Decision, type Restrained, type RestraintRules, restrain } from '@sente/engine';
import type { Session } from '../session/session.ts';
import type { LanguageAct } from '../value/act.ts';

/** Restraint's view of the moment. */
export interface Bounds {
  readonly session: Session;
  readonly rules: RestraintRules;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Sorts acts by the rules, and by `repeats`: the reason for which an act would be a repeat, if it is one. */
export function holdBack(
  acts: readonly LanguageAct[],
  { session, rules, now }: Bounds,
  repeats: (act: LanguageAct) => string | undefined,
): Restrained<LanguageAct> {
  const quiet = rules.quietTopics ?? [];
  const history = { turn: session.turn, taken: session.taken, now };
  const { allowed, suppressed } = restrain(rules, acts, history, (act) => ({
    topics: quiet.filter((topic) => mentions(act, topic, session.goals)),
    evidence: Boolean(act.evidence),
  }));
  const again = allowed.flatMap((act) => {
    const reason = repeats(act);
    return reason === undefined ? [] : [{ act, reason }];
  });
  return {
    allowed: allowed.filter((act) => !again.some((one) => one.act === act)),
    suppressed: [...suppressed, ...again],
  };
}

/** What a decision held back, with the reason for each. */
export function suppressedIn({ candidates }: Decision<LanguageAct>): readonly { id: string; reason: string }[] {
  return candidates.flatMap(({ act, suppressed: reason }) => (reason === undefined ? [] : [{ id: act.id, reason }]));
}

/** Whether an act is about a topic, by its words or those of its goal: what is said may be in another language. */
function mentions(act: LanguageAct, topic: string, goals: Session['goals']): boolean {
  const goal = goals.find(({ id }) => id === act.goal)?.goal ?? '';
  const said = [act.text, act.goal ?? '', goal, ...(act.topics ?? [])].join(' ').toLowerCase();
  return topic.trim() !== '' && said.includes(topic.trim().toLowerCase());
}
