/**
 * Next-token accuracy on held-out texts, plain and with a thought first, in the lab's splits by a proxy's entropy.
 *
 * Source: Dong et al. 2025, "Reinforcement Pre-Training", arXiv 2506.08007, section 4; the splits are nested.
 * @module
 */
import type { Random } from '@sente/engine';
import { TOKEN_SPLITS } from '@sente/lab';
import type { Evaluator } from '../net/evaluator.ts';
import { SPEAKING } from '../objectives/learner.ts';
import { textBatch } from '../objectives/next-token.ts';
import { Thought } from '../objectives/thought.ts';
import type { Sampler } from '../sampler/sampler.ts';
import type { TextAccuracy } from './measured-arm.ts';

const SPLITS = ['easy', 'medium', 'hard'] as const;

/** A place that counts: token `at` of a text, and how unsure the proxy is of it, in nats. */
export interface CountedPlace {
  readonly text: number;
  readonly at: number;
  readonly entropy: number;
}

/** Places of each text that fall into a split, by the proxy. */
export async function countedPlaces(texts: readonly ArrayLike<number>[], proxy: Evaluator): Promise<CountedPlace[]> {
  const places: CountedPlace[] = [];
  await overTexts(texts, proxy, ({ entropies }, row, text) => {
    for (let at = 1; at < Math.min(texts[text].length, proxy.length + 1); at++) {
      const entropy = entropies[row * proxy.length + at - 1];
      if (entropy > TOKEN_SPLITS.easy) places.push({ text, at, entropy });
    }
  });
  return places;
}

/** The likeliest token at each place, against the text. */
export async function plainAccuracy(
  texts: readonly ArrayLike<number>[],
  places: readonly CountedPlace[],
  evaluator: Evaluator,
): Promise<TextAccuracy[]> {
  const likeliest: Int32Array[] = [];
  await overTexts(texts, evaluator, (found, row, text) => {
    likeliest[text] = found.likeliest.slice(row * evaluator.length, (row + 1) * evaluator.length);
  });
  return tally(texts, places, ({ text, at }) => likeliest[text][at - 1]);
}

/** The same with a thought before each place, thought and guess the likeliest. */
export async function thinkingAccuracy(
  texts: readonly ArrayLike<number>[],
  places: readonly CountedPlace[],
  sampler: Sampler,
  random: Random,
): Promise<TextAccuracy[]> {
  const thoughts = places.map(({ text, at }) => {
    return new Thought(Array.from(texts[text]).slice(0, at), texts[text][at], random);
  });
  await sampler.sample(thoughts, { ...SPEAKING, temperature: 0 });
  const guesses = new Map(places.map((place, k) => [place, thoughts[k].guess]));
  return tally(texts, places, (place) => guesses.get(place) ?? -1);
}

function tally(
  texts: readonly ArrayLike<number>[],
  places: readonly CountedPlace[],
  guess: (place: CountedPlace) => number,
): TextAccuracy[] {
  const counts = texts.map(() => ({ easy: [0, 0], medium: [0, 0], hard: [0, 0] }));
  for (const place of places) {
    const isRight = guess(place) === texts[place.text][place.at];
    for (const split of SPLITS.filter((one) => place.entropy > TOKEN_SPLITS[one])) {
      counts[place.text][split][1]++;
      if (isRight) counts[place.text][split][0]++;
    }
  }
  return counts as unknown as TextAccuracy[];
}

async function overTexts(
  texts: readonly ArrayLike<number>[],
  evaluator: Evaluator,
  each: (found: Awaited<ReturnType<Evaluator['run']>>, row: number, text: number) => void,
): Promise<void> {
  for (let from = 0; from < texts.length; from += evaluator.batch) {
    const some = texts.slice(from, from + evaluator.batch);
    const { tokens, targets } = textBatch(some, evaluator);
    const found = await evaluator.run(tokens, targets);
    some.forEach((_, row) => {
      each(found, row, from + row);
    });
  }
}
