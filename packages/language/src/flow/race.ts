/**
 * The bare answer against the planned one. The bare call starts with the decision, so that choosing to answer costs no
 * waiting; what goes out is the planned reply if its first visible part comes by the bare one's plus the deadline, and
 * the bare reply otherwise or when anything fails. Whichever does not go out is called off.
 *
 * Knows nothing of models, messages or HTTP.
 * @module
 */
import { type Sleep, sleepFor } from '../model/sleep.ts';
import type { PlannedTurn } from '../turn/plan.ts';
import type { PartForm } from './part-form.ts';
import { type Ahead, readAhead, type Started } from './read-ahead.ts';
import type { WritePlan } from './rewrite.ts';
import type { Source } from './source.ts';

/** Why something other than the plan went out. */
export interface Aside {
  readonly reason: string;
  readonly detail: string;
}

/** The two runners and the rules. */
export interface RaceOptions<Part, Head> {
  readonly form: PartForm<Part>;
  /** The client's own call. Started at once. */
  bare(signal: AbortSignal): PromiseLike<Started<Part, Head>>;
  readonly planned: Promise<PlannedTurn>;
  /** The call that a plan to write asks for. */
  written(plan: WritePlan, signal: AbortSignal): PromiseLike<Started<Part, Head>>;
  /** A reply that says this. */
  said(text: string): Source<Part>;
  /** Milliseconds that may be added to the bare answer's first visible part. */
  readonly deadline: number;
  /** Nothing waits for the decision, and it changes nothing. */
  readonly observes?: boolean;
  /** The client's: aborts everything. */
  readonly signal?: AbortSignal;
  readonly sleep?: Sleep;
  /** Limits of what is read ahead of either reply. */
  readonly ahead?: { readonly parts?: number; readonly bytes?: number };
}

/** What goes out. */
export interface RaceResult<Part, Head> {
  readonly by: 'bare' | 'written' | 'said';
  /** What came with the call; nothing when no call was made for it. */
  readonly head?: Head;
  readonly source: Source<Part>;
  readonly aside?: Aside;
}

/** Words of an error, for a record. */
export function detailOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Rejects as the bare call does when it is the bare call's turn and it failed. */
export async function race<Part, Head>(options: RaceOptions<Part, Head>): Promise<RaceResult<Part, Head>> {
  const { form, deadline, signal, sleep = sleepFor } = options;
  const rules = { ...form, ...options.ahead };
  const over = new AbortController();
  const leash = (): { signal: AbortSignal; abort(reason: unknown): void } => {
    const own = new AbortController();
    return {
      signal: signal === undefined ? own.signal : AbortSignal.any([signal, own.signal]),
      abort: (reason) => own.abort(reason),
    };
  };
  const run = (open: (signal: AbortSignal) => PromiseLike<Started<Part, Head>>): Ahead<Part, Head> => {
    const held = leash();
    const ahead = readAhead(() => open(held.signal), rules);
    const cancel = (reason?: unknown): void => {
      held.abort(reason ?? new DOMException('The reply is not wanted any more.', 'AbortError'));
      ahead.cancel(reason);
    };
    return { ...ahead, take: () => ({ ...ahead.take(), cancel }), cancel };
  };

  const bare = run(options.bare);
  const left = whenAborted(signal, over.signal);
  const late = bare.first
    .then(() => (deadline === Number.POSITIVE_INFINITY ? new Promise<never>(() => {}) : sleep(deadline, over.signal)))
    .then(
      () => 'late' as const,
      () => 'late' as const, // over: nobody listens
    );
  const planned = options.planned.then(
    (turn) => ({ turn }),
    (error: unknown) => ({ error }),
  );
  let written: Ahead<Part, Head> | undefined;

  const barely = async (aside?: Aside): Promise<RaceResult<Part, Head>> => {
    written?.cancel();
    const head = await Promise.race([bare.head, left]);
    return { by: 'bare', head, source: bare.take(), aside };
  };
  const deadlineMissed: Aside = {
    reason: 'deadline',
    detail: `no planned reply within ${deadline} ms of the bare one`,
  };

  try {
    if (options.observes) return await barely({ reason: 'observe', detail: 'recorded only' });
    const decided = await Promise.race([planned, late, left]);
    if (decided === 'late') return await barely(deadlineMissed);
    if ('error' in decided) return await barely({ reason: 'fault', detail: detailOf(decided.error) });
    const { plan } = decided.turn;
    if (plan.do === 'pass') return await barely();
    if (plan.do === 'say') {
      const source = options.said(plan.text);
      bare.cancel();
      return { by: 'said', source };
    }
    const running = run((own) => options.written(plan, own));
    written = running;
    const began = await Promise.race([running.first, late, left]);
    if (began === 'late') return await barely(deadlineMissed);
    if (began.is === 'failed') return await barely({ reason: 'fault', detail: detailOf(began.error) });
    if (began.is === 'end') return await barely({ reason: 'fault', detail: 'the written reply was empty' });
    bare.cancel();
    return { by: 'written', head: await running.head, source: running.take() };
  } catch (error) {
    bare.cancel(error);
    written?.cancel(error);
    throw error;
  } finally {
    over.abort();
  }
}

/** Rejects with the client's reason when the client leaves; never resolves. `over` takes the listener off again. */
function whenAborted(signal: AbortSignal | undefined, over: AbortSignal): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>();
  promise.catch(() => {});
  if (signal?.aborted) reject(signal.reason);
  else {
    // Taken off by hand: with the option `signal`, Node keeps `over` and all that its reason's stack holds for as long as
    // the client's signal lives, which for a server is for ever (undici holds the signals of requests in a registry).
    const leave = (): void => reject(signal?.reason);
    signal?.addEventListener('abort', leave, { once: true });
    over.addEventListener('abort', () => signal?.removeEventListener('abort', leave), { once: true });
  }
  return promise;
}
