/**
 * Decides whether to speak unasked. One call says what in an event the user would want to hear; the engine's planner,
 * restraint and agenda do the rest. Holds nothing: the session is passed in and comes back.
 * @module
 */
import type { LanguageModelV4 } from '@ai-sdk/provider';
import { createRandom, type Decision, planned, type Random } from '@sente/engine';
import type { Caller } from '../model/caller.ts';
import { createCaller } from '../model/create-caller.ts';
import type { Session } from '../session/session.ts';
import type { Transcript } from '../transcript/transcript.ts';
import { asideFor } from '../turn/aside.ts';
import { worthOfLeading } from '../turn/decide-turn.ts';
import { suppressedIn } from '../turn/hold-back.ts';
import type { InitiativeOptions } from '../turn/options.ts';
import type { PlannedTurn, TurnCost } from '../turn/plan.ts';
import { charged, turnCost } from '../turn/turn-cost.ts';
import type { LanguageAct } from '../value/act.ts';
import { DEFAULT_COSTS } from '../value/costs.ts';
import { blankActs, eventWants, holdEvent, listEventActs } from './event-acts.ts';
import { EventDomain, type EventState } from './event-domain.ts';
import { eventPrompt, listeners, WATCHER } from './event-prompt.ts';
import { type EventWeighing, eventForm, toEventWeighing } from './event-schema.ts';
import type { HostEvent, Unasked } from './host-event.ts';
import { raise } from './raise.ts';
import { withoutLeaks } from './without-leaks.ts';

/** Calls that an event may take unless a budget says otherwise: one, and its repair. */
const MOST_CALLS = 2;
/** … and milliseconds: an event that nobody can say anything about for so long is old. */
const LONGEST = 30_000;

/** What is decided on. */
export interface EventInput {
  readonly event: HostEvent;
  readonly transcript: Transcript;
  readonly session: Session;
  /** Makes the call, unless the options name a planner. */
  readonly model: LanguageModelV4;
  readonly options?: InitiativeOptions;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly random?: Random;
  /** What may be said; both by default. Silence alone is nothing to offer from, so there only leading is looked into. */
  readonly kinds?: readonly Unasked['act'][];
  readonly signal?: AbortSignal;
}

/** What came of it. */
export interface EventOutcome {
  /** What to say now; absent when the assistant waits. */
  readonly speak?: Unasked;
  readonly decision: Decision<LanguageAct>;
  /** As if it was said, when there is something to say; the very session that was passed in otherwise. */
  readonly session: Session;
  readonly suppressed: PlannedTurn['suppressed'];
  readonly cost: TurnCost;
  /** Why nothing was decided, or why what was decided was not done. */
  readonly aside?: PlannedTurn['aside'];
  /** What the decision rests on. */
  readonly weighing?: EventWeighing;
}

/**
 * Decides. Never throws: whatever goes wrong means waiting, with `aside` saying why. When restraint allows nothing
 * anyway, no call is made.
 */
export async function decideEvent(input: EventInput): Promise<EventOutcome> {
  const { session, options = {}, now } = input;
  const { restraint = {}, horizon = 2, mode = 'act' } = options;
  const clock = options.now ?? Date.now;
  const started = clock();
  let caller: Caller | undefined;
  const cost = (): TurnCost => turnCost(caller, clock() - started);
  const wait = (suppressed: EventOutcome['suppressed'], aside?: EventOutcome['aside']): EventOutcome => ({
    decision: waiting(),
    session,
    suppressed,
    cost: cost(),
    ...(aside && { aside }),
  });

  try {
    const wants = eventWants(session, input.kinds);
    if (!wants.offers && wants.goals.length === 0) return wait([]);
    const rules = horizon === 0 ? { ...restraint, off: true } : restraint;
    const bounds = { session, rules, now };
    const blank = holdEvent(blankActs(input.event, wants), bounds);
    if (blank.allowed.length === 0) return wait(blank.suppressed.map(({ act, reason }) => ({ id: act.id, reason })));

    caller = createCaller(options.planner ?? input.model, {
      budget: { calls: MOST_CALLS, milliseconds: LONGEST, ...options.budget },
      prices: options.prices,
      now: clock,
      seed: options.seed,
    });
    const form = await caller.json({
      label: 'event',
      system: WATCHER,
      prompt: eventPrompt(input.event, input.transcript, session, wants, now),
      schema: eventForm,
      maxTokens: 700,
      signal: input.signal,
    });
    const people = listeners(session);
    const goals = wants.goals.map(({ id }) => id);
    const weighing = toEventWeighing(wants.offers ? form : { ...form, offers: [] }, people, goals);
    const { acts, leaks } = withoutLeaks(
      listEventActs(input.event, weighing, session),
      session.vault,
      input.transcript,
    );
    const chosen = planned<EventState, number, LanguageAct>({
      domain: new EventDomain(weighing, acts, { ...DEFAULT_COSTS, ...options.costs }),
      horizon: 1,
      restraint: (offered) => holdEvent(offered, bounds),
      agenda: (_, act) => worthOfLeading({ session, weighing }, act),
      describe: (act) => `${act.kind} “${act.text}”`,
    }).decide(
      { weights: people.map(({ weight }) => weight) },
      input.random ?? createRandom(options.seed ?? 1).split(session.turn),
    );
    const used = cost();
    const decision = charged(chosen, used);
    const suppressed = [...leaks, ...suppressedIn(decision)];
    const outcome = { decision, session, suppressed, cost: used, weighing };
    const speak = unasked(decision.chosen);
    if (speak === undefined) return outcome;
    if (mode === 'observe') return { ...outcome, aside: { reason: 'observe', detail: 'recorded only' } };
    return { ...outcome, speak, session: raise(session, speak, now) };
  } catch (error) {
    const { reason, detail } = asideFor(error, input.signal);
    return wait([], { reason, detail });
  }
}

function unasked({ kind, id, text, evidence = '', goal }: LanguageAct): Unasked | undefined {
  if (kind !== 'offer' && kind !== 'lead') return undefined;
  return { act: kind, id, text, evidence, ...(goal !== undefined && { goal }) };
}

/** The record of waiting where there was nothing to choose. */
function waiting(): Decision<LanguageAct> {
  const domain = new EventDomain({ offers: [], leads: [], moment: 0 }, [], DEFAULT_COSTS);
  return planned({ domain, horizon: 1, describe: (act: LanguageAct) => act.text }).decide(
    { weights: [1] },
    createRandom(1),
  );
}
