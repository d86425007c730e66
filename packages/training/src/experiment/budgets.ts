/**
 * What each training may cost; counted in steps and tokens, never in seconds.
 * @module
 */
import { type ModelShape, SHOP_WORDS, SPECIAL_TOKENS } from '@sente/pocket';

/** Budgets of one preset. */
export interface Budgets {
  /** Rows of a batch of whole texts. */
  readonly rows: number;
  /** Steps of the base's next-token training, and its peak step size. */
  readonly base: number;
  /** The same of the base that is ten times larger, which takes steps a third as long. */
  readonly large: number;
  readonly baseRate: number;
  /** Steps on of next-token training, at about the compute of reinforcement pre-training. */
  readonly onwards: number;
  /** Steps, groups a step, replies a group, and peak step size of all policy gradients and of DPO. */
  readonly steps: number;
  readonly groups: number;
  readonly group: number;
  readonly rate: number;
  /** Tie of policy gradients to the base at their first step. */
  readonly tie: number;
  /** Strength of DPO's tie to the base. */
  readonly beta: number;
  /** Steps of reinforcement pre-training: supervised start, then reinforcement; places a step; thoughts a place. */
  readonly thinkingStart: number;
  readonly thinking: number;
  readonly places: number;
  readonly thoughts: number;
  /** Held-out cases in each cell of the crossover, and requests in pieces. */
  readonly cases: number;
  readonly pieces: number;
  /** Held-out texts for next-token accuracy. */
  readonly texts: number;
}

/** By preset. */
export const BUDGETS: Readonly<Record<'quick' | 'full', Budgets>> = {
  quick: {
    rows: 64,
    base: 500,
    large: 0,
    baseRate: 1e-2,
    onwards: 60,
    steps: 60,
    groups: 24,
    group: 8,
    rate: 2e-3,
    tie: 0.03,
    beta: 0.3,
    thinkingStart: 20,
    thinking: 40,
    places: 24,
    thoughts: 8,
    cases: 6,
    pieces: 60,
    texts: 100,
  },
  full: {
    rows: 64,
    base: 1800,
    large: 900,
    baseRate: 1e-2,
    onwards: 300,
    steps: 600,
    groups: 24,
    group: 8,
    rate: 2e-3,
    tie: 0.06,
    beta: 0.3,
    thinkingStart: 50,
    thinking: 100,
    places: 24,
    thoughts: 8,
    cases: 12,
    pieces: 200,
    texts: 400,
  },
};

const VOCABULARY = SPECIAL_TOKENS.length + SHOP_WORDS.length;

/** The two sizes: .12 and 1.3 million weights. */
export const SHAPES: Readonly<Record<'small' | 'large', ModelShape>> = {
  small: { layers: 2, width: 64, heads: 4, context: 96, vocabulary: VOCABULARY },
  large: { layers: 6, width: 128, heads: 8, context: 96, vocabulary: VOCABULARY },
};

/** Texts that are longer than this are not trained on by policy gradients: contexts and replies are short. */
export const REPLY_LENGTH = 64;
