/**
 * Where training's people come from: a recommender's past, or a table of items alone.
 *
 * Of recommender data only the train split is touched. Conversations are held with people of one fold of it and judged with
 * people of another; in both the rarest items of each person were taken away, so that whole items are new (`rareTailFold`).
 * @module
 */
import { type Catalog, indexCatalog, itemFeatures } from '@sente/catalog';
import type { Random } from '@sente/engine';
import { openWorld, type RecommendWorld } from '@sente/lab';
import type { PolicyWorld } from './game.ts';

/** People to learn with, and others to judge by. */
export interface PolicyWorlds {
  readonly train: PolicyWorld;
  readonly choose: PolicyWorld;
}

/** From a directory of recommender data. Rejects with DatasetError. */
export async function dataWorlds(data: string, seed: number): Promise<PolicyWorlds> {
  const fold = async (own: number): Promise<PolicyWorld> =>
    asPolicyWorld(await openWorld({ data, split: 'fold', seed: own }));
  return { train: await fold(10_000 + 2 * seed), choose: await fold(10_001 + 2 * seed) };
}

/** From a table: everybody wants one of its items, the popular ones more often. */
export function catalogWorlds(catalog: Catalog): PolicyWorlds {
  const index = indexCatalog(catalog);
  const { prior } = index;
  const draw = (random: Random): { user: number; target: number } => ({ user: 0, target: random.weighted(prior) });
  const world = { index, features: itemFeatures(index), prior: () => prior, draw };
  return { train: world, choose: world };
}

/** Priors that are kept: conversations of one person come in any order. */
const KEPT = 400;

function asPolicyWorld({ index, features, cases, prior }: RecommendWorld): PolicyWorld {
  const known = new Map<number, Float64Array>();
  return {
    index,
    features,
    prior(user) {
      const found = known.get(user) ?? prior(user);
      if (known.size >= KEPT) known.clear();
      known.set(user, found);
      return found;
    },
    draw: (random) => random.pick(cases),
  };
}
