/**
 * How much more a list is worth than the belief makes of it, measured on people who really took what they want.
 *
 * A belief can guess people's wishes better or worse than it thinks. Values that are expectations under the belief then ask
 * too much or too little. One number e, added to the value of every list, sets that right as far as one number can. It is
 * chosen by the reward of whole conversations with people of a fold, the same for each e, and is 0 unless the gain is clear:
 *
 *   e = argmax_e R̄*(e), if R̄*(e) − R̄*(0) > 1.96 standard errors of the paired difference
 *
 * @module
 */
import { mean, type Played, standardError } from './judge-policy.ts';

/** What is tried, in R\*. */
export const EAGERNESS: readonly number[] = [0, 0.004, 0.008, 0.012];

/** What was chosen, and how it went by kind of user. */
export interface Eager {
  readonly eagerness: number;
  readonly played: Readonly<Record<string, Played>>;
}

/** Tries them. `play` plays the same conversations for each, by kind of user. */
export function chooseEagerness(play: (eagerness: number) => Readonly<Record<string, Played>>): Eager {
  const tried = EAGERNESS.map((eagerness): Eager => ({ eagerness, played: play(eagerness) }));
  const [without] = tried;
  const gainOf = ({ played }: Eager): Float64Array => {
    const kinds = Object.keys(played);
    return played[kinds[0]].rewards.map((_, n) =>
      kinds.reduce((sum, kind) => sum + played[kind].rewards[n] - without.played[kind].rewards[n], 0),
    );
  };
  return tried.reduce((best, one) => {
    const gain = gainOf(one);
    const isClear = mean(gain) > 1.96 * standardError(gain);
    return isClear && mean(gain) > mean(gainOf(best)) ? one : best;
  }, without);
}
