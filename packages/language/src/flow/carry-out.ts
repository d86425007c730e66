/**
 * Serves one request: finds the session, races the bare call against the decision, guards what goes out, and keeps the
 * session that the reply leads to. Used by every way in; a transport brings its calls and the form of its parts.
 * @module
 */
import { randomUUID } from 'node:crypto';
import type { LanguageModelV4 } from '@ai-sdk/provider';
import { type Sleep, sleepFor } from '../model/sleep.ts';
import { isLater, keep, placeOf, recall } from '../session/recall.ts';
import { newSession, type Session } from '../session/session.ts';
import type { Remembered, SessionStore } from '../session/session-store.ts';
import { type Transcript, userTurn } from '../transcript/transcript.ts';
import type { Layer } from '../turn/layer.ts';
import type { PlannedTurn, TurnPlan } from '../turn/plan.ts';
import { endCleanly } from './end-cleanly.ts';
import { guarded } from './guarded.ts';
import type { Opened, PartForm } from './part-form.ts';
import { type Aside, detailOf, race } from './race.ts';
import { type WritePlan, withNote } from './rewrite.ts';
import { fromParts, fromStream, type Source, toStream } from './source.ts';
import { watch } from './watch.ts';

/** Milliseconds that a decision may go on after its reply has gone out without it. */
const PATIENCE = 60_000;

/** What all requests of a way in have in common. */
export interface Service {
  readonly layer: Layer;
  readonly sessions: SessionStore;
  /** Begins a conversation; a session without goals by default. */
  readonly begin?: () => Session;
  /** Milliseconds that may be added to the first token; 1,500 by default. */
  readonly deadline?: number;
  /** What is said when a reply would give a secret away twice. */
  readonly safe?: string;
  readonly sleep?: Sleep;
  /** Names a conversation whose client gave it no id; a random UUID by default. */
  readonly name?: () => string;
}

/** One request. */
export interface Exchange<Part, Head> extends Service {
  readonly transcript: Transcript;
  /** For the layer's own calls. */
  readonly model: LanguageModelV4;
  readonly form: PartForm<Part>;
  /** Calls upstream: the client's own request, or what a plan makes of it. */
  call(plan: WritePlan | undefined, signal: AbortSignal): PromiseLike<Opened<Part, Head>>;
  readonly tenant?: string;
  readonly conversation?: string;
  readonly mode?: 'act' | 'observe';
  readonly horizon?: number;
  readonly signal?: AbortSignal;
}

/** What is known of a request while its reply goes out. */
export interface TurnReport {
  readonly by: 'bare' | 'written' | 'said';
  /** The decision, once there is one. */
  readonly turn?: PlannedTurn;
  readonly aside?: Aside;
  /** The client's id of it, or the name that it was given at its first reply. */
  readonly conversation: string;
  /** Leaks that were caught before they went out. */
  readonly leaks: number;
}

/** A reply on its way. */
export interface Served<Part, Head> {
  /** What came with the call; nothing when no call was made. */
  readonly head?: Head;
  /** Its parts; taken from here or as a stream, once. */
  readonly source: Source<Part>;
  readonly stream: ReadableStream<Part>;
  /** As of now: ask when the headers and again when the last part goes out. */
  report(): TurnReport;
  /** Resolves when the session is kept, or there is nothing to keep. Never rejects. */
  readonly kept: Promise<void>;
}

