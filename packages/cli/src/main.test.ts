/** The command as a process of its own: pipes, signals, ports, exit codes. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer as createUpstream } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { madePolicy } from '@sente/pocket/testing';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { savePolicy } from './settings/policy-files.ts';

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));
const NODE = ['--conditions=@sente/source', MAIN];

let folder: string;
let env: NodeJS.ProcessEnv;
const children: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sente-main-'));
  env = { ...process.env, INIT_CWD: folder, FORCE_COLOR: undefined, CI: '1' };
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

function sente(args: readonly string[], input = '') {
  return spawnSync(process.execPath, [...NODE, ...args], { cwd: folder, env, input, encoding: 'utf8' });
}

/** Starts the command, and waits until its output holds an address. */
async function listening(
  args: readonly string[],
): Promise<{ child: ChildProcess; url: string; ended: Promise<number | null>; output: () => string }> {
  const child = spawn(process.execPath, [...NODE, ...args], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (data) => {
        output += data;
        const found = /http:\/\/[\w.:]+\d/.exec(output);
        if (found) resolve(found[0]);
      });
    }
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${output}`)));
  });
  return { child, url, ended, output: () => output };
}

it('talks in a pipe: one line in, one reply out, no colours, no prompt', () => {
  const { status, stdout, stderr } = sente(['chat', '--seed', '1', '--json'], 'easy\nwhy?\n');
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout.trim().split('\n')).toHaveLength(3);
  const plain = sente(['chat', '--seed', '1'], 'easy\n').stdout;
  expect(plain).not.toContain('\u001b');
  expect(plain).not.toContain('›');
});

it('names file, line and column of a bad table, shows no stack, and ends with 2', () => {
  writeFileSync(join(folder, 'bad.csv'), 'name,colour\na,red\nb,blue,1\n');
  const { status, stdout, stderr } = sente(['chat', '--catalog', 'bad.csv']);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(/^bad\.csv:3:3: /);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});

it('does not mind a reader who leaves early', () => {
  const lines = Array.from({ length: 200 }, () => 'undo\\n').join('');
  const command = `printf '${lines}' | "$0" ${NODE.map((part) => `'${part}'`).join(' ')} chat --seed 1 | head -n 1; echo "\${PIPESTATUS[1]}"`;
  const { stdout, stderr } = spawnSync('bash', ['-c', command, process.execPath], {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(stdout.trim().split('\n').at(-1)).toBe('0');
});

it('says which port is taken and ends with 2', async () => {
  const blocker = createServer();
  await new Promise<void>((resolve) => blocker.listen(0, '127.0.0.1', resolve));
  const { port } = blocker.address() as { port: number };
  const rows = Array.from({ length: 20 }, (_, n) => `lamp ${n},${n % 2 ? 'red' : 'blue'}`);
  writeFileSync(join(folder, 'a.csv'), `name,colour\n${rows.join('\n')}\n`);
  for (const command of ['studio', 'serve']) {
    const { status, stderr } = sente([command, '--port', String(port), '--policy', 'learned', '--catalog', 'a.csv']);
    expect(status).toBe(2);
    expect(stderr).toMatch(new RegExp(`^Port ${port} on 127.0.0.1 is in use`));
    expect(stderr).toContain('--port');
  }
  blocker.close();
});

it('serves the studio until Ctrl-C, quietly, and keeps unmet wishes in the user’s folder', async () => {
  const { child, url, ended } = await listening(['--port', '0', '--no-open']);
  expect((await (await fetch(`${url}/healthz`)).json()) as unknown).toEqual({ ok: true });
  expect(existsSync(join(folder, '.sente', 'wishes.jsonl'))).toBe(true);
  child.kill('SIGINT');
  expect(await ended).toBe(0);
});

it('serves the chat without the studio, behind its keys', async () => {
  const { url } = await listening(['serve', '--port', '0', '--key', 'owner', '--chat-key', 'shop']);
  const post = (key?: string) =>
    fetch(`${url}/api/chat`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) },
      body: '{}',
    });
  expect((await post()).status).toBe(401);
  expect((await post('shop')).status).toBe(200);
  expect((await fetch(`${url}/api/wishes`, { headers: { authorization: 'Bearer shop' } })).status).toBe(401);
  expect((await fetch(`${url}/`)).status).toBe(200);
  expect((await fetch(`${url}/import`)).status).toBe(404);
});

it('serves the policy that lies beside the table, and says why there is none', async () => {
  const rows = Array.from({ length: 3 }, (_, n) => `lamp ${n},${n === 0 ? 'red' : 'blue'}`);
  writeFileSync(join(folder, 'lamps.csv'), `name,colour\n${rows.join('\n')}\n`);
  const status = async (url: string): Promise<unknown> => (await fetch(`${url}/api/policy`)).json();
  const without = await listening(['serve', '--port', '0', '--catalog', 'lamps.csv', '--policy', 'learned']);
  await expect.poll(without.output).toContain('There is nothing to learn from lamps: its 3 items fit into one list.');
  expect(await status(without.url)).toMatchObject({ chosen: 'learned', serving: 'planned', training: null });
  savePolicy(join(folder, 'lamps.policy'), madePolicy());
  const beside = await listening(['--no-open', '--port', '0', '--catalog', 'lamps.csv', '--policy', 'learned']);
  expect(await status(beside.url)).toMatchObject({ serving: 'learned', learned: { origin: 'own' }, training: null });
  const planned = await listening(['serve', '--port', '0', '--catalog', 'lamps.csv']);
  expect(await status(planned.url)).toMatchObject({ serving: 'planned', learned: { origin: 'own' } });
  const named = await listening(['serve', '--port', '0', '--policy', 'lamps.policy.json']);
  expect(await status(named.url)).toMatchObject({ serving: 'learned', learned: { name: 'made', origin: 'file' } });
});

it('serves a model and a table side by side, with the upstream’s key from the environment and in no output', async () => {
  const asked: (string | undefined)[] = [];
  const upstream = createUpstream((request, response) => {
    asked.push(request.headers.authorization);
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"object": "list", "data": []}');
  });
  await new Promise<void>((resolve) => upstream.listen(0, '127.0.0.1', resolve));
  env.SENTE_UPSTREAM_KEY = 'sk-secret-1';
  writeFileSync(join(folder, 'lamps.csv'), 'name,colour\na,red\nb,blue\nc,red\n');
  writeFileSync(join(folder, 'goals.json'), '[{"id": "size", "goal": "find out their team size", "worth": 0.3}]');
  const address = `http://127.0.0.1:${(upstream.address() as AddressInfo).port}/v1`;
  const flags = ['--catalog', 'lamps.csv', '--agenda', 'goals.json', '--mode', 'observe', '--key', 'a', '--key', 'b'];
  const { url, child, ended, output } = await listening(['serve', '--port', '0', '--upstream', address, ...flags]);
  await expect.poll(output).toContain(`OPENAI_BASE_URL=${url}/v1`);
  expect(output()).not.toContain('secret');
  const models = (key: string) => fetch(`${url}/v1/models`, { headers: { authorization: `Bearer ${key}` } });
  expect([(await models('c')).status, (await models('b')).status]).toEqual([401, 200]);
  expect(asked).toEqual(['Bearer sk-secret-1']);
  const chat = {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer a' },
    body: '{}',
  };
  expect((await fetch(`${url}/api/chat`, chat)).status).toBe(200);
  const goals = { method: 'PATCH', headers: { ...chat.headers }, body: '{}' };
  expect(await (await fetch(`${url}/v1/sente/conversations/x`, goals)).json()).toMatchObject({
    agenda: [{ id: 'size' }],
  });
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  upstream.close();
});

