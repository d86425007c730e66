import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { run } from '../program.ts';

let folder: string;
let err = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sente-serve-'));
  vi.stubEnv('INIT_CWD', folder);
  vi.stubEnv('SENTE_DEBUG', '');
  vi.stubEnv('OPENAI_API_KEY', '');
  err = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    err += text;
    return true;
  });
  writeFileSync(join(folder, 'broken.json'), '{');
  writeFileSync(join(folder, 'goals.json'), '[{"id": "size", "goal": "find out their team size", "worth": "much"}]');
  writeFileSync(join(folder, 'typo.json'), '[{"id": "size", "goal": "find out their team size", "worht": 1}]');
  writeFileSync(join(folder, 'limits.json'), '{"cooldown": 2}');
  writeFileSync(join(folder, 'prices.json'), '[{"id": "price", "about": "the lowest price", "value": ""}]');
  writeFileSync(join(folder, 'sharper.json'), '{"scaling": {"kind": "sharper"}, "threshold": 0}');
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const upstream = ['serve', '--port', '0', '--upstream', 'http://127.0.0.1:9/v1'];

it.each([
  [['serve', '--upstream', 'x', '--port', '0'], 'https://api.openai.com/v1'],
  [['serve', '--upstream', 'https://user:sk-secret@x.example/v1', '--port', '0'], 'SENTE_UPSTREAM_KEY'],
  [['serve', '--upstream', 'http://localhost:4748/v1'], 'this proxy itself'],
  [['serve', '--upstream', 'http://127.0.0.1:4790', '--port', '4790'], 'this proxy itself'],
  [['serve', '--agenda', 'goals.json'], '--upstream URL'],
  [['serve', '--planner', 'ollama:x'], '--upstream URL'],
  [[...upstream, '--agenda', 'goals.json'], 'goals.json: at 0.worth: '],
  [[...upstream, '--restraint', 'limits.json'], 'cooldown'],
  [[...upstream, '--agenda', 'typo.json'], 'Unrecognized key: "worht". It holds a list of goals, as [{"id": "team"'],
  [[...upstream, '--agenda', 'broken.json'], 'broken.json is not JSON'],
  [[...upstream, '--agenda', 'missing.json'], 'missing.json cannot be read'],
  [[...upstream, '--planner', 'gpt'], '--planner'],
  [[...upstream, '--planner', 'openai:gpt'], 'OPENAI_API_KEY'],
  [[...upstream, '--upstream-key-env', 'NO_SUCH_KEY'], 'NO_SUCH_KEY is not set'],
  [[...upstream, '--webhook', 'crm.example'], '--webhook'],
  [[...upstream, '--deadline', 'soon'], 'whole number'],
  [[...upstream, '--mode', 'off'], 'act, observe'],
  [[...upstream, '--host', '0.0.0.0'], '--key'],
  [[...upstream, '--policy', 'learned'], '--policy is about a table: add --catalog FILE'],
  [['serve', '--policy', 'learned', '--horizon', '0'], 'leave out --policy, or raise --horizon'],
  [['serve', '--policy', 'nowhere.json', '--port', '0'], 'nowhere.json is not there'],
  [['studio', '--policy', 'learned', '--horizon', '0'], 'leave out --policy, or raise --horizon'],
  [['--policy', 'nowhere.json', '--port', '0'], 'nowhere.json is not there'],
  [['serve', '--abstain-below', '0.5'], '--abstain-below is about a language model'],
  [['serve', '--budget', '6calls'], '--upstream URL'],
  [[...upstream, '--budget', '6calls', '6'], '8000ms'],
  [[...upstream, '--budget', '0.01usd', '8000ms'], '--prices IN,OUT'],
  [[...upstream, '--prices', '1'], '0.25,2'],
  [[...upstream, '--depth', 'deep'], 'estimate, simulate'],
  [[...upstream, '--vault', 'on'], 'auto, off'],
  [[...upstream, '--abstain-below', '50'], 'from 0 to 1'],
  [[...upstream, '--commitments', 'prices.json'], 'prices.json: at 0.value: '],
  [[...upstream, '--forecaster', 'sharper.json'], 'sharper.json: at scaling.kind: '],
])('refuses with what to do about it: %j', async (args, hint) => {
  expect(await run(args)).toBe(2);
  expect(err).toContain(hint);
  expect(err).not.toContain('sk-secret');
});