/** Rejects as the client's own call does, when that is all there is to send and it failed. */
export async function carryOut<Part, Head>(exchange: Exchange<Part, Head>): Promise<Served<Part, Head>> {
  const { layer, transcript, form, signal, sleep = sleepFor, deadline = 1_500 } = exchange;
  const place = placeOf(transcript.messages, exchange);
  const remembered = await soon(() => recall(exchange.sessions, place), deadline, sleep);
  const session = remembered?.session ?? exchange.begin?.() ?? newSession();
  const name = exchange.conversation ?? remembered?.name ?? (exchange.name ?? randomUUID)();
  const isUserTurn = userTurn(transcript) !== undefined;
  const pending = isUserTurn ? undefined : remembered?.pending;

  let turn = pending?.turn;
  let aside: Aside | undefined =
    isUserTurn || pending ? undefined : { reason: 'tool-loop', detail: 'the last message is not the user’s' };
  let leaks = 0;
  // While tools run, the turn goes on as it was planned.
  const going = pending?.wasPlanned ? pending.turn.plan : undefined;
  const base = writes(going) ?? writes(layer.standing(session, transcript));

  const guard = (source: Source<Part>, vault: Session['vault'], again?: (note: string) => Promise<Source<Part>>) =>
    guarded(source, { form, vault, transcript, again, safe: exchange.safe, caught: () => leaks++ });
  const open = async (plan: WritePlan | undefined, own: AbortSignal): Promise<{ head: Head; source: Source<Part> }> => {
    const { head, stream } = await exchange.call(plan, own);
    const { vault } = plan === base ? session : (turn?.session ?? session);
    const source = guard(fromStream(stream), vault, async (note) => {
      const stronger: WritePlan = {
        do: 'write',
        leaveOut: plan?.leaveOut ?? [],
        note: withNote(plan?.note ?? '', note),
      };
      return fromStream((await exchange.call(stronger, own)).stream);
    });
    return { head, source };
  };

  const deciding = new AbortController();
  const planned: Promise<PlannedTurn> = isUserTurn
    ? Promise.resolve().then(() =>
        // One tick later: the bare call goes first.
        layer.decide({
          transcript,
          session,
          model: exchange.model,
          ...(exchange.horizon === undefined ? {} : { horizon: exchange.horizon }),
          signal: signal === undefined ? deciding.signal : AbortSignal.any([signal, deciding.signal]),
        }),
      )
    : Promise.resolve({ plan: { do: 'pass' }, session, suppressed: [], cost: NO_COST });
  const carried = planned.then((decided): PlannedTurn => {
    if (isUserTurn) turn = decided;
    // A plan that only puts commitments back is what the bare call does already.
    return isSame(writes(decided.plan), base) ? { ...decided, plan: { do: 'pass' } } : decided;
  });

  const won = await race<Part, Head>({
    form,
    bare: (own) => open(base, own),
    planned: carried,
    written: open,
    said: (text) => guard(fromParts(form.said(text)), (turn?.session ?? session).vault),
    deadline,
    observes: exchange.mode === 'observe' && isUserTurn,
    signal,
    sleep,
  }).catch((error: unknown) => {
    deciding.abort(error);
    throw error;
  });
  aside = won.aside ?? aside;

  const settle = async (decided: PlannedTurn, text: string, tools: readonly string[]): Promise<void> => {
    const wasPlanned = pending?.wasPlanned ?? (won.aside === undefined || decided.plan.do === 'pass');
    const next: Remembered =
      tools.length > 0
        ? { session: decided.session, name, pending: { turn: decided, wasPlanned } }
        : { session: layer.settle(decided, transcript, text, wasPlanned), name };
    await keep(exchange.sessions, place, { role: 'assistant', text, tools }, next);
  };
  const { promise: kept, resolve: done } = Promise.withResolvers<void>();
  const finish = async (text: string, tools: readonly string[]): Promise<void> => {
    const isNothing = text === '' && tools.length === 0;
    if (isNothing || (turn === undefined && !isUserTurn)) {
      deciding.abort(new DOMException('There is no reply to decide on.', 'AbortError'));
      return done();
    }
    if (turn !== undefined) {
      const decided = turn;
      await soon(() => settle(decided, text, tools), deadline, sleep);
      return done();
    }
    // Decided late: it carries over to the next turn all the same.
    void soon(() => carried.then(() => settle(turn!, text, tools)), PATIENCE, sleep).then(() => {
      deciding.abort(new DOMException('The decision took too long.', 'TimeoutError'));
      done();
    });
  };
  // The bare reply breaks off as it would without the layer.
  const source =
    won.by === 'bare'
      ? won.source
      : endCleanly(won.source, form, (error) => {
          if (signal?.aborted) throw error;
          aside = { reason: 'fault', detail: `the reply broke off: ${detailOf(error)}` };
        });
  const watched = watch(source, form, finish);
  return {
    head: won.head,
    source: watched,
    get stream() {
      return toStream(watched);
    },
    report: () => ({
      by: won.by,
      turn,
      aside: aside ?? turn?.aside,
      conversation: name,
      leaks,
    }),
    kept,
  };
}

const NO_COST: PlannedTurn['cost'] = { calls: 0, inputTokens: 0, outputTokens: 0, money: 0, milliseconds: 0 };

function writes(plan: TurnPlan | undefined): WritePlan | undefined {
  return plan?.do === 'write' ? plan : undefined;
}

function isSame(a: WritePlan | undefined, b: WritePlan | undefined): boolean {
  return a !== undefined && b !== undefined && a.note === b.note && a.leaveOut.join() === b.leaveOut.join();
}

/** What was made of it, unless that fails or takes longer than so many milliseconds: then nothing. */
async function soon<T>(make: () => T | Promise<T>, milliseconds: number, sleep: Sleep): Promise<T | undefined> {
  const over = new AbortController();
  try {
    const made = make();
    if (!isLater(made)) return made;
    const late = sleep(milliseconds, over.signal).then(
      () => undefined,
      () => undefined,
    );
    return await Promise.race([made, late]);
  } catch {
    return undefined; // a store that fails makes the conversation a new one
  } finally {
    over.abort();
  }
}
