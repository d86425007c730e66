/**
 * One training for one table: how far it is, what it comes to, and silence once it was stopped.
 * @module
 */
import type { LearnedPolicy } from '@sente/pocket';
import type { BackgroundTraining } from '@sente/training/policy';
import type { PolicyOptions, ServedTable } from './policy-options.ts';
import type { TrainingState } from './policy-schema.ts';

/** Told what becomes of a training; nothing after it was stopped or has failed. */
interface TrainingEvents {
  onProgress(state: TrainingState): void;
  /** A policy that is to be used; `goesOn`: there may be a better one. */
  onPolicy(policy: LearnedPolicy, goesOn: boolean): void;
  onDone(): void;
  /** It fell over, or one of the above threw. */
  onFailed(error: unknown): void;
}

/** What is trained. */
interface TrainingRunOptions {
  readonly table: ServedTable;
  readonly seed: number;
  /** Something decides, or could, and is not given up for the beginnings of another. */
  readonly replaces: boolean;
  readonly train: NonNullable<PolicyOptions['train']>;
}

/** A training under way. */
export class TrainingRun {
  #state: TrainingState;
  #isOver = false;
  readonly #training: BackgroundTraining;

  constructor({ table, seed, replaces, train }: TrainingRunOptions, events: TrainingEvents) {
    // What is thrown here would be an unhandled rejection, or end the process from the thread's message.
    const tell = (event: () => void): void => {
      if (this.#isOver) return;
      try {
        event();
      } catch (error) {
        this.#isOver = true;
        events.onFailed(error);
      }
    };
    this.#training = orFailed(() =>
      train(table.catalog, {
        source: table.catalog.name,
        seed,
        onProgress: (state) =>
          tell(() => {
            this.#state = state;
            events.onProgress(state);
          }),
        onPolicy: (policy) => {
          if (!replaces) tell(() => events.onPolicy(policy, true));
        },
      }),
    );
    this.#state = { share: 0, iteration: 1, of: this.#training.iterations };
    this.#training.done.then(
      (policy) =>
        tell(() => {
          if (policy && replaces) events.onPolicy(policy, false);
          events.onDone();
        }),
      (error) => {
        if (!this.#isOver) events.onFailed(error);
      },
    );
  }

  get state(): TrainingState {
    return this.#state;
  }

  /** Resolves when nothing is at work any more. */
  stop(): Promise<void> {
    this.#isOver = true;
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
