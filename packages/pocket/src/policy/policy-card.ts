/**
 * A learned policy as files: weights as safetensors, and a card that says what they are.
 * @module
 */
import { CheckpointError, demandShapes, parseCard } from '../checkpoint/card.ts';
import { readSafetensors, writeSafetensors } from '../checkpoint/safetensors.ts';
import type { Weights } from '../model/shape.ts';
import { STATISTICS } from './cells.ts';
import { type ActValues, type GraphPolicyShape, graphPolicy, policyWeightShapes } from './graph-policy.ts';
import { checksumOf } from './policy-card-checksum.ts';
import { demandFields } from './policy-card-fields.ts';

/** What a policy is. JSON. */
export interface PolicyCard {
  readonly format: 'sente-policy/1';
  readonly name: string;
  readonly description: string;
  readonly shape: GraphPolicyShape;
  /** Numbers of a cell that the network was trained on. */
  readonly statistics: number;
  /** `expert-iteration` or `q-learning`. */
  readonly method: string;
  /** What it was trained on. Nothing of it is needed to use the policy elsewhere. */
  readonly trainedOn: {
    readonly source: string;
    readonly items: number;
    readonly answers: number;
  };
  /** Turns of conversations that were labelled, and gradient steps. */
  readonly states: number;
  readonly steps: number;
  /** Turns of the whole training, which may have been stopped before, or of which the later part did no better. */
  readonly of?: number;
  readonly seed: number;
  /** Mean R\* on held-out people of the same source, by agent and kind of user. */
  readonly figures?: Readonly<Record<string, number>>;
  readonly license: string;
}

/** A policy that can be played. Plain data. */
export interface LearnedPolicy {
  readonly card: PolicyCard;
  readonly weights: Weights;
}

/** Its network. Throws RangeError for weights of another shape. */
export function policyValues({ card, weights }: LearnedPolicy): ActValues {
  return graphPolicy(card.shape, weights);
}

/** A card as it lies on disk: with the sum of the weights beside it. Older ones have none. */
interface StoredCard extends PolicyCard {
  readonly checksum?: string;
}

/** Both files' contents. */
export function writePolicy({ card, weights }: LearnedPolicy): { safetensors: Uint8Array; card: string } {
  const safetensors = writeSafetensors(weights);
  const stored: StoredCard = { ...card, checksum: checksumOf(safetensors) };
  return { safetensors, card: `${JSON.stringify(stored, undefined, 1)}\n` };
}

/**
 * Reads both. Throws CheckpointError or SafetensorsError; also where the weights are of another training than the card, as when
 * only one of two files was copied or written.
 */
export function readPolicy(safetensors: Uint8Array, cardText: string): LearnedPolicy {
  const { checksum, ...card } = readPolicyCard(cardText);
  const weights = readSafetensors(safetensors);
  demandShapes(weights, policyWeightShapes(card.shape), 'policy');
  if (checksum !== undefined && checksum !== checksumOf(safetensors)) {
    throw new CheckpointError(
      'the card and the weights are not of one training: one of the two files was replaced without the other. Copy both again, or train the policy again',
    );
  }
  return { card, weights };
}

function readPolicyCard(text: string): StoredCard {
  const card = parseCard<StoredCard>(text, 'sente-policy/1', 'train the policy again with this version');
  const { shape, statistics } = card;
  const sizes = [shape?.message, shape?.first, shape?.second];
  if (!sizes.every((size) => Number.isSafeInteger(size) && (size as number) > 0)) {
    throw new CheckpointError("the card lacks the network's shape: train the policy again");
  }
  if (statistics !== STATISTICS) {
    throw new CheckpointError(
      `the policy was trained on ${statistics} numbers a cell, where this version has ${STATISTICS}: train it again`,
    );
  }
  demandFields(card);
  return card as StoredCard;
}
