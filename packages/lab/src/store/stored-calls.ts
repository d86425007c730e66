/**
 * Replies of models in the file of the runs.
 * @module
 */
import type { CallStore, StoredCall } from '../calls/call-store.ts';
import type { Redact } from './redact.ts';
import type { Statements } from './statements.ts';
import type { WriteBatch } from './write-batch.ts';

/** Calls made on behalf of a run. */
export function storedCalls(sql: Statements, batch: WriteBatch, run: string, redact: Redact): CallStore {
  const get = (key: string): StoredCall | undefined => {
    const row = sql.call.get(Buffer.from(key, 'hex')) as unknown as CallRow | undefined;
    return row && callOf(row);
  };
  return {
    get,
    async put(key, call) {
      const reply = redact(call.reply);
      const { model, input, output, usd } = call;
      let kept: StoredCall = { ...call, reply };
      batch.add(() => {
        const { changes } = sql.putCall.run(
          Buffer.from(key, 'hex'),
          redact(model),
          reply,
          input,
          output,
          usd ?? null,
          run,
        );
        if (changes === 0) kept = get(key) ?? kept;
      });
      await batch.committed();
      return kept;
    },
  };
}

/** Every reply of these models, oldest first. One row at a time is in memory. */
export function* storedCallsOf(
  sql: Statements,
  models: readonly string[],
): Generator<readonly [key: string, call: StoredCall]> {
  for (const model of new Set(models)) {
    for (const row of sql.callsOf.iterate(model) as Iterable<unknown>) {
      const { key, ...rest } = row as CallRow & { key: Uint8Array };
      yield [Buffer.from(key).toString('hex'), callOf(rest)];
    }
  }
}

interface CallRow {
  readonly reply: string;
  readonly model: string;
  readonly input: number;
  readonly output: number;
  readonly usd: number | null;
}

function callOf({ reply, model, input, output, usd }: CallRow): StoredCall {
  return { reply, model, input, output, ...(usd === null ? {} : { usd }) };
}
