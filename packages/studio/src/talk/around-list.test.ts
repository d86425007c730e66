import { expect, it } from 'vitest';
import type { ShownItem } from '../api/types.ts';
import { aroundList } from './around-list.ts';

const item = (name: string): ShownItem => ({ item: 0, id: name, name, facts: [], reasons: [], probability: 0.1 });
const items = [item('Canal'), item('Dune')];

it('takes out the lines that the cards repeat', () => {
  expect(aroundList('Two that fit:\n1. Canal: €899, red\n2. Dune: €1,299\nIs one for you?', items)).toEqual({
    before: 'Two that fit:',
    after: 'Is one for you?',
  });
});

it('keeps numbered lines about anything else, and everything when there are no cards', () => {
  const choices = 'Nothing fits. Give up:\n1. the price: 12 left\n2. the colour: 4 left';
  expect(aroundList(choices, items)).toEqual({ before: choices, after: '' });
  expect(aroundList('1. Canal: €899', [])).toEqual({ before: '1. Canal: €899', after: '' });
});
