import { optimal as solve } from '@sente/engine';
import {
  ABSTAIN,
  ANSWERS,
  ANYTHING,
  ATTRIBUTE_NAMES,
  type Attribute,
  type Bag,
  bagNumber,
  PATIENCE,
  rewardOf,
  SITUATIONS,
  type Tally,
  TURN_COST,
  type Wishes,
  WRONG,
} from '@sente/pocket';
import { describe, expect, it } from 'vitest';
import { bestAct, marginOf, optimal, recommendValue } from './optimal.ts';
import { remaining, type ShopState } from './state.ts';

const CLOSED: Wishes = { size: [1], colour: [2], material: [3] };
const WISHES: Readonly<Record<string, Wishes>> = {
  closed: CLOSED,
  narrow: { ...CLOSED, colour: [0, 3] },
  open: { ...CLOSED, colour: ANYTHING.colour },
  wide: { ...CLOSED, colour: [0, 3], size: [0, 2] },
};

const start = (rest: Partial<ShopState>): ShopState => ({
  wishes: CLOSED,
  unanswerable: [],
  wrong: [],
  hurry: 'plain',
  reliability: 'sure',
  turns: PATIENCE,
  ...rest,
});

/** The same rules for the engine's solver, each bag by itself: nothing is taken to be interchangeable. */
interface Told {
  readonly state: ShopState;
  readonly tally: Tally;
  readonly isOver: boolean;
}
type Done = { kind: string; id: string; attribute?: Attribute; bag?: Bag };

function engineValues(state: ShopState): { values: Map<string, number>; value: number } {
  const turn = ({ state: s, tally }: Told, rest: Partial<ShopState> = {}, more: Partial<Tally> = {}): Told => {
    const after = { ...s, ...rest, turns: s.turns - 1 };
    return { state: after, tally: { ...tally, turns: tally.turns + 1, ...more }, isOver: after.turns === 0 };
  };
  const domain = {
    acts({ state: s, isOver }: Told): Done[] {
      if (isOver) return [];
      return [
        ...remaining(s).map((bag) => ({ kind: 'recommend', id: `recommend ${bagNumber(bag)}`, bag })),
        ...ATTRIBUTE_NAMES.map((attribute) => ({ kind: 'ask', id: attribute, attribute })),
        { kind: 'abstain', id: 'abstain' },
      ];
    },
    imagine: () => 0,
    respond: () => {
      throw new Error('never played');
    },
    reward: ({ state: s, tally }: Told) => rewardOf(tally, s.hurry),
    worth: ({ state: s, tally }: Told) => rewardOf(tally, s.hurry),
    outcomes(told: Told, { attribute, bag }: Done) {
      const { state: s, tally } = told;
      if (bag) {
        const p = 1 / remaining(s).length;
        const right = { state: s, tally: { ...tally, success: true }, isOver: true };
        const wrong = turn(told, { wrong: [...s.wrong, bag] }, { wrong: tally.wrong + 1 });
        return p === 1
          ? [{ probability: 1, state: right }]
          : [
              { probability: p, state: right },
              { probability: 1 - p, state: wrong },
            ];
      }
      if (attribute) {
        const bags = remaining(s);
        if (s.wishes[attribute].length === 1 || s.unanswerable.includes(attribute)) {
          return [{ probability: 1, state: turn(told) }];
        }
        const q = ANSWERS[s.reliability];
        const answers = s.wishes[attribute].flatMap((value) => {
          const share = bags.filter((one) => one[attribute] === value).length / bags.length;
          const settled = turn(told, { wishes: { ...s.wishes, [attribute]: [value] } });
          return share * q > 0 ? [{ probability: share * q, state: settled }] : [];
        });
        const none = turn(told, { unanswerable: [...s.unanswerable, attribute] });
        return q < 1 ? [...answers, { probability: 1 - q, state: none }] : answers;
      }
      return [{ probability: 1, state: { state: s, tally: { ...tally, abstained: true }, isOver: true } }];
    },
  };
  const key = (told: Told): string => JSON.stringify(told);
  // biome-ignore lint/suspicious/noExplicitAny: acts of the shop carry more than the engine's do.
  const solution = solve<Told, number, any>({ domain: domain as never, key, states: 500_000 });
  const told = { state, tally: { success: false, turns: 0, wrong: 0, abstained: false }, isOver: false };
  const values = solution.actValues(told);
  return {
    value: solution.value(told),
    values: new Map(domain.acts(told).map(({ id }, k) => [id, values[k]])),
  };
}

