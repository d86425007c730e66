/**
 * Serves one request: finds the session, races the bare call against the decision, guards what goes out, and keeps the
 * session that the reply leads to. Used by every way in; a transport brings its calls and the form of its parts.
 * @module
 */
import { randomUUID } from 'node:crypto';
import { sleepFor } from '../model/sleep.ts';
import { placeOf, recall } from '../session/recall.ts';
import { newSession, type Session } from '../session/session.ts';
import type { Remembered } from '../session/session-store.ts';
import { userTurn } from '../transcript/transcript.ts';
import type { PlannedTurn, TurnPlan } from '../turn/plan.ts';
import { endCleanly } from './end-cleanly.ts';
import type { Exchange, Served } from './exchange.ts';
import { guarded } from './guarded.ts';
import { replyKeeper, undecided } from './keep-reply.ts';
import { type Aside, detailOf, race } from './race.ts';
import { type WritePlan, withNote } from './rewrite.ts';
import { settleUnseen } from './settle-unseen.ts';
import { soon } from './soon.ts';
import { fromParts, fromStream, type Source, toStream } from './source.ts';
import { watch } from './watch.ts';

/** Milliseconds that a decision may go on after its reply has gone out without it. */
const PATIENCE = 60_000;

/** Rejects as the client's own call does, when that is all there is to send and it failed. */
export async function carryOut<Part, Head>(exchange: Exchange<Part, Head>): Promise<Served<Part, Head>> {
  const { layer, transcript, form, signal, sleep = sleepFor, now = Date.now, deadline = 1_500 } = exchange;
  const started = now();
  const place = placeOf(transcript.messages, exchange);
  const remembered = await soon(() => recall(exchange.sessions, place), deadline, sleep);
  // The bare call has waited for the store: that counts. A clock may be set back.
  const left = Math.min(deadline, Math.max(0, deadline - (now() - started)));
  const name = exchange.conversation ?? remembered?.name ?? (exchange.name ?? randomUUID)();
  const isUserTurn = userTurn(transcript) !== undefined;
  const observes = exchange.mode === 'observe';
  const { session, pending, base } = prepare(exchange, remembered, isUserTurn);

  let turn = pending?.turn;
  let aside: Aside | undefined =
    isUserTurn || pending ? undefined : { reason: 'tool-loop', detail: 'the last message is not the user’s' };
  let leaks = 0;

  const guard = (source: Source<Part>, vault: Session['vault'], again?: (note: string) => Promise<Source<Part>>) =>
    observes ? source : guarded(source, { form, vault, transcript, again, safe: exchange.safe, caught: () => leaks++ });
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
    : Promise.resolve(undecided(session));
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
    deadline: left,
    observes: observes && isUserTurn,
    signal,
    sleep,
  }).catch((error: unknown) => {
    deciding.abort(error);
    throw error;
  });
  aside = won.aside ?? aside;

  const keeper = replyKeeper({ layer, sessions: exchange.sessions, place, name, transcript });
  const wasPlanned = (decided: PlannedTurn): boolean =>
    pending?.wasPlanned ?? (won.aside === undefined || decided.plan.do === 'pass');
  const { promise: kept, resolve: done } = Promise.withResolvers<void>();
  const finish = async (text: string, tools: readonly string[]): Promise<void> => {
    const reply = { text, tools };
    const isNothing = text === '' && tools.length === 0;
    if (isNothing || (turn === undefined && !isUserTurn)) {
      deciding.abort(new DOMException('There is no reply to decide on.', 'AbortError'));
      return done();
    }
    if (turn !== undefined) {
      const decided = turn;
      await soon(() => keeper.decided(reply, decided, wasPlanned(decided)), deadline, sleep);
      return done();
    }
    const forNow = keeper.forNow(reply, session).catch(() => {}); // a store that fails may serve the next time
    // Decided late: it carries over to the next turn all the same. Never before what it takes the place of.
    const late = () => forNow.then(() => carried).then(() => keeper.late(reply, turn!, wasPlanned(turn!)));
    void soon(late, PATIENCE, sleep).then(() => {
      deciding.abort(new DOMException('The decision took too long.', 'TimeoutError'));
      done();
    });
    await soon(() => forNow, deadline, sleep);
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

/** Where the conversation stands, and what the bare call is; of a session that makes no sense, nothing is taken. */
function prepare<Part, Head>(
  { layer, transcript, begin, mode }: Exchange<Part, Head>,
  remembered: Remembered | undefined,
  isUserTurn: boolean,
): { session: Session; pending?: Remembered['pending']; base?: WritePlan } {
  try {
    const pending = isUserTurn ? undefined : remembered?.pending;
    const last = isUserTurn && remembered ? settleUnseen(layer, transcript, remembered) : remembered?.session;
    const session = last ?? begin?.() ?? newSession();
    if (mode === 'observe') return { session, pending };
    // Asked while tools run too: from what it is asked about, a layer may tell whether there are secrets to keep.
    const standing = writes(layer.standing(session));
    // While tools run, the turn goes on as it was planned.
    const going = pending?.wasPlanned ? writes(pending.turn.plan) : undefined;
    return { session, pending, base: going ?? standing };
  } catch {
    return { session: newSession() };
  }
}

function writes(plan: TurnPlan | undefined): WritePlan | undefined {
  return plan?.do === 'write' ? plan : undefined;
}

function isSame(a: WritePlan | undefined, b: WritePlan | undefined): boolean {
  return a !== undefined && b !== undefined && a.note === b.note && a.leaveOut.join() === b.leaveOut.join();
}
