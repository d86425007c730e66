import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Evidence, Ground } from '../api/evidence-client.ts';
import { barOf, groupsOf, meaning, signed, strongest, telling } from './evidence-words.ts';

const ground = (kind: Ground['kind'], onLead: number): Ground => ({
  id: kind,
  kind,
  label: kind,
  onAct: onLead,
  onRival: 0,
  onLead,
});

describe('evidence as it is shown', () => {
  it('groups what was said, what can be asked and what is believed, and drops what would read as nothing', () => {
    const [answer, wish, item, closed, question] = [
      ground('answer', -0.2),
      ground('wish', 0.1),
      ground('item', 0.01),
      ground('closed', 0.0004),
      ground('question', 0.005),
    ];
    const groups = groupsOf([answer, wish, item, closed, question]);
    expect(groups.map(({ grounds }) => grounds)).toEqual([[wish], [question], [answer, item]]);
    expect(groupsOf([closed])).toEqual([]);
    expect([strongest([wish, answer]), strongest([])]).toEqual([0.2, 0]);
  });

  it('leaves out the questions that the act and its rival are, and nothing else', () => {
    const question = (id: string): Ground => ({ ...ground('question', 0.1), id });
    const grounds = [question('question:1'), question('question:11'), question('question:2'), ground('wish', 0.3)];
    const between = (act: string, rival: string) =>
      telling({ act: { id: act, label: '' }, rival: { id: rival, label: '' }, lead: 0, grounds }).map(({ id }) => id);
    expect(between('ask:1', 'ask:2')).toEqual(['question:11', 'wish']);
    expect(between('recommend:3', 'ask:11')).toEqual(['question:1', 'question:2', 'wish']);
    expect(between('recommend:3', 'abstain')).toHaveLength(4);
  });

  it('draws bars from the middle, to the right for the act, never over the edge', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -2, max: 2, noNaN: true }),
        fc.double({ min: 0.001, max: 2, noNaN: true }),
        (value, most) => {
          const onLead = Math.max(-most, Math.min(most, value));
          const { left, width } = barOf(onLead, most);
          expect(left).toBeGreaterThanOrEqual(0);
          expect(left + width).toBeLessThanOrEqual(100 + 1e-9);
          expect(onLead < 0 ? left + width : left).toBeCloseTo(50, 9);
        },
      ),
    );
    expect(barOf(-0.1, 0.2)).toEqual({ left: 25, width: 25 });
  });

  it('says who is ahead, and signs its numbers', () => {
    expect([signed(0.07), signed(-0.0223)]).toEqual(['+0.070', '−0.022']);
    const act = { id: 'a', label: 'ask for the colour' };
    const rival = { id: 'b', label: 'recommend 3 lamps' };
    const evidence: Evidence = { act, rival, lead: 0.2, grounds: [] };
    expect(meaning(evidence)).toContain('“ask for the colour” leads “recommend 3 lamps” by 0.200');
    expect(meaning({ ...evidence, lead: -0.2 })).toContain('“ask for the colour” is 0.200 behind');
  });
});
