/**
 * A shopper's wishes as a script: one wish a piece, and changes of mind as pieces of their own. Words are those of the
 * lab's shoppers.
 * @module
 */
import type { Wish } from '@sente/catalog';
import type { Random } from '@sente/engine';
import type { Shop } from '../../shop/shop.ts';
import { hearAssistant } from '../../users/hear-assistant.ts';
import { phrase } from '../../users/phrases.ts';
import { fragmentsOf, sayShortly, sayWish } from '../../users/say-wish.ts';
import type { ChangedWish, ShopperIntent } from '../../users/shopper-intent.ts';
import { drawTemperament } from '../../users/temperaments.ts';
import type { Call, Script, Shard } from '../user/script.ts';
import { openShards } from '../user/script.ts';

/** What a piece does to the wishes. */
type Effect =
  | { readonly kind: 'opening' }
  | { readonly kind: 'wish'; readonly wish: Wish }
  | { readonly kind: 'change'; readonly change: ChangedWish };

/** A script, and what its pieces mean. */
export interface ShopScript extends Script {
  /** One a piece. */
  readonly effects: readonly Effect[];
}

/** The pieces of an intent in the order in which they come out unasked. */
export function effectsOf(intent: ShopperIntent): readonly Effect[] {
  const changes = intent.changes ?? [];
  const isLater = (wish: Wish): boolean =>
    changes.some(({ then }) => then === wish || (then !== undefined && same(then, wish)));
  const effects: Effect[] = intent.wishes.filter((wish) => !isLater(wish)).map((wish) => ({ kind: 'wish', wish }));
  for (const change of changes) {
    effects.unshift({ kind: 'wish', wish: change.said });
    effects.splice(Math.min(effects.length, 1 + change.after), 0, { kind: 'change', change });
  }
  return [{ kind: 'opening' }, ...effects];
}

/** Wishes that stand after these pieces were said in this order, and those that were taken back. */
export function standingAfter(
  effects: readonly Effect[],
  said: readonly number[],
): { readonly wishes: readonly Wish[]; readonly takenBack: readonly Wish[] } {
  let wishes: Wish[] = [];
  const takenBack: Wish[] = [];
  for (const place of said) {
    const effect = effects[place];
    if (effect.kind === 'wish') wishes.push(effect.wish);
    if (effect.kind !== 'change') continue;
    const { said: old, then } = effect.change;
    wishes = wishes.filter((wish) => !same(wish, old));
    takenBack.push(old);
    if (then !== undefined) wishes.push(then);
  }
  return { wishes, takenBack };
}

/** Makes the script. Draws the shopper's manner of speaking, then every turn of phrase. */
export function shopScript(shop: Shop, intent: ShopperIntent, random: Random): ShopScript {
  const { style } = drawTemperament(random);
  const { one, many } = shop.catalog.noun;
  const effects = effectsOf(intent);
  const dice = random.split('words');
  const clause = (wish: Wish): string => sayWish(shop, wish, style, dice.split(`${JSON.stringify(wish)} again`));
  const shards = effects.map((effect, place): Shard => shardOf(effect, place));
  const spoken = random.split('spoken');

  function shardOf(effect: Effect, place: number): Shard {
    const own = dice.split(place);
    const core = (wish: Wish): string => fragmentsOf(shop, wish)[0];
    if (effect.kind === 'opening') return { text: phrase('ask-open', style, { one, many }, own), core: one };
    if (effect.kind === 'wish') {
      const wish = sayWish(shop, effect.wish, style, own.split('wish'));
      const short = capital(sayShortly(shop, effect.wish, own.split('short')), style);
      return { text: phrase('also', style, { wish }, own), short, core: core(effect.wish) };
    }
    const { said, then, after } = effect.change;
    const before = effects.findIndex((other) => other.kind === 'wish' && other.wish === said);
    // The opening, the wish itself, and so many others.
    const due = { after: [before], atLeast: 2 + after };
    if (then === undefined) {
      const { label } = shop.catalog.attributes[said.attribute];
      return { text: phrase('withdraw', style, { label }, own), ...due };
    }
    // Not everybody says that they changed their mind: half of the time the new wish just contradicts the old one.
    const isAnnounced = own.split('announced').next() < 0.5;
    const wish = sayWish(shop, then, style, own.split('wish'));
    const text = isAnnounced ? phrase('replace', style, { wish }, own) : capital(wish, style);
    return { text, core: core(then), ...due };
  }

  const attributeOf = (effect: Effect): number | undefined =>
    effect.kind === 'wish'
      ? effect.wish.attribute
      : effect.kind === 'change'
        ? effect.change.said.attribute
        : undefined;
  const placesAbout = (attribute: number): readonly number[] =>
    effects.flatMap((effect, place) => (attributeOf(effect) === attribute ? [place] : []));

  const script: ShopScript = {
    lists: false,
    effects,
    shards,
    full: phrase(
      'open',
      style,
      {
        one,
        many,
        wish: intent.wishes
          .map((wish, k) => (k === 0 ? clause(wish) : capital(clause(wish), style)))
          .join(style === 'terse' ? ', ' : '. '),
      },
      dice.split('full'),
    ),
    standing(said, next) {
      if (said.length === 0) return [];
      const effect = next === undefined ? undefined : effects[next];
      const ends = effect?.kind === 'change' ? effect.change.said : undefined;
      const wishes = standingAfter(effects, said).wishes.filter((wish) => ends === undefined || !same(wish, ends));
      return [shards[0].text, ...wishes.map(clause)];
    },
    callOf(reply, said): Call {
      const heard = hearAssistant(shop, reply);
      const open = openShards(script, said);
      for (const { attribute } of heard.questions) {
        const places = placesAbout(attribute);
        const asked = places.find((place) => open.includes(place));
        if (asked !== undefined) return { kind: 'asked', shard: asked };
      }
      for (const { attribute } of heard.questions) {
        const told = placesAbout(attribute).filter((place) => said.includes(place));
        const isStanding = standingAfter(effects, said).wishes.some((wish) => wish.attribute === attribute);
        if (told.length > 0 && isStanding) return { kind: 'again', shard: told[told.length - 1] };
      }
      if (heard.questions.length > 0) return { kind: 'unrelated' };
      return heard.others.length > 0 && !heard.isOpen && !heard.isClosing ? { kind: 'unrelated' } : { kind: 'open' };
    },
    again(place) {
      const effect = effects[place];
      const wish = effect.kind === 'wish' ? effect.wish : effect.kind === 'change' ? effect.change.then : undefined;
      return wish === undefined ? script.shrug() : phrase('again', style, { wish: clause(wish) }, spoken);
    },
    shrug: () => phrase('indifferent', style, {}, spoken),
    prompt: () => phrase('prompt', style, {}, spoken),
  };
  return script;
}

function capital(words: string, style: string): string {
  return style === 'terse' ? words : words.charAt(0).toUpperCase() + words.slice(1);
}

function same(a: Wish, b: Wish): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
