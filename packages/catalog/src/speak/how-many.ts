/**
 * Answers to "how many are left?" and "how many are blue?".
 * @module
 */
import { countBits } from '../index/bitset.ts';
import { compileWish, matching } from '../index/catalog-index.ts';
import type { Wish } from '../table/wish.ts';
import { capital, counted, grouped } from './grammar.ts';
import { wishPredicate } from './predicates.ts';
import { leftIn, type Scene } from './scene.ts';
import type { Speaker } from './voice.ts';

/** How many items are left, or how many of those left fit one more wish. */
export function sayHowMany(speaker: Speaker, scene: Scene, wish?: Wish): string {
  const { catalog } = scene.index;
  const left = leftIn(scene);
  const total = grouped(catalog.size);
  if (!wish && left === 0) {
    return speaker.say('count.none', [
      `None of the ${total}, as things stand.`,
      `Nothing at the moment, out of ${total}.`,
      `Not one of the ${total} fits everything.`,
    ]);
  }
  if (!wish) {
    return left === catalog.size
      ? speaker.say('count.all', [
          `All ${total}: nothing is ruled out yet.`,
          `Still the whole table, ${counted(left, catalog.noun)}.`,
          `${capital(counted(left, catalog.noun))}, as nothing is ruled out so far.`,
        ])
      : speaker.say('count', [
          `${capital(counted(left, catalog.noun))} of ${total}.`,
          `${grouped(left)} of the ${total} ${left === 1 ? 'is' : 'are'} still in.`,
          `It is ${grouped(left)} now, out of ${total}.`,
        ]);
  }
  const test = compileWish(scene.index, wish);
  let among = 0;
  for (const item of scene.state.belief.items) if (test(item)) among++;
  const inAll = countBits(matching(scene.index, wish));
  if (left === catalog.size) {
    const does = wishPredicate(catalog, wish, inAll !== 1);
    return speaker.say('count.wish-all', [
      `${none(inAll)} of the ${total} ${does}.`,
      `Of the ${total}, ${none(inAll).toLowerCase()} ${does}.`,
    ]);
  }
  const does = wishPredicate(catalog, wish, among !== 1);
  return speaker.say('count.wish', [
    `${among === left ? 'All' : `${none(among)} of the`} ${grouped(left)} left ${does}; ${grouped(inAll)} in the whole table.`,
    `Of the ${grouped(left)} left, ${none(among).toLowerCase()} ${does}. In all there are ${grouped(inAll)}.`,
  ]);
}

function none(count: number): string {
  return count === 0 ? 'None' : grouped(count);
}
