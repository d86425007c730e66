import { APICallError, type LanguageModelV4, type LanguageModelV4CallOptions } from '@ai-sdk/provider';
import type { ScriptReply } from '@sente/language/testing';
import { scriptedModel } from '@sente/language/testing';
import { describe, expect, it } from 'vitest';
import { createCostMeter } from './cost-meter.ts';
import { createGate } from './create-gate.ts';
import { memoryCalls } from './memory-calls.test.support.ts';
import { recordModel } from './record-model.ts';
import { BudgetReachedError, createRunBudget } from './run-budget.ts';

const ask = (text: string, more: Partial<LanguageModelV4CallOptions> = {}): LanguageModelV4CallOptions => ({
  prompt: [{ role: 'user', content: [{ type: 'text', text }] }],
  ...more,
});
/** Replies with the number of the call, counted from 1. */
const counting = () => {
  let calls = 0;
  return scriptedModel({ bare: () => `reply ${++calls}` });
};
const text = async (model: LanguageModelV4, words: string, more?: Partial<LanguageModelV4CallOptions>) => {
  const [part] = (await model.doGenerate(ask(words, more))).content;
  return part?.type === 'text' ? part.text : undefined;
};
const fails = (statusCode: number, responseHeaders: Record<string, string> = {}): ScriptReply =>
  new APICallError({
    message: `status ${statusCode}`,
    url: 'http://h',
    requestBodyValues: {},
    statusCode,
    responseHeaders,
  });

