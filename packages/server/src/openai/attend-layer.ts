/**
 * A layer for one request: it stops deciding as soon as the upstream has refused the request, since the refusal then goes
 * out as it is and at once; and what it decided can be looked at.
 * @module
 */
import { handsOver, keepsSecrets, type Layer, NO_COST, type PlannedTurn, type Transcript } from '@sente/language';

/** A layer that is attended to. */
export interface AttendedLayer {
  readonly layer: Layer;
  /** The decision, once there is one. */
  turn(): PlannedTurn | undefined;
  /** The conversation has secrets: then what goes out may be changed on its way. Known when the first call is made. */
  keepsSecrets(): boolean;
  /** What went out, once it has. */
  reply(): string;
  /** The upstream has refused the client's own call. */
  refused(): void;
}

/** Told of a turn in which the assistant abstained, once it has said so. */
export type Abstained = (turn: PlannedTurn, transcript: Transcript) => void;

/**
 * @param find the layer that decides; asked once, when it is known which conversation it is
 * @param observes nothing at all is changed, also no private commitment put back
 * @param onAbstained must not throw
 */
export function attendLayer(find: () => Layer, observes: boolean, onAbstained: Abstained): AttendedLayer {
  let found: Layer | undefined;
  const own = (): Layer => (found ??= find());
  const refusal = new AbortController();
  const { promise: isRefused, resolve } = Promise.withResolvers<void>();
  let turn: PlannedTurn | undefined;
  let said = '';
  let hasSecrets = false;
  return {
    layer: {
      standing(session) {
        hasSecrets = !observes && keepsSecrets(session.vault);
        return observes ? { do: 'pass' } : own().standing(session);
      },
      async decide(request) {
        const { session, signal } = request;
        const either = signal === undefined ? refusal.signal : AbortSignal.any([signal, refusal.signal]);
        const aside = { reason: 'upstream', detail: 'The upstream refused the request.' };
        turn = await Promise.race([
          own().decide({ ...request, signal: either }),
          isRefused.then((): PlannedTurn => ({ plan: { do: 'pass' }, session, suppressed: [], cost: NO_COST, aside })),
        ]);
        return turn;
      },
      settle(decided, transcript, reply, wasPlanned) {
        said = reply;
        const session = own().settle(decided, transcript, reply, wasPlanned);
        if (handsOver(decided, wasPlanned)) onAbstained(decided, transcript);
        return session;
      },
    },
    turn: () => turn,
    keepsSecrets: () => hasSecrets,
    reply: () => said,
    refused() {
      refusal.abort(new DOMException('The upstream refused the request.', 'AbortError'));
      resolve();
    },
  };
}
