/**
 * The shopper that the planner expects: the same words, but turns taken as the planner's own model of users takes them.
 *
 * Figures with it stand beside those with strangers. Only this file looks at the planner's model.
 * @module
 */
import { SHOPPER_MODEL } from '@sente/catalog';
import type { Random } from '@sente/engine';
import type { Shop } from '../shop/shop.ts';
import { createShopper, type ShopperKind } from './shopper.ts';
import type { Temperament } from './user.ts';

/** Chance that a suggestion which breaks a wish is set right, as the planner has it. */
const MATCHED_CORRECTS: number = SHOPPER_MODEL.outspoken;

/**
 * What the planner takes a user for: answers what it is asked, truly and for ever; adds nothing, explains nothing; is
 * swayed with a chance of its own, drawn from the planner's prior; sets a wrong suggestion right with chance `outspoken`.
 */
export function matchedTemperament(random: Random): Temperament {
  return {
    name: 'matched',
    volunteers: 0,
    explains: 0,
    influenceable: drawShare(SHOPPER_MODEL.influenceability, random.split('influenceable')),
    guarded: 0,
    noise: 0,
    unknown: 0,
    patience: Number.MAX_SAFE_INTEGER,
    style: 'plain',
  };
}

/** What a shopper of this temperament has beside it: the matched one sets suggestions right as the planner has it. */
export function mannerOf({ name }: Temperament): { readonly corrects?: number } {
  return name === 'matched' ? { corrects: MATCHED_CORRECTS } : {};
}

/** The kind of user that shops as the planner expects; the temperament given is left aside. */
export function matchedShopperKind(shop: Shop): ShopperKind {
  return {
    name: 'matched',
    begin: (intent, _, random) =>
      createShopper(shop, intent, matchedTemperament(random), random, { corrects: MATCHED_CORRECTS }),
  };
}

/** A draw from a beta distribution of whole counts: the a-th smallest of a + b − 1 uniform numbers. */
function drawShare([a, b]: readonly [number, number], random: Random): number {
  const [first, total] = [Math.max(1, Math.round(a)), Math.max(1, Math.round(a) + Math.round(b) - 1)];
  const draws = Array.from({ length: total }, () => random.next()).sort((x, y) => x - y);
  return draws[first - 1];
}
