import { createRandom } from '@sente/engine';
import { describe, expect, it } from 'vitest';
import { madeTags } from '../testing/made-tags.ts';
import { converse } from './collect.ts';
import { openGame } from './game.ts';
import { type Habits, Person } from './person.ts';
import { catalogWorlds } from './worlds.ts';

const world = catalogWorlds(madeTags()).train;
const { features } = world;
const exact = { turns: 10, noise: 0, unknown: 0, hazard: 0 };
const PEOPLE = 400;

const truth = (feature: number, item: number): boolean => features.has[feature * features.items + item] === 1;

/** People of one kind, each at the beginning of a conversation. */
function people(habits: Habits, setting = exact) {
  const game = openGame(world, setting, 6, habits);
  return Array.from({ length: PEOPLE }, (_, n) => {
    const random = createRandom(n);
    const { user, target } = world.draw(random);
    const person = new Person(target, features, game, random.split('answers'));
    const start = game.domain.start(world.prior(user), person.opening());
    person.begin(start);
    return { person, target, start };
  });
}

const anyItem = Array.from({ length: features.items }, (_, item) => item);
const willDo = (person: Person): number[] => anyItem.filter((item) => person.placeIn([item]) === 1);

describe('people', () => {
  it('of no habits want one item, answer for it, tell nothing else, and stay with it', () => {
    for (const { person, target } of people({})) {
      for (let turn = 1; turn <= 10; turn++) person.passTurn(turn);
      expect(willDo(person)).toEqual([target]);
      for (let feature = 0; feature < features.count; feature++) {
        expect(person.answer(feature)).toBe(truth(feature, target));
        expect(person.tells(feature)).toEqual([]);
      }
    }
  });

  it('take others too, which fit what they open with and are more like it than most', () => {
    const differences = (item: number, target: number): number =>
      Array.from({ length: features.count }, (_, f) => Number(truth(f, item) !== truth(f, target))).reduce(
        (sum, one) => sum + one,
      );
    let [like, all] = [0, 0];
    let several = 0;
    for (const { person, target, start } of people({ others: 2 })) {
      const others = willDo(person).filter((item) => item !== target);
      const opening = person.opening();
      if (others.length === 2) several++;
      for (const other of others) {
        expect(opening === undefined || truth(opening, other)).toBe(true);
        like += differences(other, target) / others.length;
      }
      all += others.length && differences(start.items[start.count >> 1], target);
    }
    expect(several).toBeGreaterThan(0.8 * PEOPLE);
    expect(like).toBeLessThan(0.7 * all);
  });

  it('tell one or two more features that their item has, as often as is their habit', () => {
    let told = 0;
    let more = 0;
    for (const { person, target } of people({ tells: 0.4 })) {
      const besides = person.tells(0);
      expect(person.tells(0)).toEqual(besides);
      expect(new Set(besides).size).toBe(besides.length);
      for (const feature of besides) {
        expect(truth(feature, target)).toBe(true);
        expect([0, person.opening()]).not.toContain(feature);
      }
      if (besides.length > 0) told++;
      if (besides.length > 1) more++;
    }
    expect(told / PEOPLE).toBeGreaterThan(0.25);
    expect(told / PEOPLE).toBeLessThan(0.45);
    expect(more).toBeGreaterThan(0);
    expect(more).toBeLessThan(told / 2);
  });

  it('change their wish at most once, to what fits their opening, and answer for the new one', () => {
    let changed = 0;
    for (const { person, target } of people({ changes: 0.1 })) {
      const wanted = [target];
      for (let turn = 1; turn <= 40; turn++) {
        person.passTurn(turn);
        const [now] = willDo(person);
        if (now !== wanted.at(-1)) wanted.push(now);
      }
      expect(wanted.length).toBeLessThanOrEqual(2);
      const now = wanted[wanted.length - 1];
      const opening = person.opening();
      expect(opening === undefined || truth(opening, now)).toBe(true);
      expect(person.answer(3)).toBe(truth(3, now));
      if (wanted.length === 2) changed++;
    }
    expect(changed).toBeGreaterThan(0.8 * PEOPLE);
  });

  it('err as often as is their habit, whatever the policy is told', () => {
    const told = { ...exact, noise: 0.2 };
    const wrong = (habits: Habits): number =>
      people(habits, told).filter(({ person, target }) => person.answer(5) !== truth(5, target)).length / PEOPLE;
    expect(wrong({})).toBeGreaterThan(0.13);
    expect(wrong({ noise: 0.02 })).toBeLessThan(0.06);
  });
});

it('in conversation what is told unasked is heard, and takes no turn', () => {
  const game = openGame(world, exact, 6, { tells: 1 });
  let heard = 0;
  for (let n = 0; n < 100; n++) {
    const steps = converse(world, game, ({ able }) => (able > 1 ? 1 : 0), createRandom(n));
    steps.slice(1).forEach(({ at }, k) => {
      const before = steps[k].at.state;
      expect(at.state.turn).toBe(before.turn + 1);
      const asked = (state: typeof before): number => state.asked.reduce((sum, one) => sum + one, 0);
      heard += Math.max(0, asked(at.state) - asked(before) - 1);
    });
  }
  expect(heard).toBeGreaterThan(50);
});
