import {
  builtinCatalog,
  createConcierge,
  type LearnedPoint,
  type LearnedValues,
  makeCatalog,
  STOPPING,
} from '@sente/catalog';
import { madePolicy } from '@sente/pocket/testing';
import { describe, expect, it } from 'vitest';
import { learnedValues } from './learned-values.ts';

/** The values with every point that was scored. */
function watched(values: LearnedValues): LearnedValues & { readonly seen: LearnedPoint[] } {
  const seen: LearnedPoint[] = [];
  const score = (point: LearnedPoint) => {
    seen.push(point);
    return values.score(point);
  };
  return { ...values, seen, score };
}

describe('a learned policy for the concierge', () => {
  const values = watched(learnedValues(madePolicy('why')));
  const concierge = createConcierge(builtinCatalog(), { seed: 2, learned: values });
  concierge.open();

  it('tells of items and answers what their edges did to two acts, in the numbers of its scores', () => {
    const [point] = values.seen;
    const { list, questions, offers } = values.score(point);
    const all = [list, ...Array.from(questions), ...Array.from(offers)];
    const [act, rival] = [0, 2];
    const edges = values.explain!(point, act, rival);
    expect(edges.filter(({ kind }) => kind === 'item')).toHaveLength(12);
    expect(edges.filter(({ kind }) => kind === 'answer')).toHaveLength(16);
    expect(edges.filter(({ kind }) => kind === 'question')).toHaveLength(8);
    const likeliest = edges.find(({ kind, node }) => kind === 'item' && node === point.items[0])!;
    expect(likeliest.share).toBe(point.weights[0]);
    const left = values.score({
      ...point,
      items: point.items.slice(1),
      weights: point.weights.slice(1).map((weight) => weight / (1 - point.weights[0])),
      count: point.count - 1,
    });
    expect(likeliest.onAct).toBeCloseTo(all[act] - left.list, 6);
    expect(likeliest.onRival).toBeCloseTo(all[rival] - left.questions[rival - 1], 6);
  });

  it('thinks the less of what a question tells, the less often it has an answer', () => {
    const [point] = values.seen;
    const spread = (silence: number): number => {
      const all = Array.from(values.score({ ...point, silence }).questions);
      return Math.max(...all) - Math.min(...all);
    };
    expect(spread(0)).toBeGreaterThan(0.01);
    expect(spread(0.9)).toBeLessThan(0.5 * spread(0));
    expect(spread(1)).toBeCloseTo(0, 9);
  });

  it('finds that no edge moves the worth of stopping', () => {
    const edges = values.explain!(values.seen[0], 0, STOPPING);
    expect(edges.map(({ onRival }) => onRival)).toEqual(edges.map(() => 0));
    expect(edges.some(({ onAct }) => onAct !== 0)).toBe(true);
  });

  it('leaves out fewer edges where there are many candidates', () => {
    const size = 6000;
    const codes = Uint32Array.from({ length: size }, (_, item) => item % 7);
    const many = makeCatalog({
      name: 'many',
      attributes: [{ key: 'colour', type: 'category', values: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] }],
      columns: [{ codes }],
    });
    const kinds = (learned: LearnedValues) => {
      const large = createConcierge(many, { learned });
      large.open();
      return large.evidence()!.grounds.map(({ kind }) => kind);
    };
    expect(kinds(values).sort()).toEqual([...Array(4).fill('answer'), ...Array(4).fill('item'), 'question']);
  });

  it('gives the conversation its evidence, also once it goes on for longer than customers wait', () => {
    for (let turn = 0; turn < 17; turn++) concierge.say(turn % 2 === 0 ? 'undo' : 'under 900 euro');
    const evidence = concierge.evidence()!;
    expect(evidence.grounds.length).toBeGreaterThan(20);
    for (const { label, onAct, onRival, onLead } of evidence.grounds) {
      expect(label.length).toBeGreaterThan(5);
      expect(Number.isFinite(onAct) && Number.isFinite(onRival)).toBe(true);
      expect(onLead).toBe(onAct - onRival);
    }
    const sizes = evidence.grounds.map(({ onLead }) => Math.abs(onLead));
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  });
});
