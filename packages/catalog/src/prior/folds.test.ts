import { createRandom } from '@sente/engine';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rareTailFold } from './folds.ts';

const lists = fc.array(fc.uniqueArray(fc.nat(49), { maxLength: 20 }), { minLength: 1, maxLength: 12 });

test('nothing is lost, nothing is in both parts, and each user gives up their share', () => {
  fc.assert(
    fc.property(lists, fc.nat(99), fc.constantFrom(0, 0.3, 1), (users, seed, share) => {
      const { kept, held } = rareTailFold(
        users.map((list) => Uint32Array.from(list)),
        50,
        createRandom(seed),
        share,
      );
      users.forEach((list, user) => {
        const both = [...kept[user], ...held[user]];
        expect(both.toSorted((a, b) => a - b)).toEqual(list.toSorted((a, b) => a - b));
        expect(held[user].length).toBe(Math.round(share * list.length));
      });
    }),
  );
});

test('what is held out is rare, some of it gone altogether; all users have one order of what is rare', () => {
  // Item i is taken by the first 50 − i users.
  const users = Array.from({ length: 50 }, (_, user) => Uint32Array.from({ length: 50 - user }, (_, item) => item));
  const { kept, held } = rareTailFold(users, 50, createRandom(1), 0.3, 0);
  held.forEach((list, user) => {
    for (const item of list) for (const other of kept[user]) expect(item).toBeGreaterThan(other);
  });
  const left = new Set(kept.flatMap((list) => [...list]));
  expect(left.size).toBeLessThan(50);
  const noisy = rareTailFold(users, 50, createRandom(1), 0.3, 1);
  const before = (a: number, b: number): boolean =>
    noisy.held.some((list, user) => list.includes(a) && noisy.kept[user].includes(b));
  for (let a = 0; a < 50; a++) for (let b = 0; b < a; b++) expect(before(a, b) && before(b, a)).toBe(false);
});

test('the same stream makes the same fold', () => {
  const users = [Uint32Array.of(4, 2, 9, 1, 7), Uint32Array.of(2, 7)];
  expect(rareTailFold(users, 10, createRandom(3))).toEqual(rareTailFold(users, 10, createRandom(3)));
});
