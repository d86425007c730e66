/**
 * A probability from the model's own: it is asked for “yes” or “no”, and the log-probabilities of its first token's
 * alternatives tell how nearly it said the other.
 *
 * Source: Kadavath et al., "Language models (mostly) know what they know", 2022, arXiv 2207.05221 (P(True)).
 * @module
 */

/** A token that could have stood there. */
export interface TokenAlternative {
  readonly token: string;
  /** Natural logarithm of its probability; 0 or less. */
  readonly logprob: number;
}

/** Words that mean yes and no, in lower case, each as one token. */
export interface YesNoWords {
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

/** What a first token says. */
export interface LogprobForecast {
  /** P(yes) / (P(yes) + P(no)), from 0 to 1. */
  readonly probability: number;
  /** P(yes) + P(no), as far as listed, from 0 to 1. When low, the model was about to say something else: better ask again. */
  readonly mass: number;
}

const WORDS: YesNoWords = { yes: ['yes', 'y', 'true'], no: ['no', 'n', 'false'] };

/**
 * P(yes) of the alternatives at one place, normalised over the spellings of yes and no (capitals, spaces, quotes and
 * tokenisers' space marks do not matter). Undefined when neither is listed.
 *
 * Interfaces list the likeliest few tokens only. A side that is not listed is less likely than every one that is, and
 * than what they leave over; it is given half of the smaller of the two, so that the result is 0 or 1 only if the list leaves nothing over.
 */
export function probabilityFromLogprobs(
  alternatives: readonly TokenAlternative[],
  words: YesNoWords = WORDS,
): LogprobForecast | undefined {
  // Shifted by the highest, so that a list of very unlikely tokens does not vanish.
  const top = alternatives.reduce((highest, { logprob }) => Math.max(highest, logprob), Number.NEGATIVE_INFINITY);
  if (top === Number.NEGATIVE_INFINITY) return undefined;
  let [yes, no, listed, least] = [0, 0, 0, 1];
  for (const { token, logprob } of alternatives) {
    const word = bare(token);
    const share = Math.exp(logprob - top);
    if (words.yes.includes(word)) yes += share;
    else if (words.no.includes(word)) no += share;
    listed += share;
    least = Math.min(least, share);
  }
  if (yes + no === 0) return undefined;
  const mass = Math.min(1, (yes + no) * Math.exp(top));
  const unlisted = Math.min(least, Math.max(0, Math.exp(-top) - listed)) / 2;
  if (yes === 0) yes = unlisted;
  if (no === 0) no = unlisted;
  return { probability: yes / (yes + no), mass };
}

/** A token as a word: without spaces, tokenisers' marks for them, quotes and points. */
function bare(token: string): string {
  return token.replace(/[^\p{L}\p{N}]|[Ġ▁]/gu, '').toLowerCase();
}
