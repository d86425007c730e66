import { createRandom } from '@sente/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtinCatalog } from '../data/builtin.ts';
import { indexCatalog, wishForValue } from '../index/catalog-index.ts';
import type { CatalogAct } from './act.ts';
import { decideTurn } from './decide-turn.ts';
import { explainLearned } from './evidence.ts';
import type { LearnedPoint } from './learned-point.ts';
import type { LearnedValues } from './learned-turn.ts';
import { addWish, type CatalogState, closeAttribute, rejectItems, startState } from './state.ts';

const catalog = builtinCatalog();
const index = indexCatalog(catalog);

/** A list is worth the belief in it, a question the evenness of its answers, less for every question that was in vain. */
const plain: LearnedValues = {
  listSize: 3,
  score(point) {
    const mass = (feature: number): number => {
      let sum = 0;
      for (let k = 0; k < point.count; k++) {
        sum += point.weights[k] * point.edges.has[feature * point.edges.items + point.items[k]];
      }
      return sum;
    };
    const list = point.weights.slice(0, 3).reduce((sum, weight) => sum + weight, 0);
    const evenness = point.questions.map((answers) =>
      answers.reduce((sum, one) => sum + mass(one) * (1 - mass(one)), 0),
    );
    return {
      list: list + 0.01 * point.questions.length,
      questions: evenness.map((one) => one - 0.05 * point.useless),
      offers: point.offers.map((one) => list + 0.1 * mass(one)),
    };
  },
};

type Step = (state: CatalogState) => CatalogState;

/** Something that a user may do about an attribute: a wish for a value of one of the items, or none. */
function step(attribute: number, item: number, minds: boolean): Step {
  const { codes, offsets } = catalog.columns[attribute];
  const value = codes[offsets ? offsets[item] : item];
  if (!minds || value >= catalog.attributes[attribute].values.length) {
    return (state) => closeAttribute(index, state, attribute);
  }
  const wish = wishForValue(catalog.attributes[attribute], attribute, value);
  return (state) => addWish(index, state, wish, 'words');
}

const run = (steps: readonly Step[]): CatalogState => steps.reduce((state, one) => one(state), startState(index));
const decide = (state: CatalogState) => decideTurn(index, state, { learned: plain }, createRandom(1));

/** The value of an act in a state, as the decision there has it; undefined where it is no candidate. */
function valueIn(state: CatalogState, act: CatalogAct): number | undefined {
  return decide(state).candidates.find((one) => one.act.id === act.id)?.value;
}

