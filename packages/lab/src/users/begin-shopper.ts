/**
 * The shopper that a person asked for: a stranger, one of a named temperament, one that the planner expects, or a model.
 * @module
 */
import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { Random } from '@sente/engine';
import type { PlayOptions } from '../probe/probe.ts';
import type { Shop } from '../shop/shop.ts';
import { mannerOf, matchedTemperament } from './matched-shopper.ts';
import { playShopper } from './model-user.ts';
import { createShopper, type ShopperOptions } from './shopper.ts';
import type { ShopperIntent } from './shopper-intent.ts';
import { drawTemperament } from './temperaments.ts';
import type { Temperament, UserTalk } from './user.ts';

/** Begins a shopper's side of a play. `random` is the user's stream, `model` the play's model for the role `user`. */
export function beginShopper(
  shop: Shop,
  intent: ShopperIntent,
  play: Pick<PlayOptions, 'user' | 'noise' | 'unknown'>,
  random: Random,
  model?: LanguageModelV4,
  options: ShopperOptions = {},
): UserTalk {
  const temperament = temperamentFor(play, random);
  if (model) return playShopper(shop, intent, temperament, model, options.opening?.text);
  return createShopper(shop, intent, temperament, random, { ...mannerOf(temperament), ...options });
}

/** The temperament of a play's user: `strangers` (drawn) unless `matched` or a temperament is named. */
export function temperamentFor(
  { user = 'strangers', noise, unknown }: Pick<PlayOptions, 'user' | 'noise' | 'unknown'>,
  random: Random,
): Temperament {
  if (user === 'matched') return matchedTemperament(random);
  const settings = { ...(noise !== undefined && { noise }), ...(unknown !== undefined && { unknown }) };
  return drawTemperament(random, user === 'strangers' ? settings : { ...settings, name: user });
}
