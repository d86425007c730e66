/**
 * Imagined intents from turn to turn: a particle filter (Gordon, Salmond & Smith 1993) whose proposals come from a model.
 * What the user says weighs the earlier ones anew and rules some out; new ones top the set up.
 * @module
 */
import { createBelief, effectiveSize, ImpossibleEvidenceError, prune, reweigh } from '@sente/engine';
import { plainWords } from '../read/plain-words.ts';
import type { Reading, TurnKind } from '../read/reading.ts';
import type { ImaginedIntent } from '../session/session.ts';

/** Likelihood of words that do not fit an intent at all: readers err, so nothing is impossible. */
const LEAST = 0.02;
/** Turns after which the user wants something else, if anything. */
const TURNS_AWAY: ReadonlySet<TurnKind> = new Set(['new', 'follow', 'talk']);
/** Intents below this weight are dropped. */
const RARE = 0.02;

/**
 * The intents after a user turn, at most `most` of them, likeliest first; weights sum to 1. Earlier ones get
 * w ∝ w · fit. A new one that makes an earlier one more complete takes its place and its weight; others share the set
 * with the earlier ones by the reader's shares (an earlier intent's share is what it fits). With another request, the
 * next step of one, or talk, everything earlier is forgotten; without any new one the earlier stay, unless all of them
 * are done with.
 */
export function followIntents(
  earlier: readonly ImaginedIntent[],
  reading: Pick<Reading, 'kind' | 'fits' | 'imagined'>,
  most: number,
): readonly ImaginedIntent[] {
  const isAnother = TURNS_AWAY.has(reading.kind) && reading.imagined.length > 0;
  if (reading.imagined.length === 0 && isOver(earlier, reading.fits)) return [];
  const kept = isAnother ? [] : replace(weighAgain(earlier, reading.fits), reading.imagined);
  const fit = kept.reduce((sum, intent) => sum + intent.weight, 0);
  const normal = kept.map((intent) => ({ ...intent, weight: fit > 0 ? intent.weight / fit : 0 }));
  let next = 1 + Math.max(0, ...earlier.map((intent) => Number.parseInt(intent.id.slice(1), 10) || 0));
  const fresh = reading.imagined
    .filter(
      ({ wants, was }) =>
        (isAnother || !was) && !normal.some((intent) => plainWords(intent.wants) === plainWords(wants)),
    )
    .map(({ wants, good, next: later, weight }) => ({ id: `i${next++}`, wants, good, next: later, weight }));
  const freshMass = fresh.reduce((sum, intent) => sum + intent.weight, 0);
  // `fit` is the share of the earlier intents' weight that survives what was said; shares of new ones are of the same scale.
  const all = [
    ...normal.map((intent) => ({ ...intent, weight: intent.weight * fit })),
    ...fresh.map((intent) => ({
      ...intent,
      weight: freshMass > 0 ? (intent.weight / freshMass) * share(freshMass, fit) : 0,
    })),
  ];
  if (all.length === 0) return [];
  return settle(all, most);
}

/** How many equally likely intents would say as much, from 1; 0 without any. */
export function intentsLeft(intents: readonly ImaginedIntent[]): number {
  if (intents.length === 0) return 0;
  return effectiveSize(
    createBelief(
      intents,
      intents.map((intent) => intent.weight),
    ),
  );
}

/** Everybody imagined is contradicted, or has what they wanted: none of them is asking any more. */
function isOver(earlier: readonly ImaginedIntent[], fits: readonly number[]): boolean {
  return earlier.length > 0 && earlier.every((_, i) => (fits[i] ?? 1) <= LEAST);
}

/** Successors in the place of those that they make more complete; several of one divide its weight by their shares. */
function replace(kept: readonly ImaginedIntent[], imagined: Reading['imagined']): ImaginedIntent[] {
  const ids = new Set(kept.map(({ id }) => id));
  const another = (id: string): string => {
    let n = 2;
    while (ids.has(`${id}.${n}`)) n++;
    ids.add(`${id}.${n}`);
    return `${id}.${n}`;
  };
  return kept.flatMap((intent) => {
    const heirs = imagined.filter(({ was }) => was === intent.id);
    const shares = heirs.reduce((sum, heir) => sum + heir.weight, 0);
    if (!(shares > 0)) return [intent];
    return heirs.map(({ wants, good, next, weight }, i) => ({
      id: i === 0 ? intent.id : another(intent.id),
      wants,
      good,
      next,
      weight: (intent.weight * weight) / shares,
    }));
  });
}

/** Weights times fits, not normalised: their sum says how much of the earlier belief the words bear out. */
function weighAgain(earlier: readonly ImaginedIntent[], fits: readonly number[]): ImaginedIntent[] {
  return earlier
    .map((intent, i) => ({ ...intent, weight: intent.weight * Math.max(LEAST, Math.min(1, fits[i] ?? 1)) }))
    .filter((intent) => intent.weight > 0);
}

/** Weight of all new intents together: the reader's share where earlier ones are left, everything where none are. */
function share(freshMass: number, fit: number): number {
  return fit === 0 ? 1 : Math.min(0.9, freshMass);
}

function settle(all: readonly ImaginedIntent[], most: number): readonly ImaginedIntent[] {
  try {
    const belief = prune(
      createBelief(
        all,
        all.map((intent) => intent.weight),
      ),
      most,
    );
    const clean = reweigh(belief, (intent) => (intent.weight / total(all) < RARE ? 0 : 1));
    return clean.intents
      .map((intent, i) => ({ ...intent, weight: clean.weights[i] }))
      .filter((intent) => intent.weight > 0)
      .sort((a, b) => b.weight - a.weight);
  } catch (error) {
    if (!(error instanceof ImpossibleEvidenceError)) throw error;
    return all.slice(0, most).map((intent, _, list) => ({ ...intent, weight: 1 / list.length }));
  }
}

function total(all: readonly ImaginedIntent[]): number {
  return all.reduce((sum, intent) => sum + intent.weight, 0);
}
