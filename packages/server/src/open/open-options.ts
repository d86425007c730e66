/**
 * Settings of the open world's routes.
 * @module
 */
import type { ModelOpener } from './chat-model.ts';
import type { ModelChoice } from './model-choice.ts';

/** All have a default. */
export interface OpenOptions {
  /** The model to begin with; none by default, and the studio asks for one. */
  readonly model?: ModelChoice;
  /** Opens models by their IDs; `openAnyModel` of the lab by default. */
  readonly openModel?: ModelOpener;
}
