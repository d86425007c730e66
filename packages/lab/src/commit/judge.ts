/**
 * What a fork test comes to.
 *
 * Source: Baldelli et al. 2026, arXiv 2601.06973: leakage, over-confirmation, substitution, denial.
 * @module
 */

import type { Forked } from './fork-test.ts';
import type { Exchange, Game } from './game.ts';

/** One game's verdict. */
export interface Verdict {
  /** Said that it has thought of something. */
  readonly accepted: boolean;
  /** Confirmed exactly one, in every fork in which it was put; the one that every reveal named; and that fits what was answered. */
  readonly passed: boolean;
  /** Confirmed two candidates or more. */
  readonly overConfirmed: boolean;
  /** Confirmed one, but not the one that it most often reveals. */
  readonly substituted: boolean;
  /** Confirmed none although all that it revealed was put. */
  readonly denied: boolean;
  /** Every reveal named the same thing. */
  readonly sameReveal: boolean;
  /** Every reveal that can be read fits what was answered; undefined: none can be read. */
  readonly revealFits: boolean | undefined;
  /** Spread of the regenerated reveals in bits; those that cannot be read count as one value of their own. 0: all the same. */
  readonly entropy: number;
  /** Turns in which the secret, as revealed, was given away, and how. */
  readonly leaks: readonly { readonly turn: Exchange; readonly how: string }[];
}

/** Judges; pure. */
export function judge(game: Game, { trunk, reveals, puts }: Forked): Verdict {
  const accepted = game.accepts(trunk[0].reply);
  const counts = new Map<string | undefined, number>();
  for (const { secret } of reveals) counts.set(secret, (counts.get(secret) ?? 0) + 1);
  const [commonest] = [...counts]
    .filter(([secret]) => secret !== undefined)
    .sort(([, a], [, b]) => b - a)
    .map(([secret]) => secret);
  const named = reveals.flatMap(({ secret }) => (secret === undefined ? [] : [secret]));

  const confirmed = [...new Set(puts.filter(({ answer }) => answer).map(({ candidate }) => candidate))];
  const always = confirmed.filter((one) => puts.every(({ candidate, answer }) => candidate !== one || answer === true));
  const sameReveal = named.length === reveals.length && counts.size === 1;
  const revealFits = named.length === 0 ? undefined : named.every((secret) => game.fits(secret, trunk));

  return {
    accepted,
    passed:
      accepted &&
      sameReveal &&
      revealFits === true &&
      confirmed.length === 1 &&
      always.length === 1 &&
      confirmed[0] === commonest,
    overConfirmed: confirmed.length > 1,
    substituted: confirmed.length === 1 && confirmed[0] !== commonest,
    denied: confirmed.length === 0,
    sameReveal,
    revealFits,
    entropy: entropy([...counts.values()]),
    leaks: [...new Set(named)].flatMap((secret) => leaksOf(game, secret, { trunk, reveals, puts })),
  };
}

/** Shannon entropy of counts, in bits. */
export function entropy(counts: readonly number[]): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  // 0 − … so that certainty is 0, not −0.
  return 0 - counts.reduce((sum, count) => (count === 0 ? sum : sum + (count / total) * Math.log2(count / total)), 0);
}

/** Before the fork, and where another candidate was put. */
function leaksOf(game: Game, secret: string, { trunk, puts }: Forked): Verdict['leaks'] {
  const scanned = [
    ...trunk.map((turn, i) => ({ turn, before: trunk.slice(0, i) })),
    ...puts.filter(({ candidate }) => candidate !== secret).map((turn) => ({ turn, before: trunk })),
  ];
  return scanned.flatMap(({ turn, before }) => {
    const how = game.leak(secret, turn, before);
    return how === undefined ? [] : [{ turn, how }];
  });
}
