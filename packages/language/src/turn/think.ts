/**
 * One turn thought over: what the user said is read, what could be done is weighed, what must be kept secret is decided,
 * and the engine's policy chooses.
 * @module
 */
import { createRandom, mayLead } from '@sente/engine';
import { howSure } from '../know/how-sure.ts';
import { isSuperseded } from '../ledger/changed.ts';
import type { Caller } from '../model/caller.ts';
import { readTurn } from '../read/read-turn.ts';
import type { Reading } from '../read/reading.ts';
import { doesOver } from '../read/take-in.ts';
import type { ImaginedIntent, Session } from '../session/session.ts';
import type { Transcript } from '../transcript/transcript.ts';
import type { LanguageAct } from '../value/act.ts';
import { type Costs, DEFAULT_COSTS } from '../value/costs.ts';
import { commit, mustCommit } from '../vault/commit.ts';
import { plainWeighing, weighTurn } from '../weigh/weigh-turn.ts';
import type { Weighing } from '../weigh/weighing.ts';
import { decideTurn } from './decide-turn.ts';
import { deepen } from './deepen.ts';
import type { TurnRequest } from './layer.ts';
import { makePlan } from './make-plan.ts';
import type { InitiativeOptions } from './options.ts';
import type { PlannedTurn, TurnPlan } from './plan.ts';
import { charged } from './turn-cost.ts';

/** Throws what the calls throw. `hear` is told the session as soon as more of it is known. */
export type Thinking = (
  request: TurnRequest,
  caller: Caller,
  hear: (session: Session) => Session,
) => Promise<Omit<PlannedTurn, 'cost'>>;

/** Makes the thinking of a layer. */
export function createThinking(options: InitiativeOptions, now: () => number): Thinking {
  const { restraint = {}, intents = 5, vault = 'auto', seed = 1 } = options;
  const costs: Costs = { ...DEFAULT_COSTS, ...options.costs };
  return async ({ transcript, session: before, signal, horizon = options.horizon ?? 2 }, caller, hear) => {
    const read = await readTurn(caller, transcript, before, { intents, signal });
    const { reading } = read;
    const session =
      read.session.intents.length > 0 ? read.session : { ...read.session, intents: [unknown(transcript)] };
    hear(session);
    const mayRaise = !restraint.off && horizon > 0;
    const goals =
      mayRaise && mayLeadAgain(before)
        ? session.goals.filter(({ id }) => mayLead(session.agenda, id, session.turn))
        : [];
    const offers = mayRaise && session.intents.some(({ next }) => next !== '');
    const [weighed, committed] = await Promise.all([
      isOpen(session, reading, offers, goals.length > 0)
        ? weighTurn(caller, transcript, session, { offers, goals, missing: reading.missing }, signal)
        : plainWeighing(session),
      vault === 'auto' && mustCommit(session, reading)
        ? commit(caller, transcript, session, reading.commit, signal).then(hear)
        : session,
    ]);
    const weighing = reading.isHard
      ? await howSure(caller, transcript, session, weighed, options.confidence ?? 'stated', signal)
      : weighed;
    const random = createRandom(seed).split(session.turn);
    const calibrated = calibrate(weighing, options.calibrate);
    const { decision: estimate, suppressed } = decideTurn(
      { weighing: calibrated, session, costs, horizon, restraint, now: now(), abstainBelow: options.abstainBelow },
      random,
    );
    const fromLedger = isSuperseded(committed.ledger) && doesOver(before, reading);
    const planOf = (act: LanguageAct): TurnPlan =>
      makePlan({ session: committed, transcript, act, weighing, fromLedger });
    const deeper = { options, horizon, costs, caller, transcript, signal, session: committed, planOf, estimate };
    const decision = await deepen({ ...deeper, weighing: calibrated }, random.split('simulate'));
    return {
      plan: planOf(decision.chosen),
      decision: charged(decision, caller.usage()),
      session: committed,
      suppressed,
      reading,
      weighing: calibrated,
    };
  };
}

/** Whether there is anything to weigh: people who differ, something to offer or lead to, an answer that may be wrong. */
function isOpen(session: Session, reading: Reading, offers: boolean, leads: boolean): boolean {
  return session.intents.length > 1 || reading.isHard || reading.missing !== '' || offers || leads;
}

/** Never twice in a row: whoever is led turn after turn feels pressed. Pressing deadlines are no excuse. */
function mayLeadAgain({ raised }: Session): boolean {
  return raised.every(({ kind }) => kind !== 'lead');
}

/** Stands for whoever wrote this, when the reader imagined nobody. */
function unknown(transcript: Transcript): ImaginedIntent {
  return { id: 'i0', wants: transcript.messages.at(-1)!.text.slice(0, 500), good: '', next: '', weight: 1 };
}

function calibrate(weighing: Weighing, scale: InitiativeOptions['calibrate']): Weighing {
  if (!scale) return weighing;
  return { ...weighing, answers: weighing.answers.map((answer) => ({ ...answer, sure: scale(answer.sure) })) };
}
