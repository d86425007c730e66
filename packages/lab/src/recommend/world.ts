/**
 * Where the cases come from: LastFM, where a person has it, a table of one's own, or the made catalogue that ships.
 * @module
 */
import {
  builtinCatalog,
  type CatalogIndex,
  createInteractionPrior,
  type Interactions,
  type ItemFeatures,
  indexCatalog,
  itemFeatures,
  learnTasteWeights,
  loadLastfm,
  rareTailFold,
  type TasteWeights,
} from '@sente/catalog';
import { createRandom } from '@sente/engine';
import { madeWorld, type PlainTable } from './made-world.ts';

/** One case: a user who has one item in mind. */
export interface RecommendCase {
  readonly user: number;
  readonly target: number;
}

/** What the conversations are about. */
export interface RecommendWorld {
  readonly index: CatalogIndex;
  readonly features: ItemFeatures;
  readonly cases: readonly RecommendCase[];
  /** Weight of every item for a user, before anything is said. */
  readonly prior: (user: number) => Float64Array;
  /** Of a fold: 1 for every item that somebody took. What nobody took yet cannot be wanted there. */
  readonly taken?: Uint8Array;
}

/** A split that the data does not have. */
export class UnknownSplitError extends Error {
  constructor(split: string, known: readonly string[]) {
    super(`the data has no split '${split}'; it has: ${known.join(', ')}`);
    this.name = 'UnknownSplitError';
  }
}

/** Where to look. */
export interface WorldSetup {
  /** Directory of the LastFM data; `catalog` when absent. */
  readonly data?: string;
  /** A table of items without a past; the made catalogue that ships when absent. */
  readonly catalog?: PlainTable;
  /** Of data: `valid` or `test`; `fold` is a fold of train, with all items of the catalogue there to be mistaken for the target. */
  readonly split: string;
  readonly seed: number;
  /** Weights of the prior, where they are known already: learning them takes a second or two. */
  readonly weights?: TasteWeights;
}

/** Opens it. Throws DatasetError when the files are not right, UnknownSplitError. */
export async function openWorld(setup: WorldSetup): Promise<RecommendWorld & { readonly weights?: TasteWeights }> {
  const random = createRandom(setup.seed).split('recommend');
  if (setup.data === undefined) return madeWorld(setup.catalog ?? builtinCatalog(), random);
  const data = await loadLastfm(setup.data);
  const index = indexCatalog(data.catalog);
  const features = itemFeatures(index);
  if (setup.split === 'fold') {
    const fold = rareTailFold(data.train, data.catalog.size, random.split('fold'));
    const weights = setup.weights ?? learnTasteWeights(features, fold.kept, random.split('taste'));
    const taken = new Uint8Array(features.items);
    for (const list of data.train) for (const item of list) taken[item] = 1;
    return { ...historyWorld(index, features, fold.kept, fold.held, weights), taken };
  }
  const split = setup.split === 'valid' ? data.valid : setup.split === 'test' ? data.test : undefined;
  if (!split) {
    const known = ['fold', ...(data.valid ? ['valid'] : []), ...(data.test ? ['test'] : [])];
    throw new UnknownSplitError(setup.split, known);
  }
  const weights = setup.weights ?? learnTasteWeights(features, data.train, random.split('taste'));
  return historyWorld(index, features, data.train, split, weights);
}

function historyWorld(
  index: CatalogIndex,
  features: ItemFeatures,
  past: Interactions,
  future: Interactions,
  weights: TasteWeights,
): RecommendWorld & { readonly weights: TasteWeights } {
  return { index, features, cases: pairs(future), prior: createInteractionPrior(features, past, weights), weights };
}

function pairs(interactions: Interactions): RecommendCase[] {
  return interactions.flatMap((list, user) => Array.from(list, (target) => ({ user, target })));
}