describe('recordModel', () => {
  it('makes a call once: the next conversation that asks the same gets what is kept, whole', async () => {
    const [model, calls, meter] = [counting(), memoryCalls(), createCostMeter()];
    const first = await recordModel({ model, calls, meter, prices: { input: 1e6, output: 0 } }).doGenerate(
      ask('Hi you!'),
    );
    const second = await recordModel({ model, calls, meter }).doGenerate(ask('Hi you!'));
    expect(second).toEqual(first);
    expect(first.content).toEqual([{ type: 'text', text: 'reply 1' }]);
    expect(model.calls).toHaveLength(1);
    expect(meter.totals()).toEqual({ calls: 1, input: 2, output: 2, usd: 2, replayed: 1 });
  });

  it('keeps repeats, forks and equal requests of one conversation apart, the same way each time', async () => {
    const [model, calls] = [counting(), memoryCalls()];
    const play = async (): Promise<unknown[]> => {
      const plain = recordModel({ model, calls });
      return [
        await text(plain, 'Hi'),
        await text(plain, 'Hi'),
        await text(recordModel({ model, calls, repeat: 1 }), 'Hi'),
        await text(recordModel({ model, calls, fork: 'a' }), 'Hi'),
        await text(recordModel({ model, calls, id: 'other' }), 'Hi'),
        await text(plain, 'Hi', { temperature: 1 }),
        await text(plain, 'Hi'),
      ];
    };
    const first = await play();
    expect(first).toEqual([1, 2, 3, 4, 5, 6, 7].map((n) => `reply ${n}`));
    expect(await play()).toEqual(first);
    expect(model.calls).toHaveLength(7);
  });

  it('waits for a call that another conversation is making rather than making it too', async () => {
    const model = scriptedModel({ bare: { delayMs: 20, reply: 'slow' } });
    const calls = memoryCalls();
    const replies = await Promise.all([1, 2, 3].map(() => text(recordModel({ model, calls }), 'Hi')));
    expect(replies).toEqual(['slow', 'slow', 'slow']);
    expect(model.calls).toHaveLength(1);
  });

  it('streams what is kept', async () => {
    const [model, calls] = [counting(), memoryCalls()];
    const seen: unknown[] = [];
    for await (const part of (await recordModel({ model, calls }).doStream(ask('Hi'))).stream) seen.push(part);
    expect(seen).toContainEqual({ type: 'text-delta', id: '0', delta: 'reply 1' });
    expect(seen.at(-1)).toMatchObject({ type: 'finish', finishReason: { unified: 'stop' } });
    expect(await text(recordModel({ model, calls }), 'Hi')).toBe('reply 1');
  });

  it('tries again what passes, and rests as long as the server says', async () => {
    const script: ScriptReply[] = [fails(500), fails(429, { 'Retry-After': '7' }), fails(503), 'at last'];
    const model = scriptedModel({ bare: script as never });
    const slept: number[] = [];
    let time = 0;
    const sleep = async (milliseconds: number): Promise<void> => {
      slept.push(milliseconds);
      time += milliseconds;
    };
    const now = (): number => time;
    for (const gate of [undefined, createGate({ atOnce: 4, sleep, now })]) {
      slept.length = 0;
      const model = scriptedModel({ bare: script as never });
      expect(await text(recordModel({ model, calls: memoryCalls(), gate, sleep, now }), 'Hi')).toBe('at last');
      expect(slept).toHaveLength(3);
      expect(slept[0]).toBeGreaterThanOrEqual(250);
      expect(slept[0]).toBeLessThanOrEqual(500);
      expect(slept[1]).toBe(7000);
      expect(slept[2]).toBeGreaterThanOrEqual(1000);
    }
    expect(model.calls).toHaveLength(0);
  });

  it('throws at once what another attempt would only repeat, and the rest when attempts are spent', async () => {
    const calls = memoryCalls();
    const sleep = async (): Promise<void> => {};
    const bad = scriptedModel({ bare: fails(400) });
    await expect(recordModel({ model: bad, calls, sleep }).doGenerate(ask('Hi'))).rejects.toThrow('status 400');
    expect(bad.calls).toHaveLength(1);
    const down = scriptedModel({ bare: fails(500) });
    await expect(recordModel({ model: down, calls, sleep, retries: 3 }).doGenerate(ask('Hi'))).rejects.toThrow('500');
    expect(down.calls).toHaveLength(4);
    const quota = scriptedModel({ bare: fails(429, { 'retry-after': '86400' }) });
    await expect(recordModel({ model: quota, calls, sleep }).doGenerate(ask('Hi'))).rejects.toThrow('429');
    expect(quota.calls).toHaveLength(1);
    expect(calls.kept.size).toBe(0);
  });

  it('numbers a request that failed once as if nothing had failed', async () => {
    const calls = memoryCalls();
    const model = scriptedModel({ bare: [fails(400), 'fine'] as never });
    const talk = recordModel({ model, calls });
    await expect(talk.doGenerate(ask('Hi'))).rejects.toThrow();
    expect(await text(talk, 'Hi')).toBe('fine');
    const [key] = calls.kept.keys();
    const other = memoryCalls();
    await text(recordModel({ model: counting(), calls: other }), 'Hi');
    expect([...other.kept.keys()]).toEqual([key]);
  });

  it('stops before a call that the budget does not allow, and still answers what is kept', async () => {
    const [model, calls, budget] = [counting(), memoryCalls(), createRunBudget({ calls: 1 })];
    const talk = () => recordModel({ model, calls, budget });
    await text(talk(), 'Hi');
    await expect(talk().doGenerate(ask('You'))).rejects.toThrow(BudgetReachedError);
    expect(await text(talk(), 'Hi')).toBe('reply 1');
    expect(model.calls).toHaveLength(1);
  });

  it('is called off by the run or by who waits, but goes on while somebody else waits', async () => {
    const model = scriptedModel({ bare: { delayMs: 30, reply: 'slow' } });
    const calls = memoryCalls();
    const [run, one] = [new AbortController(), new AbortController()];
    const talk = () => recordModel({ model, calls, signal: run.signal });
    const leaves = talk().doGenerate(ask('Hi', { abortSignal: one.signal }));
    const stays = text(talk(), 'Hi');
    setTimeout(() => one.abort(new Error('one left')), 5);
    await expect(leaves).rejects.toThrow('one left');
    expect(await stays).toBe('slow');
    expect(model.calls).toHaveLength(1);
    const stopped = talk().doGenerate(ask('You'));
    setTimeout(() => run.abort(new Error('stop')), 5);
    await expect(stopped).rejects.toThrow('stop');
    await expect(talk().doGenerate(ask('Hi'))).rejects.toThrow('stop');
    expect(calls.kept.size).toBe(1);
  });

  it('gives back what is kept, not what was said, so that a replay is no other conversation', async () => {
    const calls = memoryCalls();
    const redacting = {
      ...calls,
      put: (key: string, call: never) => calls.put(key, { ...(call as object), reply: hidden } as never),
    };
    const hidden = JSON.stringify({
      content: [{ type: 'text', text: '[key]' }],
      finishReason: {},
      usage: {},
      warnings: [],
    });
    expect(await text(recordModel({ model: counting(), calls: redacting as never }), 'Hi')).toBe('[key]');
  });

  it('keeps bytes, and nothing of the wire', async () => {
    const calls = memoryCalls();
    const result = {
      content: [{ type: 'file', mediaType: 'image/png', data: { type: 'data', data: new Uint8Array([1, 2, 255]) } }],
      finishReason: { unified: 'stop', raw: 'stop' },
      usage: { inputTokens: { total: 1 }, outputTokens: { total: 1 }, raw: { secret: 1 } },
      request: { body: 'secret' },
      response: { modelId: 'm', headers: { 'x-secret': 'secret' }, body: 'secret' },
      warnings: [],
    };
    const model = scriptedModel({ bare: result as never });
    const { content } = await recordModel({ model, calls }).doGenerate(ask('Draw'));
    expect(content).toEqual(result.content);
    expect([...calls.kept.values()][0]?.reply).not.toContain('secret');
  });
});
