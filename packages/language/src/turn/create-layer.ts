/**
 * The layer: reads the user's turn, weighs what could be done, lets the engine's policy choose, and says what the
 * transport is to do. Holds no conversation; sessions are passed in and come back.
 * @module
 */
import { createRandom, mayLead } from '@sente/engine';
import { howSure } from '../know/how-sure.ts';
import { isSuperseded } from '../ledger/changed.ts';
import { createBreaker } from '../model/breaker.ts';
import type { Caller } from '../model/caller.ts';
import { createCaller } from '../model/create-caller.ts';
import { readTurn } from '../read/read-turn.ts';
import type { Reading } from '../read/reading.ts';
import { doesOver } from '../read/take-in.ts';
import type { ImaginedIntent, Session } from '../session/session.ts';
import { type Transcript, userTurn } from '../transcript/transcript.ts';
import type { LanguageAct } from '../value/act.ts';
import { type Costs, DEFAULT_COSTS } from '../value/costs.ts';
import { commitCall } from '../vault/commit-prompt.ts';
import { writeCommitment } from '../vault/commitments.ts';
import { plainWeighing, weighTurn } from '../weigh/weigh-turn.ts';
import type { Weighing } from '../weigh/weighing.ts';
import { asideFor } from './aside.ts';
import { decideTurn } from './decide-turn.ts';
import { budgetOf, deepen } from './deepen.ts';
import { handsOver } from './hands-over.ts';
import type { Layer, TurnRequest } from './layer.ts';
import { makePlan, standingPlan } from './make-plan.ts';
import type { InitiativeOptions } from './options.ts';
import type { PlannedTurn, TurnPlan } from './plan.ts';
import { settleTurn } from './settle.ts';

/** Makes a layer. */
export function createLayer(options: InitiativeOptions = {}): Layer {
  const now = options.now ?? Date.now;
  const breaker = createBreaker(now);
  const turns = createTurns(options, now);
  const settle = settleTurn(now);
  return {
    standing: (session, transcript) => standingPlan(session, transcript),
    async decide(request) {
      const { session, transcript } = request;
      const started = now();
      // What was read counts even when the rest fails: a dismissal, a release, a change of mind.
      let known = session;
      const stand = (reason: string, detail: string, caller?: Caller): PlannedTurn => ({
        plan: standingPlan(known, transcript),
        session: known,
        suppressed: [],
        cost: costOf(caller, now() - started),
        aside: { reason, detail },
      });
      if (userTurn(transcript) === undefined) return stand('tool-loop', 'The last message is not the user’s.');
      if (transcript.isFormal) return stand('formal', 'The client demands a form.');
      const caller = createCaller(options.planner ?? request.model, {
        budget: budgetOf(options),
        prices: options.prices,
        now,
        seed: options.seed,
      });
      try {
        const turn = await breaker.run(
          () => turns.decide(request, caller, (read) => (known = read)),
          (error) => isModelsFault(error, request.signal),
        );
        const planned = { ...turn, cost: costOf(caller, now() - started) };
        tell(options, planned);
        return planned;
      } catch (error) {
        const { reason, detail } = asideFor(error, request.signal);
        const planned = stand(reason, detail, caller);
        tell(options, planned);
        return planned;
      }
    },
    settle(turn, transcript, reply, wasPlanned) {
      const session = settle(turn, transcript, reply, wasPlanned);
      if (handsOver(turn, wasPlanned)) options.onHandOver?.(turn, session);
      return session;
    },
  };
}

/**
 * Whether a failure is the model's. One that comes of calling the decision off is not, whatever the reason looks like
 * (servers give a bare string): clients who leave would shut the layer to all others. Unless it was called off for
 * taking too long.
 */
function isModelsFault(error: unknown, signal: AbortSignal | undefined): boolean {
  if (signal?.aborted) return (signal.reason as Error | undefined)?.name === 'TimeoutError';
  return asideFor(error, undefined).isFault;
}

/** A hook that throws costs nobody a turn. */
function tell({ onDecision }: InitiativeOptions, turn: PlannedTurn): void {
  try {
    onDecision?.(turn);
  } catch {
    // The host's own business.
  }
}

interface Turns {
  decide(request: TurnRequest, caller: Caller, hear: (session: Session) => Session): Promise<Omit<PlannedTurn, 'cost'>>;
}

function createTurns(options: InitiativeOptions, now: () => number): Turns {
  const { restraint = {}, intents = 5, vault = 'auto', seed = 1 } = options;
  const costs: Costs = { ...DEFAULT_COSTS, ...options.costs };
  return {
    async decide({ transcript, session: before, signal, horizon = options.horizon ?? 2 }, caller, hear) {
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
      const used = caller.usage();
      const cost = { ...decision.cost, calls: used.calls, tokens: used.inputTokens + used.outputTokens };
      return {
        plan: planOf(decision.chosen),
        decision: { ...decision, cost },
        session: committed,
        suppressed,
        reading,
        weighing: calibrated,
      };
    },
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

/** A decision is called for and none stands: what was decided first is kept to, unless something new begins. */
function mustCommit({ vault }: Session, { commit, kind }: Reading): boolean {
  return commit !== '' && (kind === 'new' || vault.commitments.every(({ isReleased }) => isReleased));
}

async function commit(
  caller: Caller,
  transcript: Transcript,
  session: Session,
  about: string,
  signal: AbortSignal | undefined,
): Promise<Session> {
  const { decision } = await caller.json({ ...commitCall(transcript, about), signal });
  if (decision.trim() === '') return session;
  return { ...session, vault: writeCommitment(session.vault, { about, value: decision.trim(), turn: session.turn }) };
}

/** Stands for whoever wrote this, when the reader imagined nobody. */
function unknown(transcript: Transcript): ImaginedIntent {
  return { id: 'i0', wants: transcript.messages.at(-1)!.text.slice(0, 500), good: '', next: '', weight: 1 };
}

function calibrate(weighing: Weighing, scale: InitiativeOptions['calibrate']): Weighing {
  if (!scale) return weighing;
  return { ...weighing, answers: weighing.answers.map((answer) => ({ ...answer, sure: scale(answer.sure) })) };
}

function costOf(caller: Caller | undefined, milliseconds: number): PlannedTurn['cost'] {
  const used = caller?.usage() ?? { calls: 0, inputTokens: 0, outputTokens: 0, money: 0 };
  return { ...used, milliseconds };
}
