import { createRandom, planned } from '@sente/engine';
import { checkDomain } from '@sente/engine/testing';
import { describe, expect, it } from 'vitest';
import type { Weighing } from '../weigh/weighing.ts';
import { DEFAULT_COSTS } from './costs.ts';
import { listActs } from './list-acts.ts';
import { WeighedDomain } from './weighed-domain.ts';
import { startOf } from './weighed-state.ts';

const answer = (gist: string, fits: number[], sure = 0.97, tokens = 200): Weighing['answers'][number] => {
  return { gist, fits, sure, tokens, isRecommendation: false };
};

/** Two people who need different answers, a question that tells them apart, a thing that one of them will ask for. */
const weighing: Weighing = {
  answers: [answer('for the first', [0.95, 0.1]), answer('for the second', [0.1, 0.95])],
  questions: [
    { text: 'Which of the two?', choices: ['first', 'second'], replies: [0, 1] },
    { text: 'How are you?', choices: ['well'], replies: [0, 0] },
  ],
  offers: [{ text: 'It closes at six.', evidence: 'opening hours', topic: 'hours', wanted: [0.9, 0.8] }],
  leads: [],
};

function choose(weights: number[], given: Weighing = weighing, horizon = 2): string {
  const domain = new WeighedDomain(given, listActs(given, weights), DEFAULT_COSTS);
  return planned({ domain, horizon }).decide(startOf(weights), createRandom(1)).chosen.id;
}

describe('the weighed world', () => {
  it.each([[[0.5, 0.5]], [[0.8, 0.2]], [[1, 0]]])('keeps what domains promise, at weights %j', (weights) => {
    const domain = new WeighedDomain(weighing, listActs(weighing, weights), DEFAULT_COSTS);
    const findings = checkDomain({ domain, start: startOf(weights) });
    expect(findings.filter((finding) => !finding.passed)).toEqual([]);
  });

  it('asks the question that changes the answer when people are as likely as each other', () => {
    expect(choose([0.5, 0.5])).toBe('ask:which-of-the-two');
  });

  it('answers at once when one of them is likely enough, with the fact that will be wanted', () => {
    expect(choose([0.93, 0.07])).toBe('offer:hours');
    expect(choose([0.93, 0.07], { ...weighing, offers: [] })).toBe('answer:for-the-first');
  });

  it('answers at once at horizon 0, whatever it believes', () => {
    expect(choose([0.5, 0.5], { ...weighing, offers: [] }, 0)).toBe('answer:for-the-first');
  });

  it('does not ask where one answer serves everybody', () => {
    const both = { ...weighing, offers: [], answers: [...weighing.answers, answer('for both', [0.9, 0.9])] };
    expect(choose([0.5, 0.5], both)).toBe('answer:for-both');
  });

  it('looks up rather than asks where a tool can find out', () => {
    const [which, idle] = weighing.questions;
    expect(choose([0.5, 0.5], { ...weighing, questions: [{ ...which, tool: 'calendar' }, idle] })).toBe(
      'lookup:which-of-the-two',
    );
  });

  it('says that it does not know when the answer is likely made up', () => {
    const guess = { ...weighing, questions: [], offers: [], answers: [answer('a guess', [0.9, 0.9], 0.3)] };
    expect(choose([0.5, 0.5], guess)).toBe('abstain');
  });

  it('gives an answer that failed no second chance under the cover of an offer', () => {
    const one = { ...weighing, answers: [answer('for both', [0.5, 0.5])], questions: [] };
    const domain = new WeighedDomain(one, listActs(one, [0.5, 0.5]), DEFAULT_COSTS);
    const failed = { ...startOf([0.5, 0.5]), failed: [0] };
    expect(domain.acts(failed).map(({ kind }) => kind)).toEqual(['abstain']);
    expect(choose([0.5, 0.5], one)).toBe('offer:hours');
  });

  it('asks for details that a reply would be full of blanks without, and not for those that add little', () => {
    const letter = (fit: number, better: number): Weighing => ({
      answers: [answer('a letter with blanks', [fit])],
      questions: [{ text: 'Name and date?', choices: [], replies: [-1], better }],
      offers: [],
      leads: [],
    });
    expect(choose([1], letter(0.7, 0.95))).toBe('ask:name-and-date');
    expect(choose([1], letter(0.9, 0.95))).toBe('answer:a-letter-with-blanks');
    expect(choose([1], letter(0.7, 0.7))).toBe('answer:a-letter-with-blanks');
    expect(choose([1], letter(0.3, 0.8))).toBe('ask:name-and-date');
    // Details do not make an answer of another kind the right one.
    const two = { ...letter(0.7, 0.95), answers: [answer('for one', [0.7, 0.2]), answer('for the other', [0.2, 0.7])] };
    const told = { ...startOf([0.5, 0.5]), told: [0] };
    const both = { ...two, questions: [{ ...two.questions[0], replies: [-1, -1] }] };
    const world = new WeighedDomain(both, listActs(both, [0.5, 0.5]), DEFAULT_COSTS);
    const served = world.outcomes(told, world.acts(told).find(({ answer }) => answer === 0)!)[0];
    expect(served.probability).toBeCloseTo(0.97 * (0.95 + 0.2) * 0.5);
    const domain = new WeighedDomain(letter(0.7, 0.95), listActs(letter(0.7, 0.95), [1]), DEFAULT_COSTS);
    expect(checkDomain({ domain, start: startOf([1]) }).filter(({ passed }) => !passed)).toEqual([]);
  });

  it('keeps quiet about what few would ask for', () => {
    const rare = { ...weighing, offers: [{ ...weighing.offers[0], wanted: [0.1, 0.1] }] };
    expect(choose([0.95, 0.05], rare)).toBe('answer:for-the-first');
  });
});
