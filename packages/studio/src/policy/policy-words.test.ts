import { expect, it } from 'vitest';
import type { PolicyStatus } from '../api/policy-types.ts';
import { OWN, PLANNED } from './made-status.test.support.ts';
import { learnedInWords, trainingInWords, trainingIsOver, worthInWords } from './policy-words.ts';

const status: PolicyStatus = { ...PLANNED, chosen: 'learned' };

it('says what a policy was trained on', () => {
  expect(learnedInWords(OWN)).toBe(
    'Learned from this table: 6,000 turns; R*\u00a01.02 with exact answers, planning\u00a01.03.',
  );
  expect(learnedInWords({ ...OWN, origin: 'shipped', items: 4000 })).toContain(
    'trained on a generated catalogue, 6,000 turns on 4,000 items; R*\u00a01.02',
  );
  expect(learnedInWords({ ...OWN, origin: 'file' })).toContain('a file, “bikes”, 6,000 turns on 60 items');
});

it('says how much of a training is in a policy that is not from its end', () => {
  expect(learnedInWords({ ...OWN, states: 3000 })).toContain('from this table: the first 3,000 of 6,000 turns; R*');
  expect(learnedInWords({ ...OWN, states: 3000, whole: null })).toContain('from this table: 3,000 turns; R*');
});

it('leaves out figures that a card does not have', () => {
  expect(learnedInWords({ ...OWN, figures: { 'learned@exact': 1 } })).toMatch(/R\*\s1\.00 with exact answers\.$/);
  expect(learnedInWords({ ...OWN, figures: {} })).toBe('Learned from this table: 6,000 turns.');
});

it('says what R* is only where it is read', () => {
  for (const figures of [OWN.figures, { 'learned@exact': 1 }, { 'planned@exact': 1 }, {}]) {
    const card = { ...OWN, figures };
    expect(worthInWords(card)?.startsWith('R*: ') ?? false).toBe(learnedInWords(card).includes('R*'));
  }
});

it('says how far a training is, and who decides meanwhile', () => {
  const training = { share: 0.413, iteration: 1, of: 2 };
  expect(trainingInWords(training, { ...status, training })).toBe('Training: 41 % · planning decides meanwhile');
  expect(trainingInWords(training, { ...status, training, serving: 'learned' })).toContain(
    'the learned policy decides',
  );
});

it('says what came of a training', () => {
  expect(trainingIsOver({ ...status, ended: 'done', serving: 'learned', learned: OWN })).toBe(
    'The training is over. New conversations are decided by the learned policy.',
  );
  expect(trainingIsOver({ ...status, ended: 'stopped' })).toBe(
    'The training was stopped. New conversations are decided by planning.',
  );
  expect(trainingIsOver({ ...status, problem: 'Two items are too few: add some.' })).toBe(
    'Two items are too few: add some. New conversations are decided by planning.',
  );
  expect(trainingIsOver({ ...status, ended: 'stopped', problem: 'It cannot be kept.' })).toBe(
    'The training was stopped. It cannot be kept. New conversations are decided by planning.',
  );
  // What visitors are told of one that failed.
  expect(trainingIsOver({ ...status, ended: 'failed', mayChange: false })).toBe(
    'The training is over. New conversations are decided by planning.',
  );
});