describe('optimal', () => {
  it('has the values that were worked out by hand', () => {
    const cost = TURN_COST.plain;
    const q = ANSWERS.sure;
    // A bag that is refused costs the turn and WRONG; then it asks, with the last turn but one.
    const asked = -cost + q;
    const open = optimal(start({ wishes: WISHES.open }));
    const guessTwice = (1 / 3) * 1 + (2 / 3) * (-WRONG - cost);
    const unanswered = Math.max(ABSTAIN, 1 / 4 + (3 / 4) * (-WRONG - cost + Math.max(ABSTAIN, guessTwice)));
    expect(open.ask).toBeCloseTo(asked + (1 - q) * unanswered, 10);
    expect(open.recommend).toBeCloseTo(
      1 / 4 + (3 / 4) * (-WRONG - cost + asked + (1 - q) * Math.max(ABSTAIN, guessTwice)),
      10,
    );
    expect(open.abstain).toBe(ABSTAIN);
    const narrow = optimal(start({ wishes: WISHES.narrow, hurry: 'relaxed' }));
    const guess = 0.5 + 0.5 * (-WRONG - TURN_COST.relaxed) + 0.5;
    expect(narrow.recommend).toBeCloseTo(guess, 10);
    expect(narrow.ask).toBeCloseTo(-TURN_COST.relaxed + q + (1 - q) * guess, 10);
    const closed = optimal(start({}));
    expect(closed.recommend).toBe(1);
    expect(closed.ask).toBeCloseTo(1 - TURN_COST.plain, 10);
    expect(closed.misfit).toBeCloseTo(closed.nothing - WRONG, 10);
  });

  it.each(SITUATIONS.filter(({ openness }) => openness !== 'wide'))(
    'agrees with the solver of the engine: $openness, $hurry, $reliability',
    ({ openness, hurry, reliability }) => {
      const state = start({ wishes: WISHES[openness], hurry, reliability });
      const own = optimal(state);
      const { values } = engineValues(state);
      for (const attribute of ATTRIBUTE_NAMES) expect(own.asks[attribute]).toBeCloseTo(values.get(attribute)!, 10);
      for (const bag of remaining(state)) {
        expect(own.recommend).toBeCloseTo(values.get(`recommend ${bagNumber(bag)}`)!, 10);
      }
    },
  );

  it('agrees with it where two attributes are open, and after a bag was refused', () => {
    for (const reliability of ['unsure', 'half-sure', 'sure'] as const) {
      const wrong = [{ size: 0, colour: 1, material: 3 }];
      const state = start({ wishes: WISHES.wide, reliability, wrong, turns: 2, unanswerable: ['size'] });
      const { values } = engineValues(state);
      const own = optimal(state);
      for (const attribute of ATTRIBUTE_NAMES) expect(own.asks[attribute]).toBeCloseTo(values.get(attribute)!, 10);
      for (const bag of remaining(state)) {
        expect(recommendValue(state, bag)).toBeCloseTo(values.get(`recommend ${bagNumber(bag)}`)!, 10);
      }
    }
    const wide = start({ wishes: WISHES.wide, hurry: 'relaxed', reliability: 'half-sure' });
    const { value } = engineValues(wide);
    const own = optimal(wide);
    expect(Math.max(own.ask, own.recommend, own.abstain)).toBeCloseTo(value, 10);
  });

  it('sees no worth in questions one turn ahead, and the worth of a single answer two turns ahead', () => {
    const asks = (turns: number): string[] =>
      SITUATIONS.filter(({ openness, hurry, reliability }) => {
        const state = start({ wishes: WISHES[openness], hurry, reliability });
        return bestAct(optimal(state, turns)) === 'ask';
      }).map((situation) => Object.values(situation).join(' '));
    expect(asks(1)).toEqual([]);
    // What needs a third turn: another guess, or a second question, after one that was not answered.
    const late = ['narrow relaxed half-sure', 'wide hurried half-sure'];
    expect(asks(3)).toHaveLength(15);
    expect(asks(2)).toEqual(asks(3).filter((one) => !late.includes(one)));
  });

  it('has no near ties in the grid, and each act is the best one somewhere', () => {
    const grid = SITUATIONS.map(({ openness, ...rest }) => optimal(start({ wishes: WISHES[openness], ...rest })));
    for (const values of grid) expect(Math.abs(marginOf(values))).toBeGreaterThan(0.035);
    const acts = grid.map(bestAct);
    for (const act of ['ask', 'recommend', 'abstain']) expect(acts).toContain(act);
    expect(acts.filter((act) => act === 'ask').length).toBeGreaterThanOrEqual(9);
  });

  it('is worth nothing once the user has left, and less than nothing where all bags were refused', () => {
    expect(optimal(start({ turns: 0 })).recommend).toBe(0);
    expect(optimal(start({ wrong: [{ size: 1, colour: 2, material: 3 }], turns: 1 })).recommend).toBeCloseTo(
      -WRONG - TURN_COST.plain,
    );
  });
});
