import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { builtinCatalog } from '../data/builtin.ts';
import { CATALOGS } from './catalogs.test.support.ts';
import type { HearContext } from './context.ts';
import { EXAMPLES } from './examples.test.support.ts';
import { fits } from './fits.ts';
import { createListener } from './listener.ts';
import { inShortAll } from './meaning.test.support.ts';

const { laptops, trips } = CATALOGS;
const listen = createListener(laptops);
const short = (text: string, context: HearContext = {}): string => inShortAll(laptops, listen(text, context));

const words = [...new Set(EXAMPLES.flatMap(([, , text]) => text.split(/\s+/)))];
const talk = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(fc.constantFrom(...words), { maxLength: 30 }).map((list) => list.join(' ')),
);
const context: fc.Arbitrary<HearContext> = fc.record(
  {
    asked: fc.record({ attribute: fc.nat({ max: laptops.attributes.length - 1 }) }),
    recommended: fc.array(fc.nat({ max: laptops.size - 1 }), { maxLength: 4 }),
    choices: fc.array(fc.string({ maxLength: 12 }), { maxLength: 3 }),
    wishes: fc.array(
      fc.record({
        kind: fc.constant('range' as const),
        attribute: fc.constant(2),
        high: fc.integer({ min: 0, max: 3000 }),
      }),
      { maxLength: 2 },
    ),
  },
  { requiredKeys: [] },
);

describe('whatever is typed', () => {
  test('gives at least one move about attributes and values that exist, and never throws', () => {
    fc.assert(
      fc.property(talk, context, (text, given) => {
        const moves = listen(text, given);
        expect(moves.length).toBeGreaterThan(0);
        for (const move of moves) {
          const about =
            'wish' in move && move.wish ? move.wish.attribute : 'attribute' in move ? move.attribute : undefined;
          if (about === undefined) continue;
          const attribute = laptops.attributes[about];
          expect(attribute).toBeDefined();
          if (move.kind !== 'wish') continue;
          if (move.wish.kind === 'range') {
            expect(attribute.type).toBe('number');
            const { low, high } = move.wish;
            expect(low ?? high).toBeTypeOf('number');
            if (low !== undefined && high !== undefined) expect(low).toBeLessThanOrEqual(high);
          } else {
            expect(move.wish.values.length).toBeGreaterThan(0);
            for (const value of move.wish.values) expect(attribute.values[value]).toBeDefined();
          }
        }
      }),
      { numRuns: 1500 },
    );
  });

  test('is heard the same the second time, and by another listener', () => {
    const other = createListener(laptops);
    fc.assert(
      fc.property(talk, context, (text, given) => {
        const moves = listen(text, given);
        expect(listen(text, given)).toEqual(moves);
        expect(other(text, given)).toEqual(moves);
      }),
      { numRuns: 200 },
    );
  });

  test('is not changed by what stands after 2,000 characters', () => {
    const long = `red ${'and so on '.repeat(300)}`;
    expect(listen(`${long} blue`, {})).toEqual(listen(long, {}));
  });

  test('makes no wish of filler words', () => {
    const filler = fc.array(
      fc.constantFrom(
        ...'well so I think that it would be nice to have something please just for me and you know the one thing we talked about okay then let us see what there is'.split(
          ' ',
        ),
      ),
      { minLength: 1, maxLength: 15 },
    );
    fc.assert(
      fc.property(filler, (list) => {
        for (const move of listen(list.join(' '), {})) expect(['wish', 'compare', 'withdraw']).not.toContain(move.kind);
      }),
    );
  });

  test('comes to an end at once, however nasty', () => {
    const nasty = [
      'a ',
      'not ',
      '1,2.3,',
      '1-',
      '- ',
      "don't ",
      'x',
      'lenvo redd blak ',
      'between 1 and ',
      'at least ',
      'the first ',
      '((((',
      'a,b;',
      '0.0.0.',
    ];
    // Milliseconds, with much room for a machine that does other work: what grows without bound takes minutes.
    for (const piece of nasty) {
      const text = piece.repeat(Math.ceil(2000 / piece.length)).slice(0, 2000);
      let best = Number.POSITIVE_INFINITY;
      for (let run = 0; run < 4; run++) {
        const start = performance.now();
        listen(text, { recommended: [1, 2, 3] });
        best = Math.min(best, performance.now() - start);
      }
      expect(best, piece).toBeLessThan(1000);
    }
  });
});

