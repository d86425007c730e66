import { createRandom } from '@sente/engine';
import { expect, test } from 'vitest';
import type { CatalogAct, Fact } from '../domain/act.ts';
import { relaxations } from '../domain/relaxations.ts';
import { addWish } from '../domain/state.ts';
import { indexCatalog } from '../index/catalog-index.ts';
import { DAYS, DIFFICULTY, GUIDED, PRICE, REGION, sampleCatalog } from '../speak/sample.test.support.ts';
import { wishInFull } from '../speak/wish-words.ts';
import type { Move, Wish } from '../table/wish.ts';
import { type Dialogue, startDialogue } from './dialogue.ts';
import { type Folded, fold } from './fold.ts';

const index = indexCatalog(sampleCatalog());
const start = startDialogue(index);

/** The dialogue as it is once the assistant has done `act`. */
function after(act: CatalogAct, dialogue: Dialogue = start): Dialogue {
  const decision = {
    policy: 'test',
    horizon: 0,
    chosen: act,
    candidates: [],
    why: '',
    cost: { samples: 0, expansions: 0, calls: 0, tokens: 0 },
  };
  const open = { act, decision, from: dialogue.state, turn: 0 };
  return { ...dialogue, open, shown: act.kind === 'recommend' ? act.items : dialogue.shown };
}

const ask = (attribute: number, value?: number, facts: Fact[] = []): CatalogAct => ({
  kind: 'ask',
  id: 'ask',
  attribute,
  facts,
  ...(value !== undefined && { value }),
});
const recommend = (...items: number[]): CatalogAct => ({ kind: 'recommend', id: 'recommend', items, facts: [] });
const wishes = ({ dialogue }: Folded): string[] =>
  dialogue.state.wishes.map(({ wish }) => wishInFull(index.catalog, wish));
const hear = (dialogue: Dialogue, moves: Move[], said = 'words'): Folded => fold(index, dialogue, moves, said);
const wish = (one: Wish): Move => ({ kind: 'wish', wish: one, words: 'words' });
const guided = wish({ kind: 'is', attribute: GUIDED, values: [0] });
const cheap = wish({ kind: 'range', attribute: PRICE, high: 500, exclusive: true });

test('yes and no mean what was asked', () => {
  expect(wishes(hear(after(ask(GUIDED)), [{ kind: 'yes' }]))).toEqual(['guided: yes']);
  expect(wishes(hear(after(ask(GUIDED)), [{ kind: 'no' }]))).toEqual(['guided: no']);
  expect(wishes(hear(after(ask(REGION, 1)), [{ kind: 'yes' }]))).toEqual(['region: Tatra']);
  expect(wishes(hear(after(ask(REGION, 1)), [{ kind: 'no' }]))).toEqual(['region: not Tatra']);
  expect(wishes(hear(after(ask(PRICE, 1)), [{ kind: 'yes' }]))).toEqual(['price: under €800']);
  expect(hear(after(ask(REGION)), [{ kind: 'no' }]).dialogue.state.closed).toEqual([REGION]);
  expect(hear(after(recommend(3)), [{ kind: 'yes' }]).ending).toEqual({ kind: 'taken', item: 3 });
  expect(hear(after(recommend(3, 4)), [{ kind: 'no' }]).dialogue.state.rejected).toEqual([3, 4]);
});

test('a suggestion agreed to would do and rules nothing out; asked for in own words it is a wish', () => {
  const suggesting = after(
    ask(REGION, undefined, [{ kind: 'suggest', attribute: GUIDED, value: 0, count: 29, of: 60 }]),
  );
  const agreed = hear(suggesting, [{ kind: 'yes' }]);
  expect(agreed.dialogue.state.wishes).toMatchObject([{ suggested: true }]);
  expect(agreed.dialogue.state.belief.items.length).toBe(60);
  expect(agreed.change.agreed).toHaveLength(1);
  const own = hear(suggesting, [guided]);
  expect(own.dialogue.state.wishes[0].suggested).toBeUndefined();
  expect(own.dialogue.state.belief.items.length).toBe(29);
  expect(hear(suggesting, [cheap]).dialogue.state.dismissed).toEqual([GUIDED]);
});

test('several moves in one sentence are all honoured, in order', () => {
  const folded = hear(after(recommend(1, 2)), [
    { kind: 'reject' },
    cheap,
    guided,
    { kind: 'count' },
    { kind: 'thank' },
  ]);
  expect(wishes(folded)).toEqual(['price: under €500', 'guided: yes']);
  expect([...folded.dialogue.state.belief.items]).not.toContain(1);
  expect(folded.asides.map(({ kind }) => kind)).toEqual(['count', 'thank']);
  expect(folded.understood.map(({ kind }) => kind)).toEqual(['reject', 'wish', 'wish', 'count', 'thank']);
});

test('cheaper means cheaper than what was shown; the other bound stays', () => {
  const numbers = index.catalog.columns[PRICE].numbers!;
  const compare: Move = { kind: 'compare', attribute: PRICE, direction: 'less', words: 'cheaper' };
  const low = hear(start, [wish({ kind: 'range', attribute: PRICE, low: 100 })]).dialogue;
  const [found] = hear(after(recommend(0), low), [compare]).dialogue.state.wishes;
  expect(found.wish).toMatchObject({ kind: 'range', low: 100 });
  const left = hear(after(recommend(0), low), [compare]).dialogue.state.belief.items;
  expect(left.length).toBeGreaterThan(0);
  expect([...left].every((item) => numbers[item] < numbers[0])).toBe(true);
  const dearest = Array.from(numbers).indexOf(Math.max(...numbers));
  const more = hear(after(recommend(dearest)), [{ ...compare, direction: 'more' } as Move]);
  expect(more.dialogue.state.belief.items.length).toBe(0);
});

