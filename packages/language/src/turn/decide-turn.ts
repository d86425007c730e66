/**
 * From a weighing to a decision: the engine's planner on the weighed world, with restraint and agenda. No model is called.
 * @module
 */
import { type Decision, leadGain, planned, type Random, type RestraintRules } from '@sente/engine';
import type { Session } from '../session/session.ts';
import type { LanguageAct } from '../value/act.ts';
import type { Costs } from '../value/costs.ts';
import { listActs } from '../value/list-acts.ts';
import { WeighedDomain } from '../value/weighed-domain.ts';
import { startOf, type WeighedState } from '../value/weighed-state.ts';
import type { Weighing } from '../weigh/weighing.ts';
import { alike } from './alike.ts';
import { holdBack, suppressedIn } from './hold-back.ts';

/** What is decided on. */
export interface DecisionInput {
  readonly weighing: Weighing;
  readonly session: Session;
  readonly costs: Costs;
  readonly horizon: number;
  readonly restraint: RestraintRules;
  readonly now: number;
  /** Below this chance of being true no answer is given. */
  readonly abstainBelow?: number;
}

/** The decision, and what restraint held back. */
export interface TurnDecision {
  readonly decision: Decision<LanguageAct>;
  readonly suppressed: readonly { readonly id: string; readonly reason: string }[];
}

/** Decides. The same input gives the same decision; `random` breaks no ties and is only handed on. */
export function decideTurn(input: DecisionInput, random: Random): TurnDecision {
  const { weighing, session, costs, horizon } = input;
  const weights = session.intents.map((intent) => intent.weight);
  const acts = listActs(weighing, weights, (kind, text) => raisedBefore(session, kind, text));
  const domain = new WeighedDomain(weighing, withThreshold(acts, input), costs);
  const repeated = new Set(input.restraint.repeatDismissed ? [] : acts.filter((act) => repeats(act, session)));
  const again = (act: LanguageAct): string | undefined => (repeated.has(act) ? 'it was said before' : undefined);
  const bounds = { session, rules: input.restraint, now: input.now };
  const start = startOf(weights);
  const decision = planned<WeighedState, number, LanguageAct>({
    domain,
    horizon,
    // Later turns in imagination are held to the lasting rules by the first turn's: what is quiet now stays quiet.
    restraint: (offered) => holdBack(offered, bounds, again),
    agenda: (_, act) => worthOfLeading(input, act),
    describe: (act) => `${act.kind} “${act.text}”`,
    name: horizon === 0 ? 'passive' : 'planned',
  }).decide(start, random);
  return { decision, suppressed: suppressedIn(decision) };
}

/** Without the acts whose answer is too unlikely to be true, where a bar is set; abstaining is always left. */
function withThreshold(
  acts: readonly LanguageAct[],
  { weighing, abstainBelow }: DecisionInput,
): readonly LanguageAct[] {
  if (abstainBelow === undefined) return acts;
  return acts.filter((act) => act.answer === undefined || weighing.answers[act.answer].sure >= abstainBelow);
}

/** What leading adds to the goals, at this moment. */
export function worthOfLeading(
  { session, weighing }: { readonly session: Session; readonly weighing: Pick<Weighing, 'leads'> },
  act: LanguageAct,
): number {
  if (act.kind !== 'lead') return 0;
  const moment = weighing.leads.find(({ goal }) => goal === act.goal)?.moment ?? 0;
  return leadGain(session.agenda, act.goal!, session.turn) * moment;
}

/** Whether a question or an offer was made before; two in one weighing that both were have ids of their own. */
function repeats({ kind, id, text, topics = [] }: LanguageAct, session: Session): boolean {
  if (kind !== 'ask' && kind !== 'offer') return false;
  const words = [...topics, text].join(' ');
  return session.taken.some((past) => past.id === id) || raisedBefore(session, kind, words) !== undefined;
}

/** Id of something raised earlier that says the same in other words. */
function raisedBefore(session: Session, kind: 'ask' | 'offer' | 'lead', text: string): string | undefined {
  return session.taken.find((past) => past.kind === kind && alike(past.text, text))?.id;
}
