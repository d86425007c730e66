import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { madePolicy } from '@sente/pocket/testing';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { UsageError } from '../failure.ts';
import { namedPolicy, onlyFile } from './named-policy.ts';
import { savePolicy } from './policy-files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sente-named-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('opens a file by either ending, or by none', () => {
  savePolicy(join(folder, 'mine'), madePolicy());
  for (const ending of ['', '.json', '.safetensors']) {
    expect(namedPolicy(join(folder, `mine${ending}`))).toEqual(madePolicy());
  }
});

it('says what else there is where no such file is', () => {
  expect(() => namedPolicy('nonsense')).toThrow(UsageError);
  expect(() => namedPolicy('nonsense')).toThrow("planned, learned, or the file of a policy, not 'nonsense' (");
  expect(() => namedPolicy('learnd')).toThrow("did you mean 'learned'?");
});

it('keeps the words from commands that take files only', () => {
  expect(onlyFile('mine.json')).toBe('mine.json');
  expect(() => onlyFile('learned')).toThrow('--policy takes the file of a policy here');
  expect(() => onlyFile('planned')).toThrow('--agents');
});
