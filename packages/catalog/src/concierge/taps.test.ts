import { createRandom } from '@sente/engine';
import { describe, expect, test } from 'vitest';
import { builtinCatalog } from '../data/builtin.ts';
import type { CatalogAct } from '../domain/act.ts';
import { addWish, type CatalogState, startState } from '../domain/state.ts';
import { CATALOGS } from '../hear/catalogs.test.support.ts';
import { createListener } from '../hear/listener.ts';
import { indexCatalog } from '../index/catalog-index.ts';
import { answersTo } from '../speak/options.ts';
import { sampleCatalog } from '../speak/sample.test.support.ts';
import { sayAgain, speak } from '../speak/speak.ts';
import { createSpeaker, SILENT } from '../speak/voice.ts';
import { sayWhy } from '../speak/why.ts';
import { catalogFromRows } from '../table/rows.ts';
import { startDialogue } from './dialogue.ts';
import { tapsFor } from './taps.ts';

/** Few distinct numbers, of which a question names some together; numbers below 0; prices without a currency. */
function bicycles() {
  const random = createRandom('bicycles');
  const rows = Array.from({ length: 120 }, (_, i) => ({
    name: `Bicycle ${i}`,
    kind: random.pick(['city', 'road', 'electric', 'gravel', 'folding', 'cargo']),
    price: 300 + 10 * random.integer(400),
    gears: random.pick([1, 3, 7, 8, 11, 12]),
    stars: random.pick([1, 2, 3, 4, 5]),
    frost: random.integer(41) - 30,
  }));
  return catalogFromRows(rows, {
    name: 'bicycles',
    noun: 'bicycle',
    columns: {
      name: { type: 'name' },
      kind: { type: 'category' },
      price: { type: 'number', question: 'What may it cost?' },
      gears: { type: 'number' },
      stars: { type: 'number', unit: 'stars' },
      frost: { type: 'number', unit: '°C', label: 'lowest temperature' },
    },
  });
}

const TABLES = [
  ['the sample', sampleCatalog()],
  ['the catalogue that ships', builtinCatalog()],
  ['bicycles', bicycles()],
] as const;

test.each(TABLES)('an answer that is offered, sent back as it stands, is heard as that answer: %s', (_, catalog) => {
  const index = indexCatalog(catalog);
  const listen = createListener(catalog);
  const state = startState(index);
  catalog.attributes.forEach((attribute, position) => {
    if (!attribute.askable || attribute.type === 'boolean') return;
    for (const { words, count } of answersTo({ index, state }, position).options) {
      const moves = listen(words, { asked: { attribute: position } });
      expect(moves, `${attribute.label}: ${words}`).toHaveLength(1);
      const [move] = moves;
      if (move.kind !== 'wish') throw new Error(`${words} was heard as ${move.kind}`);
      expect(move.wish.attribute, words).toBe(position);
      const left = addWish(index, state, move.wish, words).belief.items.length;
      // A price range is heard with both its bounds; a bound itself may be counted in or out.
      expect(Math.abs(left - count) / catalog.size, `${attribute.label}: ${words}`).toBeLessThan(0.06);
    }
  });
});

/** The answers that a question lists at its end, as they would be on taps; undefined where it lists none. */
function listedIn(text: string): string[] | undefined {
  const list = /(?::|\?) ([^:?]+)\?$/.exec(text)?.[1];
  const listed = list === undefined ? [] : parts(list.toLowerCase());
  return listed.length > 1 ? listed : undefined;
}

/** Answers said in a row come apart at commas and "or". */
function parts(list: string): string[] {
  return list.split(/, or |, | or /);
}

/** What a question calls its answers: an open end at the end of the list is "more". */
function calledInList(taps: readonly string[]): string[] {
  const last = taps[taps.length - 1];
  const called = last.endsWith(' or more') && taps.length > 1 ? [...taps.slice(0, -1), 'more'] : taps;
  return parts(called.join(', ').toLowerCase());
}

describe.each([...TABLES, ...Object.entries(CATALOGS)])('short replies under a question: %s', (_, catalog) => {
  const index = indexCatalog(catalog);
  const ask = (attribute: number): CatalogAct => ({ kind: 'ask', attribute, id: `ask:${attribute}`, facts: [] });
  const states = [startState(index), halved(startState(index))];

  /** The state in which some of the items are left. */
  function halved(state: CatalogState): CatalogState {
    const position = catalog.attributes.findIndex(({ type }) => type === 'category');
    const values = catalog.attributes[position].values.map((_value, value) => value).filter((value) => value % 2 === 0);
    return addWish(index, state, { kind: 'is', attribute: position, values }, 'some');
  }

  test('are the answers that the question lists, asked for the first time and again', () => {
    let listed = 0;
    for (const state of states) {
      catalog.attributes.forEach(({ askable, type, question = '' }, position) => {
        if (!askable || type === 'boolean') return;
        const scene = { index, state };
        const taps = tapsFor(index, { ...startDialogue(index), state }, ask(position));
        expect(taps.at(-1)).toBe('I don’t mind');
        const answers = calledInList(taps.slice(0, -1));
        for (let seed = 0; seed < 12; seed++) {
          const random = createRandom(seed);
          const texts = [
            speak(ask(position), { ...scene, voice: SILENT }, random).text,
            sayAgain(createSpeaker(SILENT, random), scene, ask(position)),
          ];
          for (const text of texts) {
            const said = listedIn(text.replace(question.slice(1), '?'));
            if (said === undefined) continue;
            listed++;
            expect(said, text).toEqual(answers);
          }
        }
      });
    }
    expect(listed).toBeGreaterThan(20);
  });

  test('of a number are the groups that “why?” counts', () => {
    for (const state of states) {
      catalog.attributes.forEach(({ askable, type }, position) => {
        if (!askable || type !== 'number') return;
        const taps = tapsFor(index, { ...startDialogue(index), state }, ask(position)).slice(0, -1);
        const why = sayWhy(createSpeaker(SILENT, createRandom(1)), { index, state }, ask(position));
        for (const tap of taps) expect(why).toContain(`${tap} (`);
      });
    }
  });
});

test('numbers that go together are one answer with two ends', () => {
  const catalog = bicycles();
  const index = indexCatalog(catalog);
  const words = (key: string): readonly string[] => {
    const position = catalog.attributes.findIndex((attribute) => attribute.key === key);
    return answersTo({ index, state: startState(index) }, position).words;
  };
  expect(words('gears')).toEqual(['1 to 3', '7 to 8', '11', '12']);
  expect(words('stars')).toEqual(['1 to 2 stars', '3 stars', '4 stars', '5 stars']);
});
