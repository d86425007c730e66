/**
 * A checkpoint: weights as safetensors, and a card that says what they are.
 * @module
 */
import { type ModelShape, type Weights, weightShapes } from '../model/shape.ts';
import { SPECIAL_TOKENS } from '../model/special.ts';
import { CheckpointError, demandShapes, parseCard } from './card.ts';
import { readSafetensors, writeSafetensors } from './safetensors.ts';

export { CheckpointError } from './card.ts';

/** What a model is. JSON. */
export interface CheckpointCard {
  readonly format: 'sente-pocket/1';
  readonly name: string;
  readonly description: string;
  readonly shape: ModelShape;
  /** The vocabulary behind the special tokens. */
  readonly words: readonly string[];
  /** How it was trained: `base`, `single-turn`, `multi-turn` … */
  readonly objective: string;
  /** User turns that the reward looked ahead. */
  readonly horizon?: number;
  /** Share of openings in the corpus that are asked back, 0 … 1. */
  readonly corpus: number;
  readonly seed: number;
  /** Tokens that gradients were taken on after the base; of a base, its own. */
  readonly trained: number;
  /** Figures on held-out cases, by metric. */
  readonly figures?: Readonly<Record<string, number>>;
  readonly license: string;
}

/** A model that can be made to speak. */
export interface Checkpoint {
  readonly card: CheckpointCard;
  readonly weights: Weights;
}

/** Both files' contents; `half` writes half precision. */
export function writeCheckpoint(
  card: CheckpointCard,
  weights: Weights,
  options: { readonly half?: boolean } = {},
): { safetensors: Uint8Array; card: string } {
  return { safetensors: writeSafetensors(weights, options), card: `${JSON.stringify(card, undefined, 1)}\n` };
}

/** Reads both. Throws CheckpointError or SafetensorsError. */
export function readCheckpoint(safetensors: Uint8Array, cardText: string): Checkpoint {
  const card = readCard(cardText);
  const weights = readSafetensors(safetensors);
  demandShapes(weights, weightShapes(card.shape), 'model');
  return { card, weights };
}

/** Reads a card by itself. Throws CheckpointError when it is none, or when its parts contradict each other. */
export function readCard(text: string): CheckpointCard {
  const card = parseCard<CheckpointCard>(text, 'sente-pocket/1', 'write it again with this version');
  const { shape, words } = card;
  const sizes = [shape?.layers, shape?.width, shape?.heads, shape?.context, shape?.vocabulary];
  if (!sizes.every((size) => Number.isSafeInteger(size) && (size as number) > 0) || !Array.isArray(words)) {
    throw new CheckpointError("the card lacks the model's shape or its words: write it again from the training run");
  }
  const { width, heads, vocabulary } = shape as ModelShape;
  if (width % heads !== 0) throw new CheckpointError(`the card's ${heads} heads do not share a width of ${width}`);
  if (SPECIAL_TOKENS.length + words.length !== vocabulary) {
    throw new CheckpointError(
      `the card lists ${words.length} words, and its vocabulary of ${vocabulary} has room for ` +
        `${vocabulary - SPECIAL_TOKENS.length}: card and weights are of different models`,
    );
  }
  return card as CheckpointCard;
}
