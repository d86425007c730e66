import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { madePolicy } from '@sente/pocket/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { policyPlace, savePolicy } from '../settings/policy-files.ts';
import { measureCommand } from './measure-command.ts';
import { keepOutside, runLine, type Told } from './outside.test.support.ts';

let folder: string;
let table: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sente-table-'));
  table = join(folder, 'lamps.csv');
  const rows = Array.from({ length: 60 }, (_, n) =>
    [`lamp ${n}`, ['red', 'blue', 'green'][n % 3], ['desk; bed', 'hall', 'desk'][n % 4] ?? 'bed', 10 + 3 * n].join(','),
  );
  writeFileSync(table, ['name,colour,use,price', ...rows, ''].join('\n'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function run(line: string): Promise<Told> {
  const { outside, told } = keepOutside(folder);
  await runLine(measureCommand(outside), `recommend --workers 1 --turns 5 --cases 6 --json ${line}`);
  return told;
}

// Threads read the sources first, which takes seconds where others work too.
describe('sente measure recommend --catalog', { timeout: 120_000 }, () => {
  it('measures on a table, with the policy that lies beside it', async () => {
    await expect(run('--catalog lamps.csv --agents learned')).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining(`\`sente train policy --catalog ${table}\` makes one`),
    });
    savePolicy(policyPlace({ catalog: table }, folder), madePolicy('lamps'));
    const document = JSON.parse((await run('--catalog lamps.csv --agents rule,planned,guided,learned')).out);
    expect(Object.keys(document.agents)).toEqual(['rule', 'planned', 'guided', 'learned']);
    expect(document).toMatchObject({ probe: 'recommend', cases: 6, settings: { table: 'lamps', split: 'table' } });
    expect(document.run).toMatch(/^recommend-1-/);
  });

  it('takes a policy of another place, and plays without one who needs none', async () => {
    savePolicy(join(folder, 'other'), madePolicy('lamps'));
    const named = JSON.parse((await run('--catalog lamps.csv --agents learned --policy other.json')).out);
    expect(Object.keys(named.agents)).toEqual(['learned']);
    expect(Object.keys(JSON.parse((await run('--catalog lamps.csv --agents bare')).out).agents)).toEqual(['bare']);
  });

  it('refuses a table in which nobody could be better', async () => {
    writeFileSync(table, 'name,colour\na,red\nb,red\nc,blue\n');
    await expect(run('--catalog lamps.csv')).rejects.toThrow('lamps has 3 lamps, and a list shows 10');
  });
});
