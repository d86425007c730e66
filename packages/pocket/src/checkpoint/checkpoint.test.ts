import { expect, it } from 'vitest';
import { tinyCheckpoint } from '../testing/tiny-checkpoint.ts';
import { CheckpointError, readCheckpoint, writeCheckpoint } from './checkpoint.ts';

const { card, weights } = tinyCheckpoint();

it('reads what it wrote', () => {
  const written = writeCheckpoint(card, weights);
  expect(readCheckpoint(written.safetensors, written.card)).toEqual({ card, weights });
});

it('halves the file in half precision, and stays within its rounding', () => {
  const whole = writeCheckpoint(card, weights).safetensors.length;
  const half = writeCheckpoint(card, weights, { half: true });
  expect(half.safetensors.length).toBeLessThan(0.6 * whole);
  const read = readCheckpoint(half.safetensors, half.card).weights.embedding.data;
  for (const [at, value] of weights.embedding.data.entries()) {
    expect(Math.abs(read[at] - value)).toBeLessThanOrEqual(Math.abs(value) * 2 ** -11 + 2 ** -25);
  }
});

it.each([
  ['no JSON', 'hello', /no JSON/],
  ['nothing', 'null', /not given/],
  ['of another format', JSON.stringify({ ...card, format: 'sente-pocket/9' }), /sente-pocket\/9/],
  ['without a shape', JSON.stringify({ ...card, shape: undefined }), /lacks the model's shape/],
  ['of another vocabulary', JSON.stringify({ ...card, words: ['red'] }), /lists 1 words/],
  ['with heads that share nothing', JSON.stringify({ ...card, shape: { ...card.shape, heads: 3 } }), /3 heads/],
  ['of a wider model', JSON.stringify({ ...card, shape: { ...card.shape, width: 18 } }), /embedding .*×16/],
  ['of a deeper model', JSON.stringify({ ...card, shape: { ...card.shape, layers: 3 } }), /layer2.* none/],
])('refuses a card that is %s', (_, text, message) => {
  const { safetensors } = writeCheckpoint(card, weights);
  expect(() => readCheckpoint(safetensors, text)).toThrow(CheckpointError);
  expect(() => readCheckpoint(safetensors, text)).toThrow(message);
});
