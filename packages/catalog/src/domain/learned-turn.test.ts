import { createRandom } from '@sente/engine';
import { describe, expect, it } from 'vitest';
import { createConcierge } from '../concierge/concierge.ts';
import { prepareLearned } from '../concierge/prepare-learned.ts';
import { builtinCatalog } from '../data/builtin.ts';
import { indexCatalog, wishForValue } from '../index/catalog-index.ts';
import { decideTurn } from './decide-turn.ts';
import { type LearnedPoint, pointOf } from './learned-point.ts';
import { decideLearned, type LearnedValues } from './learned-turn.ts';
import { addWish, closeAttribute, startState } from './state.ts';

const catalog = builtinCatalog();
const index = indexCatalog(catalog);

/** Values that say what to do: the n-th question, or the list. */
function wants(question: number | 'list' | 'offer' | 'stop'): LearnedValues & { readonly seen: LearnedPoint[] } {
  const seen: LearnedPoint[] = [];
  return {
    seen,
    listSize: 3,
    score(point) {
      seen.push(point);
      const low = question === 'stop' ? -1 : 0.1;
      return {
        list: question === 'list' ? 1 : low,
        questions: point.questions.map((_, n) => (n === question ? 1 : low)),
        offers: point.offers.map((_, n) => (question === 'offer' && n === 0 ? 1 : low)),
      };
    },
  };
}

const decide = (learned: LearnedValues, state = startState(index)) =>
  decideTurn(index, state, { learned }, createRandom(1));

describe('a turn by a learned policy', () => {
  it('is the act with the highest value, all of them on record', () => {
    const asking = wants(1);
    const asked = decide(asking);
    const [point] = asking.seen;
    expect(asked).toMatchObject({
      policy: 'learned',
      chosen: { kind: 'ask', attribute: point.edges.attributes[point.questions[1][0]] },
    });
    expect(asked.candidates).toHaveLength(2 + point.questions.length + point.offers.length);
    expect(asked.why).toContain('to the end');
    const shown = decide(wants('list')).chosen;
    expect(shown).toMatchObject({ kind: 'recommend', items: Array.from(point.items.subarray(0, 3)), facts: [] });
    const offered = decide(wants('offer')).chosen;
    expect(offered).toMatchObject({ kind: 'recommend', facts: [{ kind: 'suggest', of: catalog.size }] });
    expect(decide(wants('stop')).chosen.kind).toBe('abstain');
  });

  it('asks nothing that was spoken of, and offers nothing that nobody has', () => {
    const open = pointOf(index, startState(index));
    const spoken = open.edges.attributes[open.questions[0][0]];
    const closed = open.edges.attributes[open.questions[1][0]];
    const value = open.edges.values[open.questions[0][0]];
    const wish = wishForValue(catalog.attributes[spoken], spoken, value);
    const state = closeAttribute(index, addWish(index, startState(index), wish, 'words'), closed);
    const point = pointOf(index, state);
    const attributes = point.questions.map(([first]) => point.edges.attributes[first]);
    expect(attributes).not.toContain(spoken);
    expect(attributes).not.toContain(closed);
    expect(point.count).toBe(state.belief.items.length);
    expect(point.weights.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9);
    expect([...point.weights]).toEqual([...point.weights].sort((a, b) => b - a));
    for (const offer of point.offers) {
      const { items, weights } = state.belief;
      const share = Array.from(items).reduce(
        (sum, item, k) => sum + weights[k] * point.edges.has[offer * point.edges.items + item],
        0,
      );
      expect(share).toBeGreaterThanOrEqual(1 / 3);
      expect(share).toBeLessThan(1);
    }
  });

  it('scores the opening once for everybody, and what follows each time', () => {
    const learned = wants(0);
    prepareLearned(catalog, learned);
    expect(learned.seen).toHaveLength(1);
    const first = createConcierge(catalog, { seed: 1, learned }).open();
    const concierge = createConcierge(catalog, { seed: 1, horizon: 3, learned });
    const second = concierge.open();
    expect(learned.seen).toHaveLength(1);
    expect(second).toEqual({ ...first, decision: { ...first.decision, horizon: 3 } });
    concierge.say('I don’t mind');
    expect(learned.seen).toHaveLength(2);
    expect(learned.seen[1]).toMatchObject({ turn: 2, count: catalog.size });

    const other = wants('list');
    expect(createConcierge(catalog, { learned: other }).open().act).toBe('recommend');
    expect(other.seen).toHaveLength(1);
    const closed = closeAttribute(index, startState(index), 0);
    for (const state of [{ ...startState(index), turns: 1 }, closed]) {
      const before = other.seen.length;
      decideLearned(index, state, other, 2);
      decideLearned(index, state, other, 2);
      expect(other.seen).toHaveLength(before + 2);
    }
  });

  it('talks as the concierge does, plans where nothing fits, and can be planned again', () => {
    const concierge = createConcierge(catalog, { seed: 4, learned: wants(0) });
    const opened = concierge.open();
    expect(opened).toMatchObject({ act: 'ask', decision: { policy: 'learned', horizon: 2 } });
    expect(concierge.redecide(1).decision).toMatchObject({ policy: 'planned', horizon: 1 });
    const next = concierge.say('no idea');
    expect(next.decision.policy).toBe('learned');
    expect(next.decision.chosen).not.toBe(opened.decision.chosen);
    expect(concierge.say('under 1 euro').decision.policy).toBe('planned');
  });

  it('tells in words what moved the scores, on request, and changes nothing by it', () => {
    const told = {
      ...wants(0),
      explain: () => [
        { ...EDGE, kind: 'item' as const },
        { ...EDGE, node: 1 },
      ],
    };
    const concierge = createConcierge(catalog, { seed: 4, learned: told });
    const other = createConcierge(catalog, { seed: 4, learned: wants(0) });
    expect(concierge.evidence()).toBeUndefined();
    concierge.open();
    other.open();
    const first = catalog.attributes[told.seen[0].edges.attributes[1]];
    const opening = concierge.evidence()!;
    expect(opening.act.label).toContain('ask');
    const scored = told.seen.length;
    expect(concierge.evidence()).toEqual(opening);
    expect(told.seen).toHaveLength(scored);
    expect(opening.lead).toBeCloseTo(0.9, 9);
    expect(opening.grounds.map(({ label }) => label)).toEqual([
      `${catalog.view(0).name} may do, 25 %`,
      expect.stringMatching(`^Open: .*${first.values[1]}.*, [\\d.]+ %$`),
    ]);
    expect(concierge.say('no idea')).toEqual(other.say('no idea'));
    expect(concierge.say('under 900 euro')).toEqual(other.say('under 900 euro'));
    const labels = concierge.evidence()!.grounds.map(({ label }) => label);
    expect(labels).toContain('You said: under €900');
    expect(labels.some((label) => label.startsWith('Asked in vain: '))).toBe(true);
    concierge.say('show me some');
    const steered = concierge.evidence()!;
    expect(steered.act.label).toContain('recommend');
    expect(steered.lead).toBeCloseTo(-0.9, 9);
    concierge.say('none of those');
    expect(
      concierge
        .evidence()!
        .grounds.map(({ label }) => label)
        .join('; '),
    ).toMatch(/You turned down: .+ and 1 more/);
    concierge.say('under 1 euro');
    expect(concierge.evidence()).toBeUndefined();
  });
});

const EDGE = { kind: 'answer', node: 0, share: 0.25, onAct: 0, onRival: 0, onLead: 0 } as const;