/** A model's server that says one thing, streamed when it is asked to. */
async function saying(text: string): Promise<{ readonly address: string; close(): void }> {
  const server = createUpstream(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece);
    const head = { id: 'c', created: 1, model: 'm' };
    const usage = { prompt_tokens: 3, completion_tokens: 2, total_tokens: 5 };
    if (JSON.parse(Buffer.concat(pieces).toString()).stream !== true) {
      const choices = [{ index: 0, message: { role: 'assistant', content: text }, finish_reason: 'stop' }];
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ ...head, object: 'chat.completion', choices, usage }));
      return;
    }
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const choices = [{ index: 0, delta: { role: 'assistant', content: text }, finish_reason: 'stop' }];
    response.write(`data: ${JSON.stringify({ ...head, object: 'chat.completion.chunk', choices, usage })}\n\n`);
    response.end('data: [DONE]\n\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  return { address, close: () => void server.close() };
}

/** The command with something to read, while this process goes on serving. */
async function senteBeside(args: readonly string[], input: string): Promise<{ status: number | null; out: string }> {
  const child = spawn(process.execPath, [...NODE, ...args], { cwd: folder, env, stdio: ['pipe', 'pipe', 'pipe'] });
  children.push(child);
  let out = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (out += data));
  child.stdin.end(input);
  return { status: await new Promise((resolve) => child.once('close', resolve)), out };
}

it('talks to a language model in a pipe, and serves the bare answer where the layer cannot decide', async () => {
  const { address, close } = await saying('I am all ears.');
  const bare = await senteBeside(['chat', '--model', `${address}#m`, '--agent', 'bare', '--json'], 'Hello\n');
  expect(bare.status).toBe(0);
  expect(JSON.parse(bare.out)).toMatchObject({ text: 'I am all ears.', act: 'answer', by: 'bare' });
  const sente = await senteBeside(['chat', '--model', `${address}#m`], 'Hello\n/mind\n/quit\n');
  expect(sente.out).toContain('I am all ears.\n(the bare answer: fault');
  expect(sente.out).toContain('It stood aside (fault)');
  expect(sente.status).toBe(0);
  close();
  const gone = await senteBeside(['chat', '--model', `${address}#m`, '--agent', 'bare'], 'Hello\n');
  expect(gone.out).toContain('The model could not be asked');
  expect(gone.out).toContain('Look at the address, and whether the server runs.');
  expect(gone.status).toBe(2);
});

it('starts the studio with a model, whose key is in no output', async () => {
  const { address, close } = await saying('I am all ears.');
  const { url, output } = await listening(['--port', '0', '--no-open', '--model', `${address}?key=sk-secret-1#m`]);
  expect(output()).toContain('#m.');
  expect(output()).toContain(`${url}/#/open (Ctrl-C`);
  const model = await (await fetch(`${url}/api/open/model`)).json();
  expect(model).toMatchObject({ model: { id: `${address}?…#m`, planner: null } });
  expect(output() + JSON.stringify(model)).not.toContain('sk-secret-1');
  const tried = await (await fetch(`${url}/api/open/model/test`, { method: 'POST' })).json();
  expect(tried).toMatchObject({ tests: [{ text: 'I am all ears.' }] });
  close();
});
