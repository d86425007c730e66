/**
 * A policy with random weights that was judged: R* of its own and of planning, for tests of what is made of it.
 * @module
 */
import type { LearnedPolicy } from '@sente/pocket';
import { madePolicy } from '@sente/pocket/testing';

/** Its R* was `learned` where planning's was 1. */
export function judgedPolicy(learned: number, seed = 1): LearnedPolicy {
  return madePolicy(1, { seed, figures: { 'learned@exact': learned, 'planned@exact': 1 } });
}
