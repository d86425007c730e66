/**
 * What R\* takes off and adds, in units of one fully successful conversation. One configuration for all uses.
 * @module
 */

/** All weights; each from 0. */
export interface Costs {
  /** One more turn that the user must take. */
  readonly turn: number;
  /** A question to read and answer, beside the turn. */
  readonly question: number;
  /** An answer that does not serve and had to be read, beside the turn; models also get lost after one (arXiv 2505.06120). */
  readonly wrong: number;
  /** An offered fact or a goal raised: words to read. */
  readonly words: number;
  /** Something needed that was not offered and has to be asked for. */
  readonly followUp: number;
  /** A lookup with the host's tools. */
  readonly lookup: number;
  /** An answer that is not true. */
  readonly untrue: number;
  /** Worth of an honest "I don't know": someone else can be asked. */
  readonly abstained: number;
  /** Per 1,000 tokens of an answer, up to 1,000 (`min(λ·tokens, 1)` in arXiv 2502.00640). */
  readonly tokens: number;
  /** Speaking unasked at the worst of moments, beside the words; half as much at the best. */
  readonly interruption: number;
  /** Chance that a user who was served badly says what was wrong, rather than leaving. */
  readonly corrects: number;
}

/** The configuration that ships. */
export const DEFAULT_COSTS: Costs = {
  turn: 0.04,
  question: 0.04,
  wrong: 0.2,
  words: 0.025,
  followUp: 0.08,
  lookup: 0.02,
  untrue: 0.5,
  abstained: 0.15,
  tokens: 0.03,
  interruption: 0.04,
  corrects: 0.6,
};
