/**
 * What a conversation is played on: the script, the scorer, and what an answer can be reproached with.
 * @module
 */
import type { Random } from '@sente/engine';
import type { Scene } from '../agent/agent.ts';
import type { Json } from '../probe/played.ts';
import { shopScene } from '../shop/scene.ts';
import { hikingShop } from '../shop/shop.ts';
import type { HoldCase, ShopCase } from './case.ts';
import { itemsIn, itemsScorer } from './score/items.ts';
import type { Scorer } from './score/scorer.ts';
import { faultsOf } from './shop/faults.ts';
import { type ShopScript, shopScript, standingAfter } from './shop/shop-script.ts';
import type { Script } from './user/script.ts';
import { textScript } from './user/text-script.ts';

/** What an answer is reproached with beside its score; wishes as keys, so that each counts once a conversation. */
export interface Reproach {
  /** Whether what is needed had not been said yet. */
  readonly isPremature: boolean;
  readonly broken: readonly string[];
  readonly kept: readonly string[];
  /** In words, for a person who reads the conversation. */
  readonly words: readonly string[];
}

/** A case, set up. */
interface HoldTable {
  readonly scene: Scene;
  readonly script: Script;
  readonly scorer: Scorer;
  readonly gold: Json;
  /** Whether wishes are taken back on the way. */
  readonly changes: boolean;
  reproach(answer: string, said: readonly number[]): Reproach;
}

/** There is no scorer for a kind of task. */
export class NoScorerError extends Error {
  constructor(task: string) {
    super(
      `hold: nothing scores the task “${task}”: give createHoldProbe a scorer for it, { scorers: { ${JSON.stringify(task)}: … } }`,
    );
    this.name = 'NoScorerError';
  }
}

/** Sets a case up. `random` draws the user's words. Throws NoScorerError. */
export function setUp(holdCase: HoldCase, scorers: Readonly<Record<string, Scorer>>, random: Random): HoldTable {
  if (holdCase.world === 'shop') return shopTable(holdCase, random);
  const scorer = scorers[holdCase.task];
  if (scorer === undefined) throw new NoScorerError(holdCase.task);
  const count = holdCase.shards.length;
  return {
    scene: { instructions: holdCase.instructions },
    script: textScript(holdCase, random),
    scorer,
    gold: holdCase.gold,
    changes: false,
    reproach: (_, said) => ({ isPremature: said.length < count, broken: [], kept: [], words: [] }),
  };
}

function shopTable({ intent, shelf }: ShopCase, random: Random): HoldTable {
  const shop = hikingShop();
  const script: ShopScript = shopScript(shop, intent, random);
  return {
    scene: shopScene(shop, { shelf }),
    script,
    scorer: itemsScorer(shop),
    gold: intent.acceptable,
    changes: (intent.changes?.length ?? 0) > 0,
    reproach(answer, said) {
      const items = itemsIn(shop, answer);
      const { broken, kept, isPremature } = faultsOf(
        shop.catalog,
        items,
        standingAfter(script.effects, said),
        intent.acceptable,
      );
      const labels = (wishes: typeof broken): string =>
        wishes.map((wish) => shop.catalog.attributes[wish.attribute].label).join(', ');
      return {
        isPremature,
        broken: broken.map((wish) => JSON.stringify(wish)),
        kept: kept.map((wish) => JSON.stringify(wish)),
        words: [
          ...(broken.length > 0 ? [`against what was said on ${labels(broken)}`] : []),
          ...(kept.length > 0 ? [`still by what was taken back on ${labels(kept)}`] : []),
        ],
      };
    },
  };
}
