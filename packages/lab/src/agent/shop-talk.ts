/**
 * A shopkeeper of the catalogue as an agent's side of a conversation.
 * @module
 */
import { createShopkeeper, type KeeperReply, type Shopkeeper, type ShopkeeperOptions } from '@sente/catalog';
import type { Random } from '@sente/engine';
import type { AgentContext, AgentTurn, ForecastQuestion, Scene, Talk } from './agent.ts';

/** A scene without a table was given to an agent that knows nothing else. */
export class NoShopError extends Error {
  override readonly name = 'NoShopError';

  constructor(agent: string) {
    super(
      `the agent “${agent}” of the catalogue needs a scene with a shop: give the case a table, or the run a --model`,
    );
  }
}

/** What the agents of the catalogue have in common: the shopkeeper's own settings, and whether it foresees. */
export interface ShopTalkOptions extends Pick<ShopkeeperOptions, 'horizon' | 'vault' | 'asks'> {
  /** Whether it forecasts and foresees, or gives a half and equal chances. */
  readonly foresees: boolean;
}

/** Opens a shopkeeper for a scene. Secrets called `reserve/ITEM` are reserve prices. */
export function keeperFor(scene: Scene, options: ShopTalkOptions, random: Random, agent: string): Shopkeeper {
  if (!scene.shop) throw new NoShopError(agent);
  const { horizon, vault, asks } = options;
  const reserves = (scene.secrets ?? []).flatMap(({ id, value }) => {
    const item = /^reserve\/(\d+)$/.exec(id)?.[1];
    return item === undefined ? [] : [{ item: Number(item), price: Number(value) }];
  });
  return createShopkeeper(scene.shop.catalog, {
    ...(horizon !== undefined && { horizon }),
    ...(vault !== undefined && { vault }),
    ...(asks !== undefined && { asks }),
    goals: scene.goals ?? [],
    reserves,
    seed: seedOf(random),
  });
}

/** A seed off the conversation's dice. */
function seedOf(random: Random): number {
  return random.split('shopkeeper').integer(2 ** 32);
}

/** Candidates of a decision that are kept: nobody reads more, and a run has many decisions. */
const SHOWN = 6;

function rounded<Shown extends { readonly value: number; readonly error: number }>(shown: Shown): Shown {
  return { ...shown, value: Number(shown.value.toPrecision(4)), error: Number(shown.error.toPrecision(2)) };
}

/** The turn as the lab keeps it. */
export function asTurn({ text, act, decision }: KeeperReply): AgentTurn {
  return { text, act, decision: { ...decision, candidates: decision.candidates.slice(0, SHOWN).map(rounded) } };
}

/** The agent's side of a conversation with a shopkeeper. */
export function shopTalk(keeper: Shopkeeper, { foresees }: ShopTalkOptions): Talk {
  return {
    open: async () => asTurn(keeper.open()),
    say: async (text) => asTurn(keeper.say(text)),
    notice: async (event) => asTurn(keeper.notice(event)),
    forecast: async ({ id }: ForecastQuestion) => (!foresees ? 0.5 : id === 'buys' ? keeper.forecast() : undefined),
    foresee: async (next) => (foresees ? keeper.foresee(next) : next.map(() => 1 / next.length)),
    fork: ({ random }: AgentContext) => shopTalk(keeper.fork(seedOf(random)), { foresees }),
  };
}
