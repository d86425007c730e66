/**
 * Where training's people come from: a recommender's past, or a table of items alone.
 *
 * Of recommender data only the train split is touched. Conversations are held with the users of one fold of it: what they
 * have in mind is drawn from the belief, so that the planner's values, which are expectations under the belief, are true of
 * them. The policies are judged by the users of another fold, who have in mind what they really took; items that nobody took
 * cannot be wanted there, and are left out. In both folds the rarest items of each person were taken away, so that whole
 * items are new (`rareTailFold`).
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
  const fold = (own: number): Promise<RecommendWorld> => openWorld({ data, split: 'fold', seed: own });
  const train = asPolicyWorld(await fold(10_000 + 2 * seed));
  const choose = await fold(10_001 + 2 * seed);
  return { train: byBelief(train), choose: asPolicyWorld(takenOnly(choose)) };
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

/** The same people, with items in mind as the belief has it. */
function byBelief(world: PolicyWorld): PolicyWorld {
  return {
    ...world,
    draw(random) {
      const { user } = world.draw(random.split('user'));
      return { user, target: random.split('target').weighted(world.prior(user)) };
    },
  };
}

function takenOnly(world: RecommendWorld): RecommendWorld {
  const { taken } = world;
  if (taken === undefined) return world;
  return { ...world, prior: (user) => world.prior(user).map((weight, item) => (taken[item] === 1 ? weight : 0)) };
}
