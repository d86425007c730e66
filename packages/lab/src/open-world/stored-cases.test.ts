import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type CaseFigures, decideCase, shopCase } from './imagined-case.ts';
import { shopModel } from './shop-models.ts';
import { openCases } from './stored-cases.ts';

const file = (): string => join(mkdtempSync(join(tmpdir(), 'cases-')), 'cases.jsonl');
const key = (index: number) => ({ model: 'm', method: 'estimate', seed: '1', index });
const figures: CaseFigures = await decideCase(shopCase(1, 3), shopModel('oracle'));
const never = (): Promise<CaseFigures> => Promise.reject(new Error('decided again'));

it('takes a run up where it was stopped', async () => {
  const path = file();
  await openCases(path).decide(key(0), async () => figures);
  expect(await openCases(path).decide(key(0), never)).toEqual(figures);
  await expect(openCases(path).decide(key(1), never)).rejects.toThrow('decided again');
});

it('decides a case again whose line was cut off, and keeps the lines apart', async () => {
  const path = file();
  await openCases(path).decide(key(0), async () => figures);
  writeFileSync(path, readFileSync(path, 'utf8').slice(0, -20));
  await openCases(path).decide(key(0), async () => figures);
  await openCases(path).decide(key(1), async () => figures);
  const again = openCases(path);
  expect(await again.decide(key(0), never)).toEqual(figures);
  expect(await again.decide(key(1), never)).toEqual(figures);
});

it('does not keep a case at which the layer stood aside', async () => {
  const path = file();
  await openCases(path).decide(key(0), async () => ({ ...figures, aside: 'deadline: late' }));
  await expect(openCases(path).decide(key(0), never)).rejects.toThrow('decided again');
});
