/**
 * Checkpoints on disk: the shipped ones, and a user's own.
 * @module
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { LanguageModelV4 } from '@ai-sdk/provider';
import { type Checkpoint, CheckpointError, readCheckpoint } from './checkpoint/checkpoint.ts';
import { SafetensorsError } from './checkpoint/safetensors.ts';
import { readPocketId, type ShippedName } from './checkpoint/shipped.ts';
import { type LearnedPolicy, readPolicy } from './policy/policy-card.ts';
import { type PocketLanguageModelOptions, pocketLanguageModel } from './speak/language-model.ts';

export * from './checkpoint/shipped.ts';

/** Beside `src` in a checkout, beside `dist` where the package is installed. */
const SHELF = new URL('../weights/', import.meta.url);

/** A checkpoint of the package. Throws CheckpointError when it is not there. */
export function shippedCheckpoint(name: ShippedName): Checkpoint {
  return readPair(
    fileURLToPath(new URL(name, SHELF)),
    missingShipped('sente train passivity --preset full'),
    readCheckpoint,
  );
}

/**
 * The policy of the package: trained on made catalogues, for tables that have none of their own yet. Throws CheckpointError
 * when it is not there.
 */
export function shippedPolicy(): LearnedPolicy {
  return readPair(fileURLToPath(new URL('policy', SHELF)), missingShipped('sente train policy'), readPolicy);
}

/** One of a user's own: the path of its card or of its weights; the other file lies beside it. Throws CheckpointError. */
export function openCheckpoint(path: string): Checkpoint {
  return readPair(
    withoutEnding(path),
    (file) => `${file} is not there: a checkpoint is two files side by side, NAME.json and NAME.safetensors`,
    readCheckpoint,
  );
}

/** A learned policy of one's own, likewise. Throws CheckpointError. */
export function openPolicy(path: string): LearnedPolicy {
  return readPair(
    withoutEnding(path),
    (file) =>
      `${file} is not there: a policy is two files, NAME.json and NAME.safetensors; sente train policy makes them.`,
    readPolicy,
  );
}

/** The path that both files of a pair have in common. */
function withoutEnding(path: string): string {
  return path.replace(/\.(json|safetensors)$/, '');
}

/** The model of an ID: `pocket`, `pocket:base`, `pocket:/path/to/card.json`. Throws UnknownPocketError or CheckpointError. */
export function openPocket(id: string, options: PocketLanguageModelOptions = {}): LanguageModelV4 {
  const named = readPocketId(id);
  const checkpoint = 'shipped' in named ? shippedCheckpoint(named.shipped) : openCheckpoint(named.path);
  return pocketLanguageModel(checkpoint, options);
}

function missingShipped(command: string): (file: string) => string {
  return (file) =>
    `${file} is not there: this copy of @sente/pocket comes without its weights. Install the package again, or train them: ${command}`;
}

function readPair<T>(
  base: string,
  missing: (file: string) => string,
  parse: (safetensors: Uint8Array, card: string) => T,
): T {
  const [card, weights] = [`${base}.json`, `${base}.safetensors`].map((file) => {
    try {
      return readFileSync(file);
    } catch (cause) {
      const { code, message } = cause as NodeJS.ErrnoException;
      throw new CheckpointError(code === 'ENOENT' ? missing(file) : `${file} cannot be read: ${message}`, { cause });
    }
  });
  try {
    return parse(weights, card.toString('utf8'));
  } catch (error) {
    if (!(error instanceof CheckpointError || error instanceof SafetensorsError)) throw error;
    throw new CheckpointError(`${base}: ${error.message}`, { cause: error });
  }
}
