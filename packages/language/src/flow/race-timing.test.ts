import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { sleepFor } from '../model/sleep.ts';
import { newSession } from '../session/session.ts';
import type { TurnPlan } from '../turn/plan.ts';
import { plannedTurn } from './fake-layer.test.support.ts';
import { letters } from './letters.test.support.ts';
import { race } from './race.ts';
import { fromParts, fromStream } from './source.ts';

/** Milliseconds after which something happens; odd ones, so that nothing happens at the same time. NEVER: not at all. */
const NEVER = 1_000_001;
const moment = (unit: number): fc.Arbitrary<number> =>
  fc.oneof(
    { weight: 5, arbitrary: fc.nat(300).map((n) => n * 10 + unit) },
    { weight: 1, arbitrary: fc.constant(NEVER) },
  );

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A reply whose first letter comes, or fails to come, at its moment. */
function reply(letter: string, wait: number, fails: boolean) {
  return async (signal: AbortSignal) => {
    const stream = new ReadableStream<string>({
      async pull(controller) {
        try {
          await sleepFor(wait, signal);
          if (fails) throw new Error(`${letter} failed`);
          controller.enqueue(letter);
          controller.close();
        } catch (error) {
          controller.error(error);
        }
      },
    });
    return { head: letter, source: fromStream(stream) };
  };
}

it('sends the planned reply if it is there by the bare one and the deadline, and the bare one else', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        bareAt: moment(1),
        bareFails: fc.boolean(),
        decidedAt: moment(3),
        writtenAfter: moment(5),
        writtenFails: fc.boolean(),
        kind: fc.constantFrom('pass' as const, 'say' as const, 'write' as const),
      }),
      async ({ bareAt, bareFails, decidedAt, writtenAfter, writtenFails, kind }) => {
        const deadline = 1_500;
        const plan: TurnPlan =
          kind === 'write'
            ? { do: 'write', note: 'n', leaveOut: [] }
            : kind === 'say'
              ? { do: 'say', text: 's' }
              : { do: 'pass' };
        const started = Date.now();
        let outcome: { by: string; at: number } | undefined;
        const out = race<string | Error, string>({
          form: letters,
          bare: reply('b', bareAt, bareFails),
          written: (_, signal) => reply('w', writtenAfter, writtenFails)(signal),
          said: (text) => fromParts([text]),
          planned: sleepFor(decidedAt).then(() => plannedTurn(plan, newSession())),
          deadline,
        }).then(async ({ by, source }) => {
          // The first part as the client gets it, or the failure.
          await source.next().catch(() => {});
          outcome = { by, at: Date.now() - started };
        });
        await vi.advanceTimersByTimeAsync(10_000);

        const limit = bareAt + deadline;
        const isPlanned =
          kind === 'say' ? decidedAt < limit : kind === 'write' && !writtenFails && decidedAt + writtenAfter < limit;
        const settledAt = kind === 'write' ? decidedAt + writtenAfter : decidedAt;
        const at = isPlanned ? settledAt : Math.max(bareAt, Math.min(limit, settledAt));
        if (at > 10_000) expect(outcome?.at ?? NEVER).toBeGreaterThan(10_000);
        else expect(outcome).toEqual({ by: isPlanned ? (kind === 'say' ? 'said' : 'written') : 'bare', at });
        if (outcome && bareAt < NEVER) expect(outcome.at).toBeLessThanOrEqual(limit);
        await vi.advanceTimersByTimeAsync(3_000_000); // whatever hangs comes to its end
        await out;
      },
    ),
    { numRuns: 300 },
  );
});
