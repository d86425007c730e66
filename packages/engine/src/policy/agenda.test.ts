import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Agenda,
  advance,
  agendaWorth,
  createAgenda,
  leadGain,
  mayLead,
  refuse,
  UnknownGoalError,
} from './agenda.ts';

const goals = [
  { id: 'newsletter', worth: 0.2, pace: 0.5, deadline: 9 },
  { id: 'address', worth: 0.1 },
];

describe('an agenda', () => {
  it('waits after a refusal, longer each time, and gives up after the third', () => {
    const once = refuse(createAgenda(goals), 'address', 4);
    expect([5, 6, 7].map((turn) => mayLead(once, 'address', turn))).toEqual([false, false, true]);
    const twice = refuse(once, 'address', 7);
    expect([8, 11, 12].map((turn) => mayLead(twice, 'address', turn))).toEqual([false, false, true]);
    expect(mayLead(refuse(twice, 'address', 12), 'address', 1000)).toBe(false);
    expect(mayLead(once, 'newsletter', 5)).toBe(true);
  });

  it('counts progress up to the goal and up to the deadline', () => {
    const half = advance(createAgenda(goals), 'newsletter', 2);
    expect(agendaWorth(half)).toBeCloseTo(0.1);
    expect(agendaWorth(advance(half, 'newsletter', 10))).toBeCloseTo(0.1);
    const done = advance(half, 'newsletter', 3, 0.9);
    expect(agendaWorth(done)).toBeCloseTo(0.2);
    expect(leadGain(done, 'newsletter', 4)).toBe(0);
  });

  it('becomes more pressing as the deadline nears, and stops after it', () => {
    const agenda = createAgenda(goals);
    const gains = [0, 4, 8, 9, 10].map((turn) => leadGain(agenda, 'newsletter', turn));
    expect(gains[0]).toBeLessThan(gains[1]);
    expect(gains[1]).toBeLessThan(gains[2]);
    expect(gains[2]).toBe(gains[3]);
    expect(gains[3]).toBeCloseTo(0.2 * 0.5 * 0.5);
    expect(gains[4]).toBe(0);
  });

  it('expects less of a user who has refused', () => {
    const agenda = createAgenda(goals);
    expect(leadGain(refuse(agenda, 'address', 0), 'address', 3)).toBeLessThan(leadGain(agenda, 'address', 3));
  });

  it('never promises more than is left of the goal, and never changes the agenda it came from', () => {
    const move = fc.record({ id: fc.constantFrom('newsletter', 'address'), refused: fc.boolean() });
    fc.assert(
      fc.property(fc.array(move, { maxLength: 12 }), (moves) => {
        let agenda: Agenda = createAgenda(goals);
        moves.forEach(({ id, refused }, turn) => {
          const before = JSON.stringify(agenda);
          const next = refused ? refuse(agenda, id, turn) : advance(agenda, id, turn);
          expect(JSON.stringify(agenda)).toBe(before);
          agenda = next;
          for (const { goal, progress } of agenda.goals) {
            const gain = leadGain(agenda, goal.id, turn + 1);
            expect(gain).toBeGreaterThanOrEqual(0);
            expect(gain).toBeLessThanOrEqual(goal.worth * (1 - progress) + 1e-12);
          }
        });
      }),
    );
  });

  it('says which goals there are when asked for another', () => {
    expect(() => leadGain(createAgenda(goals), 'phone', 0)).toThrow(UnknownGoalError);
    expect(() => refuse(createAgenda(goals), 'phone', 0)).toThrow(/newsletter/);
  });
});