describe('what moved a learned decision', () => {
  const asked = catalog.attributes.flatMap((attribute, position) => (attribute.askable ? [position] : []));

  it('is for everything that was said the value in the conversation in which it was not said', () => {
    const about = fc.record({ item: fc.nat(catalog.size - 1), minds: fc.boolean() });
    let compared = 0;
    fc.assert(
      fc.property(
        fc.shuffledSubarray(asked, { minLength: 1, maxLength: 3 }),
        fc.array(about, { minLength: 3 }),
        (which, how) => {
          const steps = which.map((attribute, n) => step(attribute, how[n].item, how[n].minds));
          const state = run(steps);
          if (state.belief.items.length === 0) return;
          const decision = decide(state);
          expect(new Set(decision.candidates.map((one) => one.act.id)).size).toBe(decision.candidates.length);
          const { effects, act, rival, lead } = explainLearned(index, state, plain, decision)!;
          expect(act).toBe(decision.chosen);
          expect(lead).toBe(decision.candidates[0].value - decision.candidates[1].value);
          expect(effects).toHaveLength(which.length);
          which.forEach((attribute, n) => {
            const without = run(steps.filter((_, other) => other !== n));
            const found = effects.find(
              (one) =>
                (one.kind === 'wish' && one.standing.wish.attribute === attribute) ||
                (one.kind === 'closed' && one.attribute === attribute),
            )!;
            for (const [one, effect] of [
              [act, found.onAct],
              [rival, found.onRival],
            ] as const) {
              const left = valueIn(without, one);
              // An offer that would not be made there, or of another value.
              if (left === undefined || one.facts.length > 0) continue;
              compared++;
              expect(effect).toBeCloseTo(valueIn(state, one)! - left, 9);
            }
            expect(found.onLead).toBe(found.onAct - found.onRival);
          });
        },
      ),
      { numRuns: 150 },
    );
    expect(compared).toBeGreaterThan(150);
  });

  it('knows what was turned down, now and under earlier wishes', () => {
    const start = startState(index);
    const first = Array.from(decideList(start));
    const turned = rejectItems(start, first);
    const { effects } = explainLearned(index, turned, plain, decide(turned))!;
    expect(effects).toMatchObject([{ kind: 'rejected', items: first }]);
    const list = decide(turned).candidates.find(({ act }) => act.id === 'recommend')!;
    const explained = explainLearned(index, turned, plain, decide(turned), list.act)!;
    // What was turned down was the likeliest: a list without it holds less of the belief.
    expect(explained.effects[0].onAct).toBeCloseTo(valueIn(turned, list.act)! - valueIn(start, list.act)!, 9);
    const later = addWish(
      index,
      addWish(index, turned, { kind: 'is', attribute: asked[0], values: [0] }, 'a'),
      {
        kind: 'is',
        attribute: asked[0],
        values: [1],
      },
      'b',
    );
    expect(later.doubted.length).toBeGreaterThan(0);
    const kinds = explainLearned(index, later, plain, decide(later))!.effects.map(({ kind }) => kind);
    expect(kinds.sort()).toEqual(['doubted', 'wish']);
  });

  it('asks the network for edges with the numbers of the two acts, and puts the strongest first', () => {
    const state = run([step(asked[0], 4, true)]);
    const seen: [LearnedPoint, number, number][] = [];
    const told: LearnedValues = {
      ...plain,
      explain(point, act, rival) {
        seen.push([point, act, rival]);
        return [
          { kind: 'item', node: 7, share: 0.2, onAct: 0, onRival: 0, onLead: 0 },
          { kind: 'question', node: 2, share: 1, onAct: 0, onRival: 6, onLead: -6 },
          { kind: 'answer', node: point.questions[0][0], share: 0.5, onAct: 9, onRival: 2, onLead: 7 },
        ];
      },
    };
    const decision = decide(state);
    const stop = decision.candidates.find(({ act }) => act.kind === 'abstain')!;
    const { effects } = explainLearned(index, state, told, decision, stop.act)!;
    const [[point, act, rival]] = seen;
    expect(act).toBe(-1);
    const { list, questions, offers } = plain.score(point);
    const all = [list, ...Array.from(questions), ...Array.from(offers)];
    // An offer's words cost something that its score does not know of.
    expect(Math.abs(all[rival] - decision.candidates[0].value)).toBeLessThan(0.02);
    const [feature] = point.questions[0];
    expect(effects[0]).toMatchObject({ kind: 'answer', attribute: point.edges.attributes[feature], onLead: 7 });
    // As many as say so have it, as everywhere in the mind, and not as many as the items that are shown first stand for.
    const { items, weights } = state.belief;
    const { has, items: size } = point.edges;
    const share = Array.from(items).reduce((sum, item, k) => sum + weights[k] * has[feature * size + item], 0);
    expect(effects[0]).toHaveProperty('share', expect.closeTo(share, 9));
    const asks = point.edges.attributes[point.questions[2][0]];
    expect(effects[1]).toMatchObject({ kind: 'question', attribute: asks, share: 1, onLead: -6 });
    expect(effects.at(-1)).toMatchObject({ kind: 'item', item: 7 });
  });

  it('is nothing for planned decisions and for acts that were no candidates', () => {
    const state = startState(index);
    const planned = decideTurn(index, state, {}, createRandom(1));
    expect(explainLearned(index, state, plain, planned)).toBeUndefined();
    const other: CatalogAct = { kind: 'offer', id: 'offer:other', facts: [] } as unknown as CatalogAct;
    expect(explainLearned(index, state, plain, decide(state), other)).toBeUndefined();
  });
});

function decideList(state: CatalogState): readonly number[] {
  const list = decide(state).candidates.find(({ act }) => act.id === 'recommend')!.act;
  return list.kind === 'recommend' ? list.items : [];
}
