import type { Catalog, CatalogAct, Fact, Move } from '@sente/catalog';
import { createRandom } from '@sente/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ask, recommend, reportFailure } from './agents/plain-acts.ts';
import { TEMPERAMENTS, type Temperament } from './temperament.ts';
import { OfferUser } from './user.ts';
import { makeWorld } from './world.ts';

/** Three slots of three values; items 0 … 26 are all combinations but those with 2 in slot 0 and 2 in slot 1. */
const { catalog: small } = makeWorld('small', createRandom(1));
const kept = Array.from({ length: 27 }, (_, i) => i).filter(
  (i) => !(Math.floor(i / 9) === 2 && Math.floor(i / 3) % 3 === 2),
);
const catalog: Catalog = {
  ...small,
  size: kept.length,
  attributes: small.attributes.slice(0, 3),
  columns: [9, 3, 1].map((step) => ({ codes: Uint32Array.from(kept, (i) => Math.floor(i / step) % 3) })),
};
const item = (a: number, b: number, c: number): number => kept.indexOf(9 * a + 3 * b + c);

const silent: Temperament = { name: 'silent', volunteers: 0, corrects: 0, explains: 0 };
const open: Temperament = { name: 'open', volunteers: 0, corrects: 1, explains: 1 };

function user(
  wishes: [number, number][],
  influenceability: number,
  temperament = silent,
  seed: number | string = 1,
): OfferUser {
  return new OfferUser(catalog, new Map(wishes), temperament, influenceability, createRandom(seed));
}
const suggest = (attribute: number, value: number): Fact => ({ kind: 'suggest', attribute, value, count: 1, of: 2 });
const relax = (attribute: number, value: number): Fact => ({
  kind: 'relax',
  wishes: [{ kind: 'is', attribute, values: [value] }],
  count: 3,
});
const withFacts = (act: CatalogAct, ...facts: Fact[]): CatalogAct => ({ ...act, facts });
const wishFor = (attribute: number, value: number): unknown => ({
  kind: 'wish',
  wish: { kind: 'is', attribute, values: [value] },
  words: catalog.attributes[attribute].values[value],
});

