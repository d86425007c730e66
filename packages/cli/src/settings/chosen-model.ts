/**
 * A language model that the user named.
 * @module
 */
import type { openModel } from '@sente/language';
import { UsageError } from '../failure.ts';

/** A chat model of the AI SDK. */
export type ChatModel = ReturnType<typeof openModel>;

/**
 * A planner may be reached through a proxy of Sente's, even the one that it decides for: OPENAI_BASE_URL is what clients
 * of the proxy set. Its calls must not be decided on in turn, and so on without end.
 */
const undecided: typeof globalThis.fetch = (input, init) => {
  const headers = new Headers(init?.headers);
  headers.set('x-sente-off', '1');
  return globalThis.fetch(input, { ...init, headers });
};

/** Opens it; no connection is made yet. `flag` names the option in messages. Throws UsageError. */
export async function chosenModel(
  id: string,
  flag: '--model' | '--planner' | '--assistant' | '--user' | '--judge',
): Promise<ChatModel> {
  // Loaded only here: commands about tables start sooner without it.
  const { isModelIdError, openAnyModel } = await import('@sente/lab/model');
  try {
    return openAnyModel(id, flag === '--planner' ? { fetch: undecided } : {});
  } catch (error) {
    throw isModelIdError(error) ? new UsageError(`${flag}: ${error.message}`, { cause: error }) : error;
  }
}
