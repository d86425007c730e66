import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CheckpointError, writeCheckpoint } from './checkpoint/checkpoint.ts';
import { openCheckpoint, openPocket, readPocketId, UnknownPocketError } from './node.ts';
import { tinyCheckpoint } from './testing/tiny-checkpoint.ts';

let directory: string;
const { card, weights } = tinyCheckpoint();
const written = writeCheckpoint(card, weights);

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'pocket-'));
  writeFileSync(join(directory, 'mine.v2.json'), written.card);
  writeFileSync(join(directory, 'mine.v2.safetensors'), written.safetensors);
  writeFileSync(join(directory, 'lone.json'), written.card);
  writeFileSync(join(directory, 'cut.json'), written.card);
  writeFileSync(join(directory, 'cut.safetensors'), written.safetensors.subarray(0, 5000));
});

afterAll(() => rmSync(directory, { recursive: true }));

it('reads what IDs stand for', () => {
  expect(
    ['pocket', 'pocket:base', 'pocket:multi-turn', 'pocket:./a/b.json', 'pocket:C:\\a.safetensors'].map(readPocketId),
  ).toEqual([
    { shipped: 'multi-turn' },
    { shipped: 'base' },
    { shipped: 'multi-turn' },
    { path: './a/b.json' },
    { path: 'C:\\a.safetensors' },
  ]);
  for (const id of ['pocket:', 'pocket:Base', 'pockets', 'openai:pocket.json']) {
    expect(() => readPocketId(id)).toThrow(UnknownPocketError);
  }
});

it('opens a checkpoint by either of its files', async () => {
  for (const extension of ['json', 'safetensors']) {
    expect(openCheckpoint(join(directory, `mine.v2.${extension}`))).toEqual({ card, weights });
  }
  const model = openPocket(`pocket:${join(directory, 'mine.v2.json')}`, { temperature: 0 });
  expect(model.modelId).toMatch(/^tiny@[0-9a-f]{8}$/);
  const { content } = await model.doGenerate({
    prompt: [{ role: 'user', content: [{ type: 'text', text: 'a bag' }] }],
  });
  expect(content.length).toBe(1);
});

it('says what is missing or broken, and where', () => {
  expect(() => openCheckpoint(join(directory, 'lone.json'))).toThrow(/lone\.safetensors is not there.*side by side/);
  expect(() => openPocket(`pocket:${join(directory, 'none.json')}`)).toThrow(CheckpointError);
  expect(() => openCheckpoint(join(directory, 'cut.json'))).toThrow(/cut: .*cut off/);
  expect(() => openCheckpoint(join(directory, '.json'))).toThrow(CheckpointError);
});
