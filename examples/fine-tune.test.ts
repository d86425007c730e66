import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, expect, it } from 'vitest';

const folder = fileURLToPath(new URL('./fine-tune/', import.meta.url));
let close = (): void => {};
afterEach(() => close());

/** `text` goes out as it is; with `length` the connection ends behind it, though that many bytes were promised. */
type Reply = { status?: number; body: unknown } | { status?: number; text: string; length?: number };

/** Calls the reward function as TRL does, with an endpoint that answers as `reply` says. */
async function call(reply: (attempt: number, items: readonly unknown[]) => Reply, more = {}) {
  const asked: { items: { completion: string; task: unknown; finish?: string }[] }[] = [];
  const server = createServer(async (request, response) => {
    let heard = '';
    for await (const chunk of request) heard += chunk;
    asked.push(JSON.parse(heard));
    const said = reply(asked.length, asked.at(-1)!.items);
    const text = 'text' in said ? said.text : JSON.stringify(said.body);
    const length = ('length' in said ? said.length : undefined) ?? Buffer.byteLength(text);
    response.writeHead(said.status ?? 200, { 'content-type': 'application/json', 'content-length': length });
    response.write(text, () => (length > text.length ? response.destroy() : response.end()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  close = () => server.close();
  const { port } = server.address() as AddressInfo;
  const code = `
import json, sente_reward
sente_reward.WAITS = [0, 0]
prompt = [{"role": "user", "content": "a lamp"}]
completions = [[{"role": "assistant", "content": text}] for text in ("Which colour?", "The red one.")]
print(json.dumps(sente_reward.sente_reward([prompt] * 2, completions, goal=["a blue lamp"] * 2, answer=[None] * 2, completion_ids=[[1, 2, 3], [1, 2]], trainer_state=None)))`;
  const env = {
    ...process.env,
    ...more,
    PYTHONDONTWRITEBYTECODE: '1',
    SENTE_REWARD_URL: `http://127.0.0.1:${port}/v1/reward`,
  };
  const { stdout } = await promisify(execFile)('python3', ['-c', code], { cwd: folder, env });
  return { rewards: JSON.parse(stdout) as number[], asked };
}

it('gives rewards in order, with the goal of the data set', async () => {
  const { rewards, asked } = await call(() => ({ body: { results: [{ reward: 0.7 }, { reward: -0.2 }] } }));
  expect(rewards).toEqual([0.7, -0.2]);
  expect(asked[0].items.map(({ completion }) => completion)).toEqual(['Which colour?', 'The red one.']);
  expect(asked[0].items[0].task).toEqual({ goal: 'a blue lamp' });
  expect(asked[0].items.map(({ finish }) => finish)).toEqual([undefined, undefined]);
});

it('tells which completions were cut off, when it knows how long they may be', async () => {
  const { asked } = await call(() => ({ body: { results: [{ reward: 0.7 }, { reward: -0.2 }] } }), {
    SENTE_MAX_TOKENS: '3',
  });
  expect(asked[0].items.map(({ finish }) => finish)).toEqual(['length', undefined]);
});

it('asks again for what failed and may succeed, and for that alone', async () => {
  const error = { code: 'rate-limited', message: 'too often', retryable: true };
  const { rewards, asked } = await call((attempt) =>
    attempt === 1
      ? { body: { results: [{ error }, { reward: 0 }] } }
      : attempt === 2
        ? { status: 503, body: {} }
        : { body: { results: [{ reward: 0.5 }] } },
  );
  expect(rewards).toEqual([0.5, 0]);
  expect(asked.map(({ items }) => items.length)).toEqual([2, 1, 1]);
});

it('ends the training where there is no reward: never a 0', async () => {
  const error = { code: 'no-judge', message: 'name one', retryable: false };
  await expect(call(() => ({ body: { results: [{ reward: 1 }, { error }] } }))).rejects.toThrow('no-judge: name one');
  close();
  const passing = { code: 'timeout', message: 'took too long', retryable: true };
  await expect(call((_, items) => ({ body: { results: items.map(() => ({ error: passing })) } }))).rejects.toThrow(
    'timeout',
  );
  close();
  await expect(call(() => ({ status: 401, body: { error: 'key' } }))).rejects.toThrow('status 401');
});

it.each([
  ['neither reward nor error', '{"results": [{}, {"reward": 1}]}'],
  ['no number', '{"results": [{"reward": NaN}, {"reward": 1}]}'],
  ['null', '{"results": [{"reward": null}, {"reward": 1}]}'],
  ['half a body', '{"results": [{"rew'],
  ['a page of a proxy', '<html>'],
])('takes nothing else for a score: %s', async (_, garbled) => {
  const good = '{"results": [{"reward": 0.5}, {"reward": 1}]}';
  const { rewards, asked } = await call((attempt) => ({ text: attempt === 1 ? garbled : good }));
  expect(rewards).toEqual([0.5, 1]);
  expect(asked).toHaveLength(2);
  close();
  await expect(call(() => ({ text: garbled }))).rejects.toThrow('RewardFailed');
});

it('asks again when the reply broke off', async () => {
  const good = '{"results": [{"reward": 0.5}, {"reward": 1}]}';
  const { rewards } = await call((attempt) => ({ text: attempt === 1 ? good.slice(0, 9) : good, length: good.length }));
  expect(rewards).toEqual([0.5, 1]);
});
