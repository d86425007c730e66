/**
 * One training for one table: how far it is, what it comes to, and silence once it was stopped.
 * @module
 */
import type { LearnedPolicy } from '@sente/pocket';
import type { BackgroundTraining } from '@sente/training/policy';
import type { PolicyOptions, ServedTable } from './policy-options.ts';
import type { TrainingState } from './policy-schema.ts';

/** Told what becomes of a training; nothing after it was stopped. */
interface TrainingEvents {
  onProgress(state: TrainingState): void;
  /** A policy that is to be used; `goesOn`: there may be a better one. */
  onPolicy(policy: LearnedPolicy, goesOn: boolean): void;
  onDone(): void;
  onFailed(error: unknown): void;
}

/** What is trained. */
interface TrainingRunOptions {
  readonly table: ServedTable;
  readonly seed: number;
  /** It is to replace a policy of the table's own, which is not given up for the beginnings of another. */
  readonly replaces: boolean;
  readonly train: NonNullable<PolicyOptions['train']>;
}

/** A training under way. */
export class TrainingRun {
  #state: TrainingState;
  #isStopped = false;
  readonly #training: BackgroundTraining;

  constructor({ table, seed, replaces, train }: TrainingRunOptions, events: TrainingEvents) {
    this.#training = orFailed(() =>
      train(table.catalog, {
        source: table.catalog.name,
        seed,
        onProgress: (state) => {
          if (this.#isStopped) return;
          this.#state = state;
          events.onProgress(state);
        },
        onPolicy: (policy) => {
          if (!this.#isStopped && !replaces) events.onPolicy(policy, true);
        },
      }),
    );
    this.#state = { share: 0, iteration: 1, of: this.#training.iterations };
    this.#training.done.then(
      (policy) => {
        if (this.#isStopped) return;
        if (policy && replaces) events.onPolicy(policy, false);
        events.onDone();
      },
      (error) => {
        if (!this.#isStopped) events.onFailed(error);
      },
    );
  }

  get state(): TrainingState {
    return this.#state;
  }

  /** Resolves when nothing is at work any more. */
  stop(): Promise<void> {
    this.#isStopped = true;
    return this.#training.stop();
  }
}

function orFailed(begin: () => BackgroundTraining): BackgroundTraining {
  try {
    return begin();
  } catch (error) {
    return { iterations: 1, done: Promise.reject(error), stop: async () => {} };
  }
}
