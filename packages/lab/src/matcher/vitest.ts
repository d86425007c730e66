/**
 * `import '@sente/lab/vitest'` adds `toTakeInitiative` to vitest's `expect`.
 * @module
 */
import { expect } from 'vitest';
import { type Assistant, type InitiativeExpectation, takesInitiative } from './take-initiative.ts';

expect.extend({
  toTakeInitiative: (assistant: Assistant, expected?: InitiativeExpectation) => takesInitiative(assistant, expected),
});

declare module 'vitest' {
  // The same type parameters as vitest's own, or the two would not be one.
  interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown> {
    /** Measures an assistant (a function, a model, an agent) and fails where a bar holds. Await it. */
    toTakeInitiative(expected?: InitiativeExpectation): Promise<void>;
  }
}
