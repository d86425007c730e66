import { createRandom } from '@sente/engine';
import { describe, expect, it } from 'vitest';
import { drawPrefix, takeUp } from './prefix.ts';

const random = createRandom('prefix test');

describe('drawPrefix', () => {
  it('stands where it is said to stand', () => {
    for (let k = 0; k < 200; k++) {
      const opening = takeUp(drawPrefix(random.split(k), 'opening'));
      expect(opening.turns).toEqual([opening.user.opening]);
      expect(opening.user.known().turns).toBe(0);
      const asked = takeUp(drawPrefix(random.split(k), 'question')).user.known();
      expect(asked).toMatchObject({ turns: 1, rejected: [] });
      const rejected = takeUp(drawPrefix(random.split(k), 'rejection')).user.known();
      expect(rejected.turns).toBe(1);
      expect(rejected.rejected.length).toBe(1);
    }
  });

  it('has said a second piece where a request comes in pieces', () => {
    for (let k = 0; k < 100; k++) {
      const prefix = drawPrefix(random.split(k), 'pieces');
      const { user } = takeUp(prefix);
      expect(prefix.episode.later.length).toBeGreaterThan(0);
      expect(user.known().wishes[prefix.episode.later[0]]).toEqual(prefix.episode.wishes[prefix.episode.later[0]]);
    }
  });

  it('says when there is no such place', () => {
    const situation = { openness: 'closed', hurry: 'plain', reliability: 'sure' } as const;
    expect(() => drawPrefix(random, 'rejection', { situation })).toThrow(RangeError);
  });
});
