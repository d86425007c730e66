import { createConcierge, type LearnedValues } from '@sente/catalog';
import { madePolicy } from '@sente/pocket/testing';
import { expect, it, vi } from 'vitest';
import { fakeTrainer } from '../testing/fake-training.ts';
import { lampCatalog } from '../testing/fake-world.ts';
import { PolicyDesk } from './policy-desk.ts';
import type { PolicyOptions } from './policy-options.ts';

const catalog = lampCatalog();

function deskOf(options: PolicyOptions) {
  const { train, begun } = fakeTrainer();
  const desk = new PolicyDesk({ catalog, source: 'file' }, { train, onFault: () => {}, ...options });
  return { desk, begun };
}

/** Whether somebody who begins a conversation now waits for the opening to be scored. */
function waits(desk: PolicyDesk): boolean {
  const score = vi.spyOn(desk.deciding as LearnedValues, 'score');
  createConcierge(catalog, { learned: desk.deciding }).open();
  return score.mock.calls.length > 0;
}

it('has the opening ready whenever another policy is to decide', () => {
  expect(waits(deskOf({ chosen: 'learned', given: madePolicy(1) }).desk)).toBe(false);

  const later = deskOf({ given: madePolicy(2) }).desk;
  later.choose('learned');
  expect(waits(later)).toBe(false);

  const { desk, begun } = deskOf({ chosen: 'learned' });
  begun[0].options.onPolicy?.(madePolicy(3));
  expect(waits(desk)).toBe(false);
  begun[0].options.onPolicy?.(madePolicy(4));
  expect(waits(desk)).toBe(false);
});
