import { describe, expect, it } from 'vitest';
import { CELLS } from './cells.ts';
import { caseAt, type OfferSetup, prepareOffer } from './play.ts';

const setup: OfferSetup = { seed: 3, agents: ['efficient', 'sente'], users: 4, turns: 30, user: 'mixed' };

describe('numbered cases', () => {
  it('cover every user of every cell once', () => {
    const seen = Array.from({ length: CELLS.length * 4 }, (_, number) => caseAt(number, 4));
    const names = new Set(seen.map(({ cell, user }) => `${cell}/${user}`));
    expect(names.size).toBe(CELLS.length * 4);
    for (const { cell, user } of seen) {
      expect(cell).toBeLessThan(CELLS.length);
      expect(user).toBeLessThan(4);
    }
  });

  it('are the same played in order, alone, or backwards: nothing is carried over that matters', () => {
    const numbers = Array.from({ length: 48 }, (_, number) => number);
    const inOrder = numbers.map(prepareOffer(setup));
    const backwards = [...numbers].reverse().map(prepareOffer(setup)).reverse();
    expect(backwards).toEqual(inOrder);
    for (const number of [0, 13, 26, 47]) expect(prepareOffer(setup)(number)).toEqual(inOrder[number]);
  });

  it('meet the same person at every influenceability', () => {
    const play = prepareOffer(setup);
    for (let number = 0; number < 48; number += 3) {
      const [first, second, third] = [play(number), play(number + 1), play(number + 2)];
      expect(second.wishes).toBe(first.wishes);
      expect(third.told[0]).toEqual(first.told[0]);
    }
  });
});
