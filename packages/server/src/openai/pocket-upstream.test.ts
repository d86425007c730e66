import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { pocketLanguageModel, writeCheckpoint } from '@sente/pocket';
import { tinyCheckpoint } from '@sente/pocket/testing';
import { generateText, streamText } from 'ai';
import OpenAI from 'openai';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startServer } from '../listen.ts';

const directory = mkdtempSync(join(tmpdir(), 'pocket-upstream-'));
const path = join(directory, 'tiny.json');
const messages = [{ role: 'user' as const, content: 'I want a small bag, please.' }];
const faults: unknown[] = [];
const server = { port: 0, studio: false, onFault: (error: unknown) => void faults.push(error) };
let running: Awaited<ReturnType<typeof startServer>>;

beforeAll(async () => {
  const { card, weights } = tinyCheckpoint();
  const written = writeCheckpoint(card, weights);
  writeFileSync(path, written.card);
  writeFileSync(join(directory, 'tiny.safetensors'), written.safetensors);
  running = await startServer({ ...server, proxy: { upstream: `pocket:${path}` } });
});

afterAll(async () => {
  await running.close();
  rmSync(directory, { recursive: true });
});

const client = (): OpenAI => new OpenAI({ baseURL: `${running.url}/v1`, apiKey: 'any', maxRetries: 0 });

it('lists its models, and refuses others by saying which there are', async () => {
  const { data } = await client().models.list();
  expect(data.map(({ id }) => id)).toEqual(['pocket:tiny']);
  expect((await client().models.retrieve('pocket:tiny')).id).toBe('pocket:tiny');
  await expect(client().chat.completions.create({ model: 'gpt-x', messages })).rejects.toThrow(/serves pocket:tiny/);
});

it('says what the model itself says, whole and in events, to the openai client and the AI SDK', async () => {
  const model = pocketLanguageModel(tinyCheckpoint());
  const asked = { temperature: 0.5, seed: 3, maxOutputTokens: 9 };
  const own = await generateText({ model, messages, ...asked });
  const settings = { model: 'pocket:tiny', messages, temperature: 0.5, seed: 3, max_tokens: 9 };
  const whole = await client().chat.completions.create(settings);
  expect(whole.choices[0].message.content).toBe(own.text);
  expect(whole.choices[0].finish_reason).toBe(own.finishReason);
  expect(whole.usage).toMatchObject({
    prompt_tokens: own.usage.inputTokens,
    completion_tokens: own.usage.outputTokens,
  });
  expect(await client().chat.completions.stream(settings).finalContent()).toBe(own.text);
  const sdk = createOpenAICompatible({ name: 'x', baseURL: `${running.url}/v1`, includeUsage: true })('pocket:tiny');
  const stream = streamText({ model: sdk, messages, ...asked, maxRetries: 0 });
  expect(await stream.text).toBe(own.text);
  expect((await stream.usage).totalTokens).toBe(own.usage.totalTokens);
  expect(faults).toEqual([]);
});

it('takes parts, a system prompt and stop words', async () => {
  const ask = (body: object) => client().chat.completions.create({ model: 'pocket:tiny', seed: 1, ...body } as never);
  const plain = (await ask({ messages })) as OpenAI.ChatCompletion;
  const parts = (await ask({
    messages: [
      { role: 'system', content: 'You sell boats.' },
      { role: 'user', content: [{ type: 'text', text: messages[0].content }] },
    ],
  })) as OpenAI.ChatCompletion;
  const text = plain.choices[0].message.content as string;
  expect(parts.choices[0].message.content).toBe(text);
  const second = text.split(' ')[1];
  const cut = (await ask({ messages, stop: second })) as OpenAI.ChatCompletion;
  expect(cut.choices[0].message.content).toBe(text.slice(0, text.indexOf(second)));
});

it('does not begin without weights', async () => {
  const begin = (upstream: string) => startServer({ ...server, proxy: { upstream } });
  await expect(begin('pocket:/no/such/card.json')).rejects.toThrow(/card\.json is not there/);
  await expect(begin('pocket:huge')).rejects.toThrow(/`pocket:base`/);
});
