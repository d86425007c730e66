import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Act } from '../conversation/act.ts';
import { createRandom } from '../random/random.ts';
import { type OfferAct, type OfferState, offerWorld } from '../testing/worlds/offers.ts';
import { SilencedError } from './no-act-error.ts';
import { planned } from './planned.ts';
import { type InitiativeHistory, type RestraintRules, restrain } from './restraint.ts';

const acts: Act[] = [
  { kind: 'answer', id: 'answer' },
  { kind: 'ask', id: 'ask:size' },
  { kind: 'offer', id: 'offer:sale' },
  { kind: 'lead', id: 'lead:newsletter' },
  { kind: 'wait', id: 'wait' },
];
const fresh: InitiativeHistory = { turn: 0, taken: [] };
const allowed = (rules: RestraintRules, history = fresh): string[] =>
  restrain(rules, acts, history, (act) => ({
    topics: [act.id.split(':')[1]],
    evidence: act.kind === 'ask',
  })).allowed.map((act) => act.id);

describe('restraint', () => {
  it('lets everything through without rules, and nothing but replies when off', () => {
    expect(allowed({})).toHaveLength(5);
    expect(allowed({ off: true })).toEqual(['answer', 'wait']);
  });

  it('caps initiative per conversation', () => {
    const taken = [
      { turn: 0, id: 'ask:colour' },
      { turn: 3, id: 'offer:bag' },
    ];
    expect(allowed({ cap: 3 }, { turn: 5, taken })).toHaveLength(5);
    expect(allowed({ cap: 2 }, { turn: 5, taken })).toEqual(['answer', 'wait']);
    expect(allowed({ cap: 0 })).toEqual(['answer', 'wait']);
  });

  it('caps initiative per day, by the clock that is passed in', () => {
    const hour = 3_600_000;
    const taken = [
      { turn: 0, id: 'ask:colour', when: 0 },
      { turn: 3, id: 'offer:bag', when: 10 * hour },
    ];
    const at = (now: number | undefined, capPerDay = 2): string[] => allowed({ capPerDay }, { turn: 9, now, taken });
    expect(at(24 * hour - 1)).toEqual(['answer', 'wait']);
    expect(at(24 * hour)).toHaveLength(5);
    expect(at(33 * hour, 1)).toEqual(['answer', 'wait']);
    expect(at(34 * hour, 1)).toHaveLength(5);
    expect(at(999 * hour, 0)).toEqual(['answer', 'wait']);
    const { suppressed } = restrain({ capPerDay: 2 }, acts, { turn: 9, now: hour, taken });
    expect(suppressed.map(({ reason }) => reason)).toEqual(Array(3).fill('the cap of 2 a day is reached'));
  });

  it('counts for the day whatever cannot be shown to be older', () => {
    const undated = { turn: 0, id: 'ask:colour' };
    const dated = { turn: 1, id: 'offer:bag', when: 0 };
    expect(allowed({ capPerDay: 1 }, { turn: 9, now: 1e12, taken: [undated] })).toEqual(['answer', 'wait']);
    expect(allowed({ capPerDay: 1 }, { turn: 9, taken: [dated] })).toEqual(['answer', 'wait']);
    expect(allowed({ capPerDay: 1 }, { turn: 9, now: 1e12, taken: [dated] })).toHaveLength(5);
  });

  it('never touches an answer or a wait, whatever the rules', () => {
    const rule = fc.record(
      {
        off: fc.boolean(),
        cap: fc.nat(2),
        capPerDay: fc.nat(2),
        coolDown: fc.nat(3),
        quietTopics: fc.subarray(['size', 'sale', 'newsletter']),
        evidence: fc.boolean(),
        repeatDismissed: fc.boolean(),
      },
      { requiredKeys: [] },
    );
    const past = fc.record({
      turn: fc.nat(9),
      id: fc.constantFrom('answer', 'wait', 'offer:sale'),
      when: fc.option(fc.nat(), { nil: undefined }),
      dismissed: fc.boolean(),
    });
    fc.assert(
      fc.property(
        rule,
        fc.array(past, { maxLength: 5 }),
        fc.option(fc.nat(), { nil: undefined }),
        (rules, taken, now) => {
          expect(allowed(rules, { turn: 9, now, taken })).toEqual(expect.arrayContaining(['answer', 'wait']));
        },
      ),
    );
  });

  it('cools down for as many turns as it says', () => {
    const taken = [{ turn: 2, id: 'ask:colour' }];
    const open = [3, 4, 5].map((turn) => allowed({ coolDown: 2 }, { turn, taken }).length);
    expect(open).toEqual([2, 2, 5]);
    expect(restrain({ coolDown: 2 }, acts, { turn: 3, taken }).suppressed[0].reason).toContain('2 more turns');
  });

  it('keeps quiet topics quiet', () => {
    expect(allowed({ quietTopics: ['sale'] })).toEqual(['answer', 'ask:size', 'lead:newsletter', 'wait']);
  });

  it('never repeats what was dismissed, unless told to', () => {
    const history = { turn: 9, taken: [{ turn: 1, id: 'offer:sale', dismissed: true }] };
    expect(allowed({}, history)).not.toContain('offer:sale');
    expect(allowed({ repeatDismissed: true }, history)).toContain('offer:sale');
  });

  it('asks for evidence', () => {
    expect(allowed({ evidence: true })).toEqual(['answer', 'ask:size', 'wait']);
  });

  it('counts other kinds as initiative when told to', () => {
    expect(allowed({ off: true, kinds: ['lead'] })).toHaveLength(4);
  });
});

describe('restraint in a planner', () => {
  const world = offerWorld({
    prior: [5, 1, 1],
    speaks: 0.3,
    tells: 0.9,
    leaves: 0.05,
    turn: 0.05,
    question: 0.02,
    intrusion: 0.05,
    turns: 4,
  });
  const plan = (rules: RestraintRules, sampled = false): ReturnType<typeof planned<OfferState, number, OfferAct>> =>
    planned({
      domain: world,
      horizon: 3,
      sampled,
      restraint: (offered, state) => restrain(rules, offered, { turn: state.turn, taken: [] }),
    });

  it('chooses among what is allowed, and shows the rest with its value and the reason', () => {
    for (const sampled of [false, true]) {
      const free = plan({}, sampled).decide(world.start, createRandom(1));
      expect(free.chosen.id).toBe('offer:0');
      const bound = plan({ kinds: ['offer'], off: true }, sampled).decide(world.start, createRandom(1));
      expect(['ask', 'wait']).toContain(bound.chosen.kind);
      expect(bound.candidates).toHaveLength(free.candidates.length);
      const last = bound.candidates.slice(-3);
      expect(last.every((candidate) => candidate.suppressed === 'initiative is switched off')).toBe(true);
      expect(last.every((candidate) => Number.isFinite(candidate.value))).toBe(true);
    }
  });

  it('holds in imagined turns too: a plan that may not offer later is worth less', () => {
    const waiting = (rules: RestraintRules): number =>
      plan(rules)
        .decide(world.start, createRandom(1))
        .candidates.find((candidate) => candidate.act.kind === 'wait')!.value;
    expect(waiting({ kinds: ['offer', 'ask'], off: true })).toBeLessThan(waiting({}));
  });

  it('says so when it leaves nothing to do', () => {
    expect(() => plan({ off: true, kinds: ['offer', 'ask', 'wait'] }).decide(world.start, createRandom(1))).toThrow(
      SilencedError,
    );
  });
});
