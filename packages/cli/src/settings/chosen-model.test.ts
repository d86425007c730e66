import { afterEach, expect, it, vi } from 'vitest';
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
