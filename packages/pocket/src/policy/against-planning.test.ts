import { expect, it } from 'vitest';
import { madePolicy } from '../testing/made-policy.ts';
import { againstPlanning, worseThanPlanning } from './against-planning.ts';
import type { PolicyCard } from './policy-card.ts';

const card = (figures?: Record<string, number>): PolicyCard => ({ ...madePolicy().card, ...(figures && { figures }) });

it('takes the mean over the kinds of people that both were judged by', () => {
  const figures = {
    'learned@exact': 1.1,
    'planned@exact': 1.2,
    'learned@noisy': 0.9,
    'planned@noisy': 0.8,
    'learned@alone': 9,
    'planned@other': 0,
    'rule@exact': 5,
  };
  expect(againstPlanning(card(figures))).toEqual({ learned: 1, planned: 1 });
});

it('tells a policy that is clearly worse from one that chance may have put behind', () => {
  const of = (exact: number, noisy: number): PolicyCard =>
    card({ 'learned@exact': exact, 'planned@exact': 1, 'learned@noisy': noisy, 'planned@noisy': 1 });
  expect(worseThanPlanning(of(0.98, 0.97))).toBeUndefined();
  expect(worseThanPlanning(of(1.05, 0.9))).toBeUndefined();
  expect(worseThanPlanning(of(0.98, 0.95))).toEqual({ learned: 0.965, planned: 1 });
});

it('says nothing of a card without figures of both', () => {
  expect(againstPlanning(card())).toBeUndefined();
  expect(worseThanPlanning(card({ 'learned@exact': 0.1 }))).toBeUndefined();
});
