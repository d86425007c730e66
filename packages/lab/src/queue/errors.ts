/**
 * What can be wrong with a queue. One class a failure; every message says what to do.
 * @module
 */

/** No Redis answers there. `url` is shown without its password. */
export class QueueUnreachableError extends Error {
  override readonly name = 'QueueUnreachableError';
  /** The command ends with this: bad input. */
  readonly exitCode = 2;
  constructor(url: string, cause: unknown) {
    const why = cause instanceof Error ? cause.message : String(cause);
    super(
      `No Redis or Valkey answers at ${url} (${why}). Start one, or correct --queue (redis://HOST:PORT, or rediss:// with TLS).`,
      { cause },
    );
  }
}

/** The address of the queue is none. */
export class QueueAddressError extends Error {
  override readonly name = 'QueueAddressError';
  readonly exitCode = 2;
  constructor(shown: string) {
    super(`${shown} is no address of a queue: give redis://HOST:PORT, or rediss://HOST:PORT for TLS.`);
  }
}

/** A model's address holds a key, which must not go through the queue. */
export class QueuedKeyError extends Error {
  override readonly name = 'QueuedKeyError';
  readonly exitCode = 2;
  constructor() {
    super(
      'What is to be queued holds a key, and keys never leave the machine. Take it out of the model’s address, and set SENTE_MODEL_KEY (or OPENAI_API_KEY) on every worker.',
    );
  }
}

/** A worker could not play a conversation. */
export class QueuedTaskError extends Error {
  override readonly name = 'QueuedTaskError';
  readonly exitCode = 4;
  /** @param what what the worker says went wrong, without keys. */
  constructor(task: string, worker: string, what: string) {
    super(`${task} could not be played by worker ${worker}: ${what}`);
  }
}

/** Redis no longer knows the run: it was started anew, or threw data away. */
export class QueueLostError extends Error {
  override readonly name = 'QueueLostError';
  readonly exitCode = 3;
  constructor() {
    super(
      'Redis no longer knows the run: it was started anew without its data, or threw it away for want of memory. What was collected is safe: take the run up again with --resume.',
    );
  }
}

/** The run was stopped by the one that started it. */
export class RunStoppedError extends Error {
  override readonly name = 'RunStoppedError';
  readonly exitCode = 3;
  constructor() {
    super('The run was stopped by the one that started it.');
  }
}
