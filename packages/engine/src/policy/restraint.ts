/**
 * Limits that a person sets on the assistant's initiative: how often, how soon again, about what, on what grounds, or
 * not at all. Pure: acts and history in, what is allowed and what is not out, with the reason for each.
 *
 * Initiative is whatever the user has not asked for: by default `ask`, `offer` and `lead`. Other acts are never touched.
 * @module
 */
import type { Act, ActKind } from '../conversation/act.ts';
import type { Domain } from '../value/domain.ts';

/** The limits; each is off unless set, but a dismissed offer is never repeated unless `repeatDismissed`. */
export interface RestraintRules {
  /** No initiative at all. */
  readonly off?: boolean;
  /** Acts of initiative in one conversation, at most. */
  readonly cap?: number;
  /** Acts of initiative in 24 hours, at most, over the history that is given; it needs `when` and `now` there. */
  readonly capPerDay?: number;
  /** Turns of the assistant that must pass without initiative after each; 1 forbids two in a row. */
  readonly coolDown?: number;
  /** Topics that the assistant does not raise. */
  readonly quietTopics?: readonly string[];
  /** Initiative needs evidence: something to point to when asked "why do you say this?". */
  readonly evidence?: boolean;
  /** Allows an act again that the user has dismissed. */
  readonly repeatDismissed?: boolean;
  /** Kinds that count as initiative. */
  readonly kinds?: readonly ActKind[];
}

/** One act of initiative that was taken. */
export interface Initiative {
  /** The assistant's turn in which it was taken, counted from 0. */
  readonly turn: number;
  readonly id: string;
  /** When it was taken, in milliseconds since 1970; without it, it counts as taken just now, as an imagined act is. */
  readonly when?: number;
  /** Whether the user turned it down or passed it over. */
  readonly dismissed?: boolean;
}

/** What restraint needs to know of the conversation. */
export interface InitiativeHistory {
  /** The assistant's turn now, counted from 0. */
  readonly turn: number;
  /** The time now, in milliseconds since 1970, from the caller's clock; without it, nothing is known to be a day old. */
  readonly now?: number;
  readonly taken: readonly Initiative[];
}

/** What restraint needs to know of an act. */
export interface ActTraits {
  readonly topics?: readonly string[];
  /** Whether something backs the act. */
  readonly evidence?: boolean;
}

/** The acts sorted into allowed and suppressed. */
export interface Restrained<A extends Act> {
  readonly allowed: readonly A[];
  readonly suppressed: readonly { readonly act: A; readonly reason: string }[];
}

/** Restraint as a planner takes it: bound to rules, and to where a state keeps its history. */
export type Restrain<State, A extends Act> = (acts: readonly A[], state: State) => Restrained<A>;

const DAY = 86_400_000;

const INITIATIVE: readonly ActKind[] = ['ask', 'offer', 'lead'];

/** Sorts acts by the rules. `traits` tells an act's topics and evidence; without it an act has neither. */
export function restrain<A extends Act>(
  rules: RestraintRules,
  acts: readonly A[],
  history: InitiativeHistory,
  traits: (act: A) => ActTraits = () => ({}),
): Restrained<A> {
  const kinds = rules.kinds ?? INITIATIVE;
  const general = generalReason(rules, history);
  const dismissed = new Set(history.taken.filter((past) => past.dismissed).map((past) => past.id));
  const allowed: A[] = [];
  const suppressed: { act: A; reason: string }[] = [];
  for (const act of acts) {
    const reason = kinds.includes(act.kind) ? (general ?? ownReason(rules, act, traits(act), dismissed)) : undefined;
    if (reason === undefined) allowed.push(act);
    else suppressed.push({ act, reason });
  }
  return { allowed, suppressed };
}

/** A reason against any initiative now. */
function generalReason(rules: RestraintRules, history: InitiativeHistory): string | undefined {
  if (rules.off) return 'initiative is switched off';
  const { taken, turn } = history;
  if (rules.cap !== undefined && taken.length >= rules.cap) return `the cap of ${rules.cap} a conversation is reached`;
  if (rules.capPerDay !== undefined && takenInADay(history) >= rules.capPerDay)
    return `the cap of ${rules.capPerDay} a day is reached`;
  const last = taken.reduce((latest, past) => Math.max(latest, past.turn), Number.NEGATIVE_INFINITY);
  const wait = last + (rules.coolDown ?? 0) + 1 - turn;
  if (wait > 0 && rules.coolDown) return `cooling down for ${wait} more ${wait === 1 ? 'turn' : 'turns'}`;
  return undefined;
}

/** What was taken in the last 24 hours. Whatever cannot be shown to be older counts: a limit must not fail open. */
function takenInADay({ taken, now }: InitiativeHistory): number {
  return taken.filter(({ when }) => when === undefined || now === undefined || when > now - DAY).length;
}

/** A reason against this act. */
function ownReason(
  rules: RestraintRules,
  act: Act,
  traits: ActTraits,
  dismissed: ReadonlySet<string>,
): string | undefined {
  if (dismissed.has(act.id) && !rules.repeatDismissed) return 'the user has dismissed it before';
  const quiet = traits.topics?.find((topic) => rules.quietTopics?.includes(topic));
  if (quiet !== undefined) return `“${quiet}” is a quiet topic`;
  if (rules.evidence && !traits.evidence) return 'there is no evidence for it';
  return undefined;
}

/** The domain with restraint in every state, so that imagined turns keep to it too. */
export function restrained<State, Intent, A extends Act>(
  domain: Domain<State, Intent, A>,
  restrain: Restrain<State, A>,
): Domain<State, Intent, A> {
  // Delegates method by method: a copy of the properties would lose the methods of a class.
  return {
    acts: (state) => restrain(domain.acts(state), state).allowed,
    imagine: (state, random) => domain.imagine(state, random),
    respond: (state, act, intent, random) => domain.respond(state, act, intent, random),
    reward: (state, intent) => domain.reward(state, intent),
    worth: domain.worth && ((state) => domain.worth!(state)),
    forecast: domain.forecast && ((state) => domain.forecast!(state)),
    outcomes: domain.outcomes && ((state, act) => domain.outcomes!(state, act)),
    estimate: domain.estimate && ((state, act) => domain.estimate!(state, act)),
    intents: domain.intents && ((state) => domain.intents!(state)),
  };
}
