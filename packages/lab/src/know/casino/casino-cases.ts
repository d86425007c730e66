/**
 * Negotiations as cases: each is forecast at three places, and carries what the rules say there.
 * @module
 */
import { createRandom, type Random } from '@sente/engine';
import type { CaseOptions, ProbeCase } from '../../probe/probe.ts';
import { ProbeDataError } from '../../probe/probe.ts';
import { type Fitted, fitFeatures, type Seen } from './fit-features.ts';
import { type CasinoFile, type Negotiation, readCasino, trainingBeside } from './read-casino.ts';
import { surfaceFeatures } from './surface-features.ts';

/** A negotiation to be forecast. */
export interface CasinoCase extends ProbeCase {
  readonly cell: 'casino';
  readonly world: 'open';
  readonly lines: Negotiation['lines'];
  readonly outcome: boolean;
  /** How many lines are shown for each forecast, rising. */
  readonly shown: readonly number[];
  /** What the rules forecast there; none has seen this dialogue. */
  readonly rules: { readonly base: number; readonly features: readonly number[] };
}

const PLACES = 3;
const FOLDS = 10;

/**
 * `--split train|valid|test`: the files of that name are measured and the others are fitted to. Otherwise a file called
 * “…valid…” or “…test…” is measured with the training file beside it; anything else by tenfold cross-validation over all
 * dialogues. Throws ProbeDataError.
 */
export function casinoCases({
  data,
  split,
  cases,
  seed,
}: CaseOptions & { readonly data: string }): readonly CasinoCase[] {
  const files = readCasino(data);
  const random = createRandom(`know/casino/${seed}`);
  const beside = trainingBeside(data);
  const [measured, fitted] = choose(files, split, beside);
  const measurements = distinct(measured).map((one) => withPlaces(one, random));
  const training = fitted && distinct(fitted).map((one) => withPlaces(one, random));
  const found = training
    ? withRules(measurements, () => fitFeatures(seenOf(training), random.split('fit')))
    : crossFitted(measurements, random);
  return drawn(found, cases, random.split('cases'));
}

function choose(
  files: readonly CasinoFile[],
  split: string | undefined,
  beside: CasinoFile | undefined,
): [readonly CasinoFile[], (readonly CasinoFile[])?] {
  if (split === undefined || split === 'all') return beside && split === undefined ? [files, [beside]] : [files];
  const measured = files.filter(({ name }) => name.includes(split));
  const others = files.filter(({ name }) => !name.includes(split));
  if (measured.length === 0)
    throw new ProbeDataError(
      files.map(({ name }) => name).join(', '),
      `no file of the split “${split}”: its name would say so`,
    );
  return others.length > 0 ? [measured, others] : [measured];
}

/** Each dialogue once, though it stands in several files. */
function distinct(files: readonly CasinoFile[]): readonly Negotiation[] {
  return [...new Map(files.flatMap(({ negotiations }) => negotiations).map((one) => [one.id, one])).values()];
}

interface Placed extends Negotiation {
  readonly shown: readonly number[];
}

/** One length from each third of 2 … all lines: together as in the paper, which draws one of 2 … all. */
function withPlaces(one: Negotiation, random: Random): Placed {
  const dice = random.split('places').split(one.id);
  const lengths = one.lines.length - 1;
  const shown = Array.from(
    { length: PLACES },
    (_, k) => 2 + Math.min(lengths - 1, Math.floor(((k + dice.split(k).next()) / PLACES) * lengths)),
  );
  return { ...one, shown };
}

function seenOf(placed: readonly Placed[]): readonly Seen[] {
  return placed.flatMap(({ id, lines, shown, bothSatisfied }) =>
    shown.map((length) => ({
      dialogue: id,
      features: surfaceFeatures(lines.slice(0, length)),
      outcome: bothSatisfied,
    })),
  );
}

function crossFitted(placed: readonly Placed[], random: Random): CasinoCase[] {
  if (placed.length < 2 * FOLDS)
    throw new ProbeDataError(
      'CaSiNo',
      `${placed.length} dialogues are too few to fit a rule to: give at least ${2 * FOLDS}, or a training file beside`,
    );
  // Good and bad ends in equal shares in every fold: else the base rate of the others would tell on the fold's own.
  const sorted = [...placed].sort((a, b) => Number(a.bothSatisfied) - Number(b.bothSatisfied));
  const fold = new Map(sorted.map(({ id }, i) => [id, i % FOLDS]));
  const fits = new Map<number, Fitted>();
  return withRules(placed, ({ id }) => {
    const out = fold.get(id)!;
    const known = fits.get(out);
    if (known) return known;
    const fit = fitFeatures(
      seenOf(placed.filter((other) => fold.get(other.id) !== out)),
      random.split('fit').split(out),
    );
    fits.set(out, fit);
    return fit;
  });
}

function withRules(placed: readonly Placed[], fitFor: (one: Placed) => Fitted): CasinoCase[] {
  let one: Fitted | undefined;
  return placed.map((negotiation) => {
    one = fitFor.length === 0 ? (one ?? fitFor(negotiation)) : fitFor(negotiation);
    const fit = one;
    const { id, lines, shown, bothSatisfied } = negotiation;
    const features = shown.map((length) => fit.chance(surfaceFeatures(lines.slice(0, length))));
    return {
      id: `casino-${id}`,
      cell: 'casino',
      world: 'open',
      lines,
      outcome: bothSatisfied,
      shown,
      rules: { base: fit.base, features },
    };
  });
}

function drawn<T>(list: readonly T[], count: number | undefined, random: Random): readonly T[] {
  if (count === undefined || count >= list.length) return list;
  return list
    .map((entry, i) => ({ entry, i, key: random.split(i).next() }))
    .sort((a, b) => a.key - b.key)
    .slice(0, count)
    .sort((a, b) => a.i - b.i)
    .map(({ entry }) => entry);
}
