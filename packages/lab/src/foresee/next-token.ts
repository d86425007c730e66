/**
 * Next-token prediction, plain and reasoned: the seam that a model with tokens fills, and the scoring.
 *
 * Nothing here needs a model; the pocket model of the training package is to be put in as two predictors, one that answers
 * at once and one that thinks first. Until then no figure of this kind is reported.
 *
 * Source: Dong et al. 2025, "Reinforcement Pre-Training", arXiv 2506.08007: accuracy of the likeliest next token on positions
 * that a small proxy model finds hard, in nested splits by the proxy's entropy.
 * @module
 */

/** What a predictor makes of the next token. */
export interface TokenGuess {
  /** The likeliest token. */
  readonly likeliest: number;
  /** Chance of a token, 0 … 1. */
  chance(token: number): number;
  /** Entropy of the chances, in nats. */
  readonly entropy: number;
}

/** Predicts tokens. A predictor that reasons does so inside `next`; both are asked the same. */
export interface NextToken {
  readonly name: string;
  /** The next token after a context of tokens, which may be empty. Depends on the context only. */
  next(context: readonly number[]): Promise<TokenGuess>;
}

/** Splits by what the proxy's entropy must exceed, in nats. Nested: what is hard is in all of them. */
export const TOKEN_SPLITS = { easy: 0.5, medium: 1, hard: 1.5 } as const;

/** Name of a split. */
export type TokenSplit = keyof typeof TOKEN_SPLITS;

/** Figures of one split. */
export interface TokenFigures {
  /** Share of positions whose token was the likeliest; NaN without positions. */
  readonly accuracy: number;
  /** Mean −log2 chance of the token, in bits, chances below 1e-6 counted as that; NaN without positions. */
  readonly bits: number;
  /** Positions. */
  readonly n: number;
}

/** Least chance that counts. */
const LEAST = 1e-6;

/**
 * Scores a predictor on texts of tokens. `proxy` decides which positions are in which split; it is the same for all
 * predictors that are compared.
 */
export async function scoreNextToken(
  texts: readonly (readonly number[])[],
  predictor: NextToken,
  proxy: NextToken,
): Promise<Readonly<Record<TokenSplit, TokenFigures>>> {
  const right: Record<TokenSplit, number> = { easy: 0, medium: 0, hard: 0 };
  const bits: Record<TokenSplit, number> = { easy: 0, medium: 0, hard: 0 };
  const counts: Record<TokenSplit, number> = { easy: 0, medium: 0, hard: 0 };
  for (const text of texts) {
    for (let at = 0; at < text.length; at++) {
      const context = text.slice(0, at);
      const { entropy } = await proxy.next(context);
      const splits = SPLITS.filter((split) => entropy > TOKEN_SPLITS[split]);
      if (splits.length === 0) continue;
      const guess = await predictor.next(context);
      for (const split of splits) {
        counts[split]++;
        if (guess.likeliest === text[at]) right[split]++;
        bits[split] -= Math.log2(Math.max(LEAST, guess.chance(text[at])));
      }
    }
  }
  const figures = (split: TokenSplit): TokenFigures => ({
    accuracy: right[split] / counts[split],
    bits: bits[split] / counts[split],
    n: counts[split],
  });
  return { easy: figures('easy'), medium: figures('medium'), hard: figures('hard') };
}

const SPLITS: readonly TokenSplit[] = ['easy', 'medium', 'hard'];
