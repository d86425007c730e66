import { pocketLanguageModel } from '@sente/pocket';
import { tinyCheckpoint } from '@sente/pocket/testing';
import { expect, it } from 'vitest';
import type { StoredCall } from '../calls/call-store.ts';
import { recordedModels } from './recorded-models.ts';

const task = { probe: 'p', case: 'c', agent: 'bare', repeat: 0, options: { seed: 1 } };
const prompt = [{ role: 'user' as const, content: [{ type: 'text' as const, text: 'a small bag' }] }];

function shelf() {
  const kept = new Map<string, StoredCall>();
  return {
    kept,
    calls: {
      get: (key: string) => kept.get(key),
      put: async (key: string, call: StoredCall) => {
        kept.set(key, call);
        return call;
      },
    },
  };
}

async function said(calls: ReturnType<typeof shelf>['calls'], seed: number, repeat = 0): Promise<string> {
  const model = pocketLanguageModel(tinyCheckpoint(seed));
  const open = recordedModels({ models: { assistant: { id: 'pocket', model } }, calls, seed: 1 });
  const { content } = await open({ ...task, repeat } as never, 'assistant', '', undefined)!.doGenerate({ prompt });
  return content.map((part) => (part.type === 'text' ? part.text : '')).join('');
}

it('lets a pocket model say other things in repeats, the same on every machine', async () => {
  const texts = await Promise.all([0, 1, 2, 3].map((repeat) => said(shelf().calls, 1, repeat)));
  expect(new Set(texts).size).toBeGreaterThan(1);
  expect(await said(shelf().calls, 1, 2)).toBe(texts[2]);
});

it('never gives out what other weights have said under the same name', async () => {
  const { calls, kept } = shelf();
  const first = await said(calls, 1);
  expect(await said(calls, 1)).toBe(first);
  expect(kept.size).toBe(1);
  expect(await said(calls, 2)).not.toBe(first);
  expect(kept.size).toBe(2);
  expect([...kept.values()].map(({ model }) => model)).toEqual([
    expect.stringMatching(/^pocket:tiny@/),
    expect.stringMatching(/^pocket:tiny@/),
  ]);
});
