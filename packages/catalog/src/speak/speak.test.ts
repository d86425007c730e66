import { createRandom } from '@sente/engine';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CatalogAct, Fact } from '../domain/act.ts';
import { relaxations } from '../domain/relaxations.ts';
import { addWish, type CatalogState, startState } from '../domain/state.ts';
import { indexCatalog } from '../index/catalog-index.ts';
import type { Wish } from '../table/wish.ts';
import { sayAbout } from './about.ts';
import { sayHowMany } from './how-many.ts';
import { DAYS, DIFFICULTY, DOGS, GUIDED, PRICE, REGION, SEASON, sampleCatalog } from './sample.test.support.ts';
import { speak } from './speak.ts';
import { createSpeaker, SILENT, type Voice } from './voice.ts';
import { sayWhy } from './why.ts';

const index = indexCatalog(sampleCatalog());
const start = startState(index);
const wishing = (...wishes: Wish[]): CatalogState =>
  wishes.reduce((state, wish) => addWish(index, state, wish, 'words'), start);
const cheapGuided = wishing(
  { kind: 'range', attribute: PRICE, high: 800, exclusive: true },
  { kind: 'is', attribute: GUIDED, values: [0] },
);
const impossible = wishing(
  { kind: 'range', attribute: PRICE, high: 800, exclusive: true },
  { kind: 'is', attribute: GUIDED, values: [0] },
  { kind: 'range', attribute: DAYS, low: 9 },
  { kind: 'is', attribute: DIFFICULTY, values: [0] },
);
const changes = relaxations(
  index,
  impossible.wishes.map(({ wish }) => wish),
);

/** Every way in which an act is put over many turns. */
function ways(state: CatalogState, act: CatalogAct, turns = 40): Set<string> {
  const said = new Set<string>();
  let voice: Voice = SILENT;
  let last = '';
  for (let turn = 0; turn < turns; turn++) {
    const speech = speak(act, { index, state, voice }, createRandom('ways').split(turn));
    expect(speech.text).not.toBe(last);
    last = speech.text;
    voice = speech.voice;
    said.add(speech.text);
  }
  return said;
}

const ask = (attribute: number, value?: number, facts: Fact[] = []): CatalogAct => ({
  kind: 'ask',
  id: 'ask',
  attribute,
  ...(value !== undefined && { value }),
  facts,
});

test('open questions name the likely answers, commonest first', () => {
  expect(ways(start, ask(REGION))).toContain(
    'Which region would you like: Alps, Madeira, Pyrenees, Tatra or something else?',
  );
  expect(ways(start, ask(PRICE))).toContain(
    'What would you like to spend: under €400, €400 to €800, €800 to €1,200, or more?',
  );
  expect(ways(start, ask(DAYS))).toContain('What length do you have in mind: under 4 days, 4 to 6 days, or more?');
  expect(ways(start, ask(GUIDED))).toContain('Should it be guided?');
  expect(ways(start, ask(DOGS))).toContain('Should dogs be allowed?');
  expect(ways(start, ask(SEASON, 1))).toContain('Should spring be part of it?');
});

test('a fact rides along with a question, with its counts', () => {
  const fact: Fact = { kind: 'suggest', attribute: GUIDED, value: 0, count: 23, of: 40 };
  for (const text of ways(start, ask(REGION, undefined, [fact]))) {
    expect(text).toMatch(/23 of 40|23 of the 40|of the 40 that fit, 23/i);
    expect(text).toMatch(/\?$/);
    expect(text.match(/\?/g)?.length).toBeLessThanOrEqual(2);
  }
});

test('when nothing fits, every wish is repeated and the changes are numbered with what they bring', () => {
  expect(changes.length).toBeGreaterThan(1);
  for (const text of ways(impossible, { kind: 'offer', id: 'offer', facts: changes })) {
    for (const words of ['under €800', 'guided', 'at least 9 days', 'easy']) expect(text).toContain(words);
    expect(text).toMatch(/\n1\. .*: \d+ trips?\n2\. .*: \d+ trips?/);
  }
});

test('several items come as a numbered list with what tells them apart', () => {
  const items = Array.from(cheapGuided.belief.items).slice(0, 3);
  for (const text of ways(cheapGuided, { kind: 'recommend', id: 'recommend', items, facts: [] })) {
    expect(text).toMatch(/[:?]\n1\. Tatra Trail 6: €470, 2 days\n2\. /);
    expect(text).not.toMatch(/great|perfect|amazing|ideal/i);
  }
});

test('why a question: the counts it splits into add up to what is left', () => {
  const speaker = createSpeaker(SILENT, createRandom(1));
  const left = cheapGuided.belief.items.length;
  const why = sayWhy(speaker, { index, state: cheapGuided }, ask(DIFFICULTY));
  const counts = [...why.matchAll(/\((\d+)\)/g)].map((match) => Number(match[1]));
  expect(counts.reduce((a, b) => a + b, 0)).toBe(left);
  expect(why).toContain(String(left));
});

test('questions about items are answered from the table, empty cells included', () => {
  const speaker = createSpeaker(SILENT, createRandom(1));
  const scene = { index, state: start };
  const silent = Array.from({ length: 60 }, (_, item) => item).filter(
    (item) => !index.catalog.view(item).facts.some((fact) => fact.attribute === DOGS),
  );
  expect(silent.length).toBeGreaterThan(0);
  expect(sayAbout(speaker, scene, DOGS, undefined, [silent[0]])).toMatch(/table/);
  expect(sayAbout(speaker, scene, DOGS, undefined, [0])).toMatch(/Tatra Trail 1 allows dogs/);
  expect(sayAbout(speaker, scene, PRICE, undefined, [0])).toMatch(/€1,140/);
  expect(sayHowMany(speaker, { index, state: cheapGuided })).toMatch(/17/);
});

test('any act reads as sentences: no gaps, no unfinished template', () => {
  const attributes = fc.constantFrom(REGION, DIFFICULTY, PRICE, DAYS, GUIDED, DOGS, SEASON);
  const acts = fc.oneof(
    fc
      .record({ attribute: attributes, value: fc.option(fc.constantFrom(0, 1), { nil: undefined }) })
      .map((q) => ask(q.attribute, q.value)),
    fc
      .uniqueArray(fc.integer({ min: 0, max: 59 }), { minLength: 1, maxLength: 4 })
      .map((items): CatalogAct => ({ kind: 'recommend', id: 'r', items, facts: [] })),
    fc.constant<CatalogAct>({ kind: 'abstain', id: 'abstain', facts: [] }),
  );
  fc.assert(
    fc.property(acts, fc.constantFrom(start, cheapGuided, impossible), fc.integer(), (act, state, seed) => {
      const { text } = speak(act, { index, state, voice: SILENT }, createRandom(seed));
      expect(text).not.toMatch(
        /undefined|null|NaN|\$\{| {2}|\s[,.?:]|\bthe the\b|\ba [aeio]\w+ (?:region|length|price)/,
      );
      expect(text).toMatch(/^[“\p{Lu}\d]/u);
    }),
  );
});