test('a chosen change gives up those wishes and no others', () => {
  const impossible = [
    cheap,
    guided,
    wish({ kind: 'range', attribute: DAYS, low: 9 }),
    wish({ kind: 'is', attribute: DIFFICULTY, values: [0] }),
  ].reduce((dialogue, move) => hear(dialogue, [move]).dialogue, start);
  expect(impossible.state.belief.items.length).toBe(0);
  const facts = relaxations(
    index,
    impossible.state.wishes.map((standing) => standing.wish),
  );
  const offer = after({ kind: 'offer', id: 'offer', facts }, impossible);
  facts.forEach((fact, i) => {
    const chosen = hear(offer, [{ kind: 'choose', number: i + 1 }]);
    expect(chosen.dialogue.state.belief.items.length).toBe(fact.count);
    const kept = impossible.state.wishes.map(({ wish: one }) => one).filter((one) => !fact.wishes.includes(one));
    for (const one of kept) expect(wishes(chosen)).toContain(wishInFull(index.catalog, one));
  });
  expect(hear(offer, [{ kind: 'no' }]).dialogue.declined).toHaveLength(facts.length);
});

test('undo restores the very dialogue before the last turn that changed something', () => {
  const one = hear(start, [guided], 'guided').dialogue;
  const asided = hear(one, [{ kind: 'why' }], 'why?').dialogue;
  const two = hear(asided, [cheap], 'cheap').dialogue;
  const back = hear(two, [{ kind: 'undo' }], 'undo');
  expect(back.dialogue.state).toBe(asided.state);
  expect(back.asides).toEqual([{ kind: 'undone', said: 'cheap' }]);
  expect(hear(back.dialogue, [{ kind: 'undo' }]).dialogue.state).toBe(start.state);
  expect(hear(start, [{ kind: 'undo' }]).asides).toEqual([{ kind: 'nothing-to-undo' }]);
  const restarted = hear(two, [{ kind: 'restart' }], 'start over');
  expect(restarted.dialogue.state.wishes).toEqual([]);
  expect(hear(restarted.dialogue, [{ kind: 'undo' }]).dialogue.state).toBe(two.state);
});

test('“undo, and guided” takes a step back and goes on from there', () => {
  const one = hear(start, [cheap], 'cheap').dialogue;
  const folded = hear(one, [{ kind: 'undo' }, guided], 'undo, guided');
  expect(wishes(folded)).toEqual(['guided: yes']);
  expect(hear(folded.dialogue, [{ kind: 'undo' }]).dialogue.state).toBe(start.state);
});

test('“ok, moderate then” to an offer is what it says, and no yes to the offer', () => {
  const stuck = hear(start, [guided, wish({ kind: 'range', attribute: PRICE, high: 1 })]).dialogue;
  const relax: Fact = { kind: 'relax', wishes: [{ kind: 'is', attribute: GUIDED, values: [0] }], count: 1 };
  const folded = hear(after({ kind: 'offer', id: 'offer', facts: [relax] }, stuck), [{ kind: 'yes' }, cheap]);
  expect(wishes(folded)).toEqual(['guided: yes', 'price: under €500']);
});

test('a yes to “did you mean …?” takes the guess', () => {
  const unclear: Move = { kind: 'unclear', words: 'tatar', nearest: [{ attribute: REGION, value: 1 }] };
  const puzzled = hear(after(ask(GUIDED)), [unclear]).dialogue;
  expect(wishes(hear(puzzled, [{ kind: 'yes' }]))).toEqual(['region: Tatra']);
  expect(hear(puzzled, [cheap]).dialogue.guess).toBeUndefined();
});

test('taking what was never shown is refused, and items are shown', () => {
  const folded = hear(after(ask(REGION)), [{ kind: 'accept' }]);
  expect(folded).toMatchObject({ leaning: 'show', asides: [{ kind: 'nothing-shown' }] });
  expect(folded.ending).toBeUndefined();
  expect(hear(after(recommend(1, 2)), [{ kind: 'accept', rank: 7 }]).asides).toEqual([{ kind: 'which', rank: 7 }]);
});

test('random moves never crash, and every wish that goes was taken back by a move', () => {
  const random = createRandom('moves');
  const acts = [ask(GUIDED), ask(REGION), ask(PRICE, 1), recommend(1), recommend(1, 2, 3)];
  const moves: Move[] = [
    guided,
    cheap,
    { kind: 'yes' },
    { kind: 'no' },
    { kind: 'undo' },
    { kind: 'reject' },
    { kind: 'choose', number: 2 },
    { kind: 'indifferent' },
    { kind: 'withdraw', attribute: PRICE, words: 'forget the price' },
    { kind: 'unclear', words: 'foo', nearest: [] },
  ];
  for (let run = 0; run < 200; run++) {
    let dialogue = start;
    for (let turn = 0; turn < 8; turn++) {
      const move = random.pick(moves);
      const before = dialogue.state.wishes.map((standing) => standing.wish.attribute);
      const folded = hear(after(random.pick(acts), dialogue), [move]);
      const now = new Set(folded.dialogue.state.wishes.map((standing) => standing.wish.attribute));
      const gone = before.filter((attribute) => !now.has(attribute));
      if (gone.length > 0) expect(['undo', 'withdraw', 'indifferent', 'no']).toContain(move.kind);
      dialogue = folded.dialogue;
    }
  }
});

test('the state a fold starts from is never changed', () => {
  const frozen = JSON.stringify(start.state.wishes);
  addWish(index, start.state, { kind: 'is', attribute: GUIDED, values: [0] }, 'guided');
  hear(start, [guided, cheap]);
  expect(JSON.stringify(start.state.wishes)).toBe(frozen);
});
