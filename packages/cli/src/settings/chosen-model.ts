/**
 * A language model that the user named.
 * @module
 */
import type { openModel } from '@sente/language';
import { UsageError } from '../failure.ts';

/** A chat model of the AI SDK. */
export type ChatModel = ReturnType<typeof openModel>;

/** Opens it; no connection is made yet. `flag` names the option in messages. Throws UsageError. */
export async function chosenModel(id: string, flag: '--model' | '--planner'): Promise<ChatModel> {
  // Loaded only here: commands about tables start sooner without it.
  const { openModel, ModelKeyError, UnknownModelError } = await import('@sente/language');
  try {
    return openModel(id);
  } catch (error) {
    const isInput = error instanceof UnknownModelError || error instanceof ModelKeyError;
    throw isInput ? new UsageError(`${flag}: ${error.message}`, { cause: error }) : error;
  }
}
