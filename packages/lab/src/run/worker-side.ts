/**
 * The worker's side of the pool: receives ranges of cases, plays them, sends the rows back.
 * @module
 */
import { parentPort, workerData } from 'node:worker_threads';

/** Cases `from` … `to` − 1. */
export interface Chunk {
  readonly from: number;
  readonly to: number;
}

/** What a worker sends: rows of a chunk, or what went wrong in which case. */
export type Report =
  | { readonly chunk: Chunk; readonly rows: readonly unknown[] }
  | { readonly failed: number; readonly error: string };

/**
 * To be called once, at the top of a worker file.
 * @param prepare receives the pool's `setup` (structured clone) and returns the function that plays one case. A row must
 *   depend on the setup and the case's number only.
 */
export function serveCases<Setup, Row>(
  prepare: (setup: Setup) => ((number: number) => Row | Promise<Row>) | Promise<(number: number) => Row | Promise<Row>>,
): void {
  const port = parentPort;
  if (!port) throw new Error('serveCases belongs in a worker file: start it with runPool');
  let play: ((number: number) => Row | Promise<Row>) | undefined;
  const work = async ({ from, to }: Chunk): Promise<void> => {
    let number = from;
    try {
      play ??= await prepare(workerData as Setup);
      const rows: Row[] = [];
      for (; number < to; number++) rows.push(await play(number));
      port.postMessage({ chunk: { from, to }, rows } satisfies Report);
    } catch (error) {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      port.postMessage({ failed: number, error: text } satisfies Report);
    }
  };
  port.on('message', (chunk: Chunk) => void work(chunk));
}
