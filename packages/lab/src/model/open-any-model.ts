/**
 * Opens a model by its ID, whether it is reached over the network or comes with Sente.
 * @module
 */
import type { LanguageModelV4 } from '@ai-sdk/provider';
import { ModelKeyError, openModel, UnknownModelError } from '@sente/language';
import { CheckpointError } from '@sente/pocket';
import { isPocketId, openPocket, UnknownPocketError } from '@sente/pocket/node';

/**
 * `pocket`, `pocket:base`, `pocket:single-turn`, `pocket:multi-turn` or `pocket:PATH` (no network, no key), and whatever
 * `openModel` of the language package opens. No connection is made yet. Throws errors that `isModelIdError` knows.
 */
export function openAnyModel(id: string, options: Parameters<typeof openModel>[1] = {}): LanguageModelV4 {
  return isPocketId(id) ? openPocket(id) : openModel(id, options);
}

/** Whether an error is about what was typed: an ID that names nothing, a key or a checkpoint that is missing or broken. */
export function isModelIdError(error: unknown): error is Error {
  return [UnknownModelError, ModelKeyError, UnknownPocketError, CheckpointError].some((kind) => error instanceof kind);
}
