/**
 * A policy with random weights whose card tells what a test wants told.
 * @module
 */
import type { LearnedPolicy } from '@sente/pocket';
import { madePolicy } from '@sente/pocket/testing';

/** Makes it; the same `weights` are the same weights. */
export function toldPolicy(weights: number, about: Partial<LearnedPolicy['card']>): LearnedPolicy {
  const { card, ...rest } = madePolicy(weights);
  return { ...rest, card: { ...card, ...about } };
}
