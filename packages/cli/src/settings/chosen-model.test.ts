import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeCheckpoint } from '@sente/pocket';
import { tinyCheckpoint } from '@sente/pocket/testing';
import { afterEach, expect, it, vi } from 'vitest';
import { UsageError } from '../failure.ts';
import { chosenModel } from './chosen-model.ts';

afterEach(() => vi.unstubAllGlobals());

it.each([
  ['--planner', '1'],
  ['--model', null],
] as const)('keeps a proxy on the way from deciding on a planner’s calls: %s', async (flag, off) => {
  const seen: Headers[] = [];
  vi.stubGlobal('fetch', async (_: string, init: RequestInit) => {
    seen.push(new Headers(init.headers));
    const choices = [{ index: 0, message: { role: 'assistant', content: 'Hi.' }, finish_reason: 'stop' }];
    return Response.json({ id: 'c', object: 'chat.completion', created: 1, model: 'm', choices });
  });
  const model = await chosenModel('http://127.0.0.1:9/v1#m', flag);
  await model.doGenerate({ prompt: [{ role: 'user', content: [{ type: 'text', text: 'Hello' }] }] });
  expect(seen.map((headers) => headers.get('x-sente-off'))).toEqual([off]);
  expect(seen[0].get('content-type')).toContain('json');
});

it('opens a checkpoint of one’s own without any network, and says what is wrong with others', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new Error('no network')));
  const directory = mkdtempSync(join(tmpdir(), 'chosen-'));
  try {
    const { card, weights } = tinyCheckpoint();
    const written = writeCheckpoint(card, weights);
    writeFileSync(join(directory, 'tiny.json'), written.card);
    writeFileSync(join(directory, 'tiny.safetensors'), written.safetensors);
    const model = await chosenModel(`pocket:${join(directory, 'tiny.json')}`, '--planner');
    const asked = [{ role: 'user' as const, content: [{ type: 'text' as const, text: 'Hello' }] }];
    expect((await model.doGenerate({ prompt: asked })).content.length).toBe(1);
  } finally {
    rmSync(directory, { recursive: true });
  }
  const missing = chosenModel(`pocket:${join(directory, 'tiny.json')}`, '--model');
  await expect(missing).rejects.toThrow(UsageError);
  await expect(missing).rejects.toThrow(/^--model: .*tiny\.json is not there/);
});
