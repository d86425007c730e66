/**
 * Stops a thread that trains between two runs of the runtime. A thread must not be ended while native code is at work in
 * it: that takes the whole process down.
 * @module
 */

/** The thread was asked to stop. */
export class TrainingStoppedError extends Error {
  override readonly name = 'TrainingStoppedError';
  constructor() {
    super('stopped');
  }
}

/** Shared by whoever asks and the threads that heed it. */
export type StopSwitch = Int32Array<SharedArrayBuffer>;

/** One that is off. */
export function createStopSwitch(): StopSwitch {
  return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
}

/** Asks all threads that heed it to stop. */
export function askToStop(stop: StopSwitch): void {
  Atomics.store(stop, 0, 1);
}

let heeded: StopSwitch | undefined;

/** Makes this thread heed a switch. */
export function heed(stop: StopSwitch): void {
  heeded = stop;
}

/** To be called before each run. Throws TrainingStoppedError once the thread was asked to stop. */
export function throwIfStopped(): void {
  if (heeded !== undefined && Atomics.load(heeded, 0) === 1) throw new TrainingStoppedError();
}