describe('the made user', () => {
  it('answers what is asked', () => {
    const somebody = user([[0, 2]], 0);
    expect(somebody.reply(ask(0))).toEqual([wishFor(0, 2)]);
    expect(somebody.reply(ask(1))).toEqual([{ kind: 'indifferent', attribute: 1 }]);
    expect(somebody.reply({ kind: 'ask', id: 'q', attribute: 0, value: 1, facts: [] })).toEqual([{ kind: 'no' }]);
    expect(somebody.reply({ kind: 'ask', id: 'q', attribute: 0, value: 2, facts: [] })).toEqual([wishFor(0, 2)]);
  });

  it('takes a recommendation only if an item breaks no standing wish, and says which', () => {
    const wishes: [number, number][] = [
      [0, 1],
      [2, 0],
    ];
    expect(user(wishes, 0).reply(recommend([item(0, 0, 0), item(1, 2, 1)]))).toEqual([{ kind: 'reject' }]);
    expect(user(wishes, 0).reply(recommend([item(0, 0, 0), item(1, 2, 0)]))).toEqual([{ kind: 'accept', rank: 2 }]);
    expect(user(wishes, 0, open).reply(recommend([item(1, 0, 1)]))).toEqual([{ kind: 'reject' }, wishFor(2, 0)]);
  });

  it('takes a suggestion that breaks no wish, as often as it can be influenced', () => {
    for (const [influenceability, expected] of [
      [0, 0],
      [0.5, 0.5],
      [1, 1],
    ]) {
      let taken = 0;
      for (let seed = 0; seed < 400; seed++) {
        const moves = user([[0, 1]], influenceability, silent, `taking ${seed}`).reply(
          withFacts(ask(0), suggest(1, 2)),
        );
        if (moves.some((move) => move.kind === 'wish' && move.wish.attribute === 1)) taken++;
      }
      expect(Math.abs(taken / 400 - expected)).toBeLessThan(0.08);
    }
  });

  it('never takes a suggestion that breaks a wish; sets it right if that is the temperament', () => {
    const act = withFacts(ask(1), suggest(0, 0));
    expect(user([[0, 1]], 1).reply(act)).toEqual([{ kind: 'indifferent', attribute: 1 }]);
    expect(user([[0, 1]], 1, open).reply(act)).toEqual([wishFor(0, 1), { kind: 'indifferent', attribute: 1 }]);
  });

  it('holds on to a value once taken, without counting it as a wish', () => {
    const somebody = user([[0, 1]], 1);
    somebody.reply(withFacts(ask(0), suggest(1, 2)));
    expect(somebody.reply(ask(1))).toEqual([wishFor(1, 2)]);
    expect([...somebody.standing]).toEqual([[0, 1]]);
  });

  it('told of failure, gives a taken value up first: no drift', () => {
    const somebody = user([[0, 2]], 1);
    somebody.reply(withFacts(ask(0), suggest(1, 2)));
    expect(somebody.reply(reportFailure(catalog))).toEqual([{ kind: 'indifferent', attribute: 1 }]);
    expect(somebody.drift).toBe(0);
  });

  it('takes an offered relaxation when influenceable: one wish given up', () => {
    const somebody = user(
      [
        [0, 2],
        [1, 2],
      ],
      1,
    );
    somebody.reply(ask(0));
    somebody.reply(ask(1));
    const act: CatalogAct = { kind: 'offer', id: 'offer', facts: [relax(1, 2)] };
    expect(somebody.reply(act)).toEqual([{ kind: 'indifferent', attribute: 1 }]);
    expect(somebody.drift).toBe(1);
    expect(somebody.reply(recommend([item(2, 0, 0)]))).toEqual([{ kind: 'accept', rank: 1 }]);
  });

  it('hears of a relaxation before looking at what it would bring', () => {
    const somebody = user(
      [
        [0, 2],
        [1, 2],
      ],
      1,
    );
    somebody.reply(ask(0));
    const act = withFacts(recommend([item(2, 0, 0)]), relax(1, 2));
    expect(somebody.reply(act)).toEqual([
      { kind: 'indifferent', attribute: 1 },
      { kind: 'accept', rank: 1 },
    ]);
  });

  it('left alone with failure, relaxes a spoken wish of its own choosing, to another value or to any', () => {
    const seen = new Set<string>();
    for (let seed = 0; seed < 60; seed++) {
      const somebody = user(
        [
          [0, 2],
          [1, 2],
          [2, 1],
        ],
        0,
        silent,
        `own ${seed}`,
      );
      somebody.reply(ask(0));
      somebody.reply(ask(1));
      const act: CatalogAct = { kind: 'offer', id: 'offer', facts: [relax(1, 2)] };
      const [move] = somebody.reply(act);
      expect(somebody.drift).toBe(1);
      if (move.kind === 'indifferent') seen.add(`${move.attribute} any`);
      else if (move.kind === 'wish' && move.wish.kind === 'is') {
        expect(move.wish.values[0]).not.toBe(2);
        seen.add(`${move.wish.attribute} other`);
      }
    }
    expect([...seen].sort()).toEqual(['0 any', '0 other', '1 any', '1 other']);
  });

  it('counts a wish that is given up twice once', () => {
    const somebody = user([[0, 2]], 0, silent, 'twice');
    somebody.reply(ask(0));
    for (let time = 0; time < 6; time++) somebody.reply(reportFailure(catalog));
    expect(somebody.drift).toBe(1);
  });

  it('never gives a wish up, takes what breaks one, or falls silent, whatever is said short of failure', () => {
    const facts = fc.array(
      fc.tuple(fc.nat(2), fc.nat(2)).map(([a, v]) => suggest(a, v)),
      { maxLength: 2 },
    );
    const acts = fc.oneof(
      fc.tuple(fc.nat(2), facts).map(([slot, list]) => withFacts(ask(slot), ...list)),
      fc.tuple(fc.nat(kept.length - 1), facts).map(([shown, list]) => withFacts(recommend([shown]), ...list)),
    );
    fc.assert(
      fc.property(
        fc.array(acts, { maxLength: 12 }),
        fc.nat(),
        fc.constantFrom(...TEMPERAMENTS),
        fc.constantFrom(0, 0.5, 1),
        (list, seed, temperament, influenceability) => {
          const wishes: [number, number][] = [
            [0, 1],
            [1, 2],
          ];
          const somebody = user(wishes, influenceability, temperament, seed);
          for (const act of list) {
            const moves: readonly Move[] = somebody.reply(act);
            expect(moves.length).toBeGreaterThan(0);
            for (const move of moves) {
              if (move.kind !== 'wish' || move.wish.kind !== 'is') continue;
              const own = new Map(wishes).get(move.wish.attribute);
              if (own !== undefined) expect(move.wish.values).toEqual([own]);
            }
            if (moves.some((move) => move.kind === 'accept')) break;
          }
          expect(somebody.drift).toBe(0);
          expect([...somebody.standing]).toEqual(wishes);
        },
      ),
      { numRuns: 200 },
    );
  });
});
