/**
 * Trainings that go as a test says.
 * @module
 */
import type { Catalog } from '@sente/catalog';
import type { LearnedPolicy } from '@sente/pocket';
import type { BackgroundOptions } from '@sente/training/policy';
import type { PolicyOptions } from '../policy/policy-options.ts';

/** One that was begun. */
interface FakeTraining {
  readonly catalog: Catalog;
  readonly options: BackgroundOptions;
  isStopped: boolean;
  /** Ends it well. */
  end(policy: LearnedPolicy): void;
  fail(error: Error): void;
}

/** A trainer that waits to be told, and what it was asked for. */
export function fakeTrainer(): { readonly train: NonNullable<PolicyOptions['train']>; readonly begun: FakeTraining[] } {
  const begun: FakeTraining[] = [];
  return {
    begun,
    train(catalog, options) {
      const { promise, resolve, reject } = Promise.withResolvers<LearnedPolicy | undefined>();
      const training: FakeTraining = { catalog, options, isStopped: false, end: resolve, fail: reject };
      begun.push(training);
      return {
        iterations: 2,
        done: promise,
        async stop() {
          training.isStopped = true;
          resolve(undefined);
        },
      };
    },
  };
}
