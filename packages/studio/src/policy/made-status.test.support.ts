/**
 * What a server says of who decides, made up: for tests of words here, and of pages in a browser.
 * @module
 */
import type { LearnedCard, PolicyStatus } from '../api/policy-types.ts';

/** A policy that was trained on the table. */
export const OWN: LearnedCard = {
  name: 'bikes',
  origin: 'own',
  states: 6000,
  whole: 6000,
  seed: 1,
  items: 60,
  figures: { 'learned@exact': 1.0249, 'planned@exact': 1.031 },
};

/** Nothing was learned, planning decides. */
export const PLANNED: PolicyStatus = {
  chosen: 'planned',
  serving: 'planned',
  learned: null,
  training: null,
  ended: null,
  problem: null,
  mayChange: true,
};