describe('the words of a move', () => {
  test('are the user’s own, with what turns them round', () => {
    expect(listen("I'd like a Blue one but no Dell, under €1,000", {})).toMatchObject([
      { words: 'Blue' },
      { words: 'no Dell' },
      { words: 'under €1,000' },
    ]);
  });

  test('of what was not understood come with values that look alike', () => {
    expect(listen('lenivoo', {})).toEqual([
      {
        kind: 'unclear',
        words: 'lenivoo',
        nearest: [{ attribute: 0, value: laptops.attributes[0].values.indexOf('Lenovo') }],
      },
    ]);
  });
});

describe('superlatives', () => {
  test('look among what fits the standing wishes', () => {
    const apple = laptops.attributes[0].values.indexOf('Apple');
    expect(short('the cheapest')).toBe('price <= 449');
    expect(short('the cheapest', { wishes: [{ kind: 'is', attribute: 0, values: [apple] }] })).toBe('price <= 1199');
  });
});

test('a catalogue’s own synonyms come before the general ones', () => {
  const [first, ...rest] = trips.attributes;
  const own = createListener({
    ...trips,
    attributes: [
      { ...first, synonyms: { attribute: ['corner'], values: { 'West Coast': ['seaside', 'easy'] } } },
      ...rest,
    ],
  });
  expect(inShortAll(trips, own('the seaside', {}))).toBe('region: West Coast');
  expect(inShortAll(trips, own('any corner', {}))).toBe('any region');
});

test('ten thousand values are heard as well as ten', () => {
  const values = Array.from({ length: 10_000 }, (_, i) => `artist ${i.toString(36)}x${(i * 7919) % 9973}`);
  const base = laptops.attributes[0];
  const listenBig = createListener({
    ...laptops,
    attributes: [{ ...base, values }, ...laptops.attributes.slice(1)],
  });
  expect(listenBig(values[7777], {})).toMatchObject([
    { kind: 'wish', wish: { kind: 'is', attribute: 0, values: [7777] } },
  ]);
});

describe('the catalogue’s own words', () => {
  const named = Object.entries({ ...CATALOGS, builtin: builtinCatalog() });
  test.each(named)('every value of %s, said alone in reply to its question, is that value', (_, catalog) => {
    const listen = createListener(catalog);
    catalog.attributes.forEach(({ type, values }, attribute) => {
      if (type === 'number' || type === 'boolean') return;
      values.forEach((value, code) => {
        expect(listen(value, { asked: { attribute } }), value).toMatchObject([
          { kind: 'wish', wish: { kind: 'is', attribute, values: [code] } },
        ]);
      });
    });
  });

  test.each(named)(
    'every range of %s, said alone in reply to its question, takes in the numbers inside it',
    (_, catalog) => {
      const listen = createListener(catalog);
      catalog.attributes.forEach(({ type, values }, attribute) => {
        if (type !== 'number') return;
        values.forEach((label, code) => {
          const [move, ...rest] = listen(label, { asked: { attribute } });
          expect(rest, label).toEqual([]);
          if (move.kind !== 'wish') throw new Error(`“${label}” gave ${move.kind}`);
          expect(move.wish.attribute, label).toBe(attribute);
          const { codes } = catalog.columns[attribute];
          for (let item = 0; item < catalog.size; item++) {
            if (codes[item] === code) expect(fits(catalog, item, move.wish), `${label}, item ${item}`).toBe(true);
          }
        });
      });
    },
  );
});
