import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeCheckpoint } from '@sente/pocket';
import { tinyCheckpoint } from '@sente/pocket/testing';
import { afterAll, expect, it } from 'vitest';
import { isModelIdError, openAnyModel } from './open-any-model.ts';

const directory = mkdtempSync(join(tmpdir(), 'any-model-'));
afterAll(() => rmSync(directory, { recursive: true }));

it('opens a checkpoint, and a server', () => {
  const { card, weights } = tinyCheckpoint();
  const written = writeCheckpoint(card, weights);
  writeFileSync(join(directory, 'tiny.json'), written.card);
  writeFileSync(join(directory, 'tiny.safetensors'), written.safetensors);
  expect(openAnyModel(`pocket:${join(directory, 'tiny.json')}`).provider).toBe('pocket');
  expect(openAnyModel('http://127.0.0.1:9/v1#m').modelId).toBe('m');
});

it.each([
  ['pocket:huge', /`pocket:base`/],
  ['pocket:/no/such/card.json', /card\.json is not there/],
  ['pocke', /Did you mean `pocket`/],
  ['openai:gpt-x', /OPENAI_API_KEY/],
])('says what is wrong with %s', (id, message) => {
  let thrown: unknown;
  try {
    openAnyModel(id, { env: {} });
  } catch (error) {
    thrown = error;
  }
  expect(isModelIdError(thrown)).toBe(true);
  expect((thrown as Error).message).toMatch(message);
  expect(isModelIdError(new Error('no'))).toBe(false);
});
