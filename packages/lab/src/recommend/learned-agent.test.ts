import {
  builtinCatalog,
  type CatalogAct,
  createConcierge,
  createItemDomain,
  type ItemState,
  indexCatalog,
  itemFeatures,
} from '@sente/catalog';
import { createCellFinder, GRAPH_POLICY, graphPolicy } from '@sente/pocket';
import { madePolicy } from '@sente/pocket/testing';
import { describe, expect, it } from 'vitest';
import type { RecommendAct } from './agents.ts';
import { guidedAgent } from './guided-agent.ts';
import { learnedAgent } from './learned-agent.ts';
import { learnedValues } from './learned-values.ts';
import { measureRecommend } from './measure.ts';
import { policyGame, stateGraph } from './state-graph.ts';

const policy = madePolicy('a policy');

describe('the agent that plays by a learned policy', () => {
  const index = indexCatalog(builtinCatalog());
  const features = itemFeatures(index);
  const setting = { turns: 10, noise: 0.1, unknown: 0, hazard: 0 };
  const domain = createItemDomain(index, setting);

  it('takes the act that the network values most', () => {
    const agent = learnedAgent(policy, domain, setting);
    const find = createCellFinder(policyGame(setting));
    const values = graphPolicy(GRAPH_POLICY, policy.weights);
    let state = domain.start(index.prior);
    for (let turn = 1; turn < 10; turn++) {
      const graph = stateGraph(features, state);
      const cells = find(graph);
      const all = [...values(cells)];
      const best = all.indexOf(Math.max(...all));
      const act = agent(state);
      if (best === 0) expect(act).toEqual({ items: Array.from(state.items.subarray(0, 10)) });
      else expect(act).toEqual({ ask: graph.questions[cells.questions[best - 1]][0] });
      state = 'ask' in act ? domain.answered(state, act.ask, turn % 3 === 0) : domain.refused(state, act.items);
    }
    expect(agent({ ...state, turn: 10 })).toHaveProperty('items');
  });

  it('is looked ahead of by the planner that it guides, exactly', () => {
    const guided = guidedAgent(policy, domain, setting);
    const find = createCellFinder(policyGame(setting));
    const valuesOf = graphPolicy(GRAPH_POLICY, policy.weights);
    const worth = (state: ItemState): number => {
      if (state.won !== undefined || state.turn > 10 || state.count === 0) return state.won ?? 0;
      const all = valuesOf(find(stateGraph(features, state)));
      return state.turn === 10 || state.count <= 10 ? all[0] : Math.max(...all);
    };
    const ahead = (state: ItemState, act: RecommendAct): number => {
      const [attribute, value] = 'ask' in act ? [features.attributes[act.ask], features.values[act.ask]] : [];
      const whole: CatalogAct =
        'ask' in act
          ? { kind: 'ask', id: `ask:${attribute}:${value}`, attribute: attribute ?? -1, value, facts: [] }
          : { kind: 'recommend', id: 'recommend', items: act.items, facts: [] };
      return (domain.outcomes?.(state, whole) ?? []).reduce(
        (sum, { probability, state: next }) => sum + probability * worth(next),
        0,
      );
    };
    let state = domain.start(index.prior);
    let asked = 0;
    for (let turn = 1; turn < 8 && state.count > 10; turn++) {
      const graph = stateGraph(features, state);
      const cells = find(graph);
      const values = valuesOf(cells);
      const liked = cells.questions
        .map((question, n) => ({ ask: graph.questions[question][0], value: values[n + 1] }))
        .sort((a, b) => b.value - a.value || a.ask - b.ask)
        .slice(0, 4);
      const able: RecommendAct[] = [{ items: Array.from(state.items.subarray(0, 10)) }, ...liked];
      const act = guided(state);
      const most = Math.max(...able.map((one) => ahead(state, one)));
      expect(ahead(state, act)).toBeCloseTo(most, 12);
      if ('ask' in act) asked++;
      state = 'ask' in act ? domain.answered(state, act.ask, turn % 3 === 0) : domain.refused(state, act.items);
    }
    expect(asked).toBeGreaterThan(0);
  });

  it('is measured when there is a policy, and crosses to worker threads', async () => {
    const options = { cases: 12, turns: 6, learned: policy } as const;
    const result = await measureRecommend({ ...options, workers: 2 });
    expect(Object.keys(result.agents)).toContain('learned');
    const alone = await measureRecommend({ ...options, agents: ['learned'], workers: 1 });
    expect(alone.agents.learned).toEqual(result.agents.learned);
  });

  it('leads the concierge, which then says what the network chose', () => {
    const concierge = createConcierge(builtinCatalog(), { seed: 2, learned: learnedValues(policy) });
    const { decision, text } = concierge.open();
    expect(decision.policy).toBe('learned');
    expect(decision.candidates.map(({ id }) => id)).toContain(decision.chosen);
    expect(decision.candidates.every(({ value }) => Number.isFinite(value))).toBe(true);
    expect(text.length).toBeGreaterThan(10);
  });
});
