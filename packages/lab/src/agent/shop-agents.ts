/**
 * The agents of the catalogue world, which need no model. One `sente`, one configuration, for every probe; its passive
 * relatives are the same machine with horizon 0.
 * @module
 */
import type { Agent } from './agent.ts';
import { freshAgent } from './shop-fresh.ts';
import { keeperFor, type ShopTalkOptions, shopTalk } from './shop-talk.ts';

/** Recommends at once, speaks when spoken to, accepts what it may accept, and keeps nothing to itself. */
const BARE: ShopTalkOptions = { horizon: 0, vault: false, foresees: false };

/** Bare, but asks for one attribute a turn, in the order of the columns. */
const REACTIVE: ShopTalkOptions = { ...BARE, asks: 'column order' };

/** The shopkeeper as it ships. */
const SENTE: ShopTalkOptions = { foresees: true };

/** `bare`, `fresh`, `reactive` and `sente`, for scenes with a shop; others throw NoShopError. */
export const shopAgents: readonly Agent[] = [
  agent('bare', BARE),
  freshAgent('fresh', BARE),
  agent('reactive', REACTIVE),
  agent('sente', SENTE),
];

function agent(name: string, options: ShopTalkOptions): Agent {
  return {
    name,
    needsModel: false,
    begin: (scene, { random }) => shopTalk(keeperFor(scene, options, random, name), options),
  };
}
