import { expect, it } from 'vitest';
import { CheckpointError } from '../checkpoint/card.ts';
import { madePolicy } from '../testing/made-policy.ts';
import { readPolicy, writePolicy } from './policy-card.ts';

const made = madePolicy();
const { safetensors } = writePolicy(made);
const read = (fields: Readonly<Record<string, unknown>>) =>
  readPolicy(safetensors, JSON.stringify({ ...made.card, ...fields }));

it.each([
  ['trainedOn', { trainedOn: undefined }],
  ['trainedOn', { trainedOn: null }],
  ['trainedOn.items', { trainedOn: { ...made.card.trainedOn, items: '300' } }],
  ['trainedOn.source', { trainedOn: { items: 3, answers: 3 } }],
  ['seed', { seed: undefined }],
  ['states', { states: -1 }],
  ['steps', { steps: 0.5 }],
  ['name', { name: 7 }],
  ['of', { of: 'all' }],
  ['figures', { figures: null }],
  ['figures', { figures: { 'learned@exact': '1.2' } }],
])('says which field of a card is amiss, and what to do: %s in %j', (field, fields) => {
  expect(() => read(fields)).toThrow(CheckpointError);
  expect(() => read(fields)).toThrow(`the card's ${field} is not `);
  expect(() => read(fields)).toThrow('or train the policy again');
});

it('reads cards with and without what may be left out', () => {
  expect(read({}).card).toEqual(made.card);
  const more = { of: 9000, figures: { 'learned@exact': 1.2 } };
  expect(read(more).card).toEqual({ ...made.card, ...more });
});

it('tells a card from that of other weights of the same shape', () => {
  const other = writePolicy(madePolicy(2));
  expect(readPolicy(other.safetensors, other.card)).toEqual(madePolicy(2));
  expect(() => readPolicy(safetensors, other.card)).toThrow(CheckpointError);
  expect(() => readPolicy(safetensors, other.card)).toThrow('not of one training');
  // Cards from before there were checksums.
  const { checksum, ...older } = JSON.parse(other.card);
  expect(checksum).toMatch(/^[\da-f]{8}$/);
  expect(readPolicy(safetensors, JSON.stringify(older)).card).toEqual(older);
});
