import { expect, it } from 'vitest';
import { builtinCatalog } from '../data/builtin.ts';
import { createShopkeeper } from './shopkeeper.ts';

it.each([
  ['Which is the longest trip where dogs are allowed?', /^[^:]*Cerro Lobo by the Old Ridge.*14 days.*dogs allowed/],
  ['What is your most expensive trip where one camps?', /^[^:]*Stars above Seal Bay.*€1,215.*camping/],
  ['How much is the cheapest?', /A Day by Green Pools.*€22/],
])('answers “%s” among what else was wished for', (question, answer) => {
  expect(createShopkeeper(builtinCatalog()).say(question).text).toMatch(answer);
});
