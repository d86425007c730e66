import { advance, createRandom, refuse } from '@sente/engine';
import { describe, expect, it } from 'vitest';
import { newSession, type Session } from '../session/session.ts';
import { DEFAULT_COSTS } from '../value/costs.ts';
import type { Weighing } from '../weigh/weighing.ts';
import { type DecisionInput, decideTurn } from './decide-turn.ts';

const weighing: Weighing = {
  answers: [
    { gist: 'a letter to a friend', fits: [1, 0.1], sure: 1, tokens: 150, isRecommendation: false },
    { gist: 'a letter to the bank', fits: [0.1, 1], sure: 1, tokens: 150, isRecommendation: false },
  ],
  questions: [{ text: 'Who is the letter for?', choices: ['a friend', 'the bank'], replies: [0, 1] }],
  offers: [
    {
      text: 'Banks want the account number in the subject.',
      evidence: 'usual practice',
      topic: 'banking',
      wanted: [0.6, 0.9],
    },
  ],
  leads: [{ goal: 'team', text: 'May I ask how many you are?', moment: 0.9 }],
};
const goals = [{ id: 'team', goal: 'find out their team size', worth: 0.3 }];

function sessionWith(weights: number[], change: Partial<Session> = {}): Session {
  const intents = weights.map((weight, i) => ({ id: `i${i + 1}`, wants: '', good: '', next: '', weight }));
  return { ...newSession(goals), intents, ...change };
}

function decide(change: Partial<DecisionInput> & { session: Session }) {
  const input = { weighing, costs: DEFAULT_COSTS, horizon: 2, restraint: {}, now: 0, ...change };
  return decideTurn(input, createRandom(1));
}

describe('a decision', () => {
  it('asks when the people who may be asking need different answers', () => {
    const { decision } = decide({ session: sessionWith([0.5, 0.5]) });
    expect(decision.chosen).toMatchObject({ kind: 'ask', text: 'Who is the letter for?' });
    expect(decision.why).toContain('Who is the letter for?');
  });

  it('puts all acts on one scale: offering and leading compete with answering', () => {
    const { decision } = decide({ session: sessionWith([1, 0]) });
    expect(decision.candidates.map(({ act }) => act.kind)).toEqual(
      expect.arrayContaining(['answer', 'ask', 'offer', 'lead', 'abstain']),
    );
    expect(decision.chosen.kind).toBe('lead');
    expect(decide({ session: sessionWith([1, 0]), weighing: { ...weighing, leads: [] } }).decision.chosen.kind).toBe(
      'offer',
    );
  });

  it('leads only while the goal may be pursued, and at a good moment', () => {
    const session = sessionWith([1, 0]);
    const busy = { ...weighing, offers: [], leads: [{ ...weighing.leads[0], moment: 0.05 }] };
    expect(decide({ session, weighing: busy }).decision.chosen.kind).toBe('answer');
    const reached = { ...session, agenda: advance(session.agenda, 'team', 0) };
    const refused = { ...session, agenda: refuse(session.agenda, 'team', 0) };
    const calm = { ...weighing, offers: [] };
    expect(decide({ session: reached, weighing: calm }).decision.chosen.kind).toBe('answer');
    expect(decide({ session: refused, weighing: calm }).decision.chosen.kind).toBe('answer');
  });

  it('says nothing again that was said before, in these words or others, and says why', () => {
    const taken = [
      {
        turn: 0,
        id: 'ask:recipient',
        kind: 'ask' as const,
        text: 'Which recipient is the letter for, a friend or the bank?',
        when: 0,
      },
    ];
    const asked = {
      ...weighing,
      questions: [{ ...weighing.questions[0], text: 'Is the recipient of the letter a friend, or the bank?' }],
    };
    const { decision, suppressed } = decide({ session: sessionWith([0.5, 0.5], { taken, turn: 1 }), weighing: asked });
    expect(decision.chosen.kind).not.toBe('ask');
    expect(suppressed).toContainEqual({ id: 'ask:recipient', reason: 'it was said before' });
  });

  it.each([
    [{ off: true }, 'initiative is switched off'],
    [{ cap: 0 }, 'the cap of 0 a conversation is reached'],
    [{ quietTopics: ['bank'] }, '“bank” is a quiet topic'],
  ])('keeps to restraint %j', (restraint, reason) => {
    const { decision, suppressed } = decide({
      session: sessionWith([1, 0]),
      weighing: { ...weighing, leads: [] },
      restraint,
    });
    expect(decision.chosen.kind).toBe('answer');
    expect(suppressed).toContainEqual({ id: 'offer:banking', reason });
  });

  it('knows a quiet topic by the words of the goal, whatever the words of the lead are', () => {
    const { decision, suppressed } = decide({
      session: sessionWith([1, 0]),
      weighing: { ...weighing, offers: [] },
      restraint: { quietTopics: ['team size'] },
    });
    expect(decision.chosen.kind).toBe('answer');
    expect(suppressed).toEqual([{ id: 'lead:team', reason: '“team size” is a quiet topic' }]);
  });

  it('knows two questions that both ask again what was asked before', () => {
    const [question] = weighing.questions;
    const questions = ['Which budget range works for you?', 'Which budget range would suit you?'].map((text) => ({
      ...question,
      text,
    }));
    const past = { turn: 0, id: 'ask:budget', kind: 'ask', text: 'Which budget range do you have?', when: 0 } as const;
    const session = sessionWith([0.5, 0.5], { turn: 3, taken: [past] });
    const { decision, suppressed } = decide({ session, weighing: { ...weighing, questions } });
    expect(decision.chosen.kind).not.toBe('ask');
    expect(suppressed.map(({ reason }) => reason)).toEqual(['it was said before', 'it was said before']);
  });

  it.each([1, 2, 3])('asks nothing on the way to an answer that may not be given, %i turns ahead', (horizon) => {
    const answers = weighing.answers.map((answer) => ({ ...answer, sure: 0.6 }));
    const second = { ...weighing.questions[0], text: 'How long should it be?' };
    const unsure = { ...weighing, answers, questions: [...weighing.questions, second], offers: [], leads: [] };
    const session = sessionWith([0.5, 0.5]);
    const { chosen } = decide({ session, weighing: unsure, horizon, abstainBelow: 0.8 }).decision;
    expect(chosen.kind).toBe('abstain');
    expect(decide({ session, weighing: unsure, horizon }).decision.chosen.kind).toBe('ask');
  });

  it('gives no answer below the bar', () => {
    const guess = {
      ...weighing,
      answers: [{ ...weighing.answers[0], fits: [1, 1], sure: 0.7 }],
      questions: [],
      offers: [],
      leads: [],
    };
    expect(decide({ session: sessionWith([1, 0]), weighing: guess }).decision.chosen.kind).toBe('answer');
    expect(decide({ session: sessionWith([1, 0]), weighing: guess, abstainBelow: 0.8 }).decision.chosen.kind).toBe(
      'abstain',
    );
  });
});
