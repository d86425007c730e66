/**
 * The runs of a store, opened when somebody asks for them and there are any: the studio is no reason to make a file.
 * @module
 */
import { existsSync } from 'node:fs';
import type { LabStore, ReadRun } from '@sente/lab';
import { Problem } from '../problem.ts';

/** A file of runs that may not be there yet. */
export class RunShelf {
  readonly #file: string;
  #store: LabStore | undefined;

  /** @param file absolute path */
  constructor(file: string) {
    this.#file = file;
  }

  /** The store; undefined while there is no file. Throws Problem `bad-store`. */
  async store(): Promise<LabStore | undefined> {
    if (!existsSync(this.#file)) {
      this.close();
      return undefined;
    }
    if (this.#store !== undefined) return this.#store;
    // Loaded only here: the lab is half of everything, and most who start the studio ask for no runs.
    const { openRunStore } = await import('@sente/lab');
    try {
      this.#store ??= openRunStore(this.#file);
    } catch (error) {
      throw refused(error);
    }
    return this.#store;
  }

  /** One run; `last` is the newest. Throws Problem `unknown-run` and `bad-store`. */
  async read(id: string): Promise<ReadRun> {
    const store = await this.store();
    if (store === undefined) throw new Problem('unknown-run', 'There are no runs yet.', 'sente measure makes one.');
    try {
      return store.read(id);
    } catch (error) {
      throw refused(error);
    }
  }

  /** Lets go of the file. */
  close(): void {
    this.#store?.close();
    this.#store = undefined;
  }
}

/** The store's errors as refusals; anything else as it is. */
function refused(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if (error.name === 'UnknownRunError') return new Problem('unknown-run', error.message, 'GET /api/runs lists all.');
  return /^Store\w+Error$/.test(error.name) ? new Problem('bad-store', error.message) : error;
}
