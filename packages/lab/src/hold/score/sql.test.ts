import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { runQueries } from './run-queries.ts';
import { isSameResult, SqlReferenceError, sqlScorer } from './sql.ts';

const SCRIPT = `CREATE TABLE hut (name TEXT, beds INTEGER, height REAL);
INSERT INTO hut VALUES ('Ridge', 20, 2140.5), ('Lake', 12, 1500), ('Pass', 20, 2300), ('Glen', NULL, 400);`;

const score = async (answer: string, reference: string): Promise<number> =>
  sqlScorer.score(answer, { reference, script: SCRIPT });

describe('the SQL scorer', () => {
  it('compares what queries return, not how they are written', async () => {
    expect(
      await score('select h.name from hut as h where not h.beds <= 12', 'SELECT name FROM hut WHERE beds > 12'),
    ).toBe(1);
    expect(await score('SELECT name FROM hut WHERE beds >= 12', 'SELECT name FROM hut WHERE beds > 12')).toBe(0);
  });

  it('minds the order of rows only where the reference sorts', async () => {
    const backwards = 'SELECT name FROM hut ORDER BY height DESC';
    expect(await score(backwards, 'SELECT name FROM hut')).toBe(1);
    expect(await score(backwards, 'SELECT name FROM hut ORDER BY height')).toBe(0);
    expect(
      await score(backwards, "SELECT name FROM (SELECT * FROM hut ORDER BY height) WHERE name <> 'order by'"),
    ).toBe(1);
  });

  it('lets columns come in another order, rows together', async () => {
    expect(await score('SELECT beds, name FROM hut', 'SELECT name, beds FROM hut')).toBe(1);
    expect(
      isSameResult(
        [
          [1, 2],
          [2, 1],
        ],
        [
          [1, 1],
          [2, 2],
        ],
        false,
      ),
    ).toBe(false);
    expect(
      isSameResult(
        [
          ['a', 'a'],
          ['b', 'c'],
        ],
        [
          ['a', 'a'],
          ['c', 'b'],
        ],
        false,
      ),
    ).toBe(true);
    expect(isSameResult([[1, 1]], [[1]], false)).toBe(false);
  });

  it('counts rows that are there twice', async () => {
    expect(await score('SELECT DISTINCT beds FROM hut', 'SELECT beds FROM hut')).toBe(0);
  });

  it.each([
    'SELECT nothing FROM hut',
    'DROP TABLE hut',
    'SELEC',
    "ATTACH 'x' AS y",
    'WITH x AS (SELECT 1) DELETE FROM hut',
  ])('scores %s 0', async (answer) => {
    expect(await score(answer, 'SELECT name FROM hut')).toBe(0);
  });

  it('ends a query that does not end', async () => {
    const endless = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n';
    const outcome = await runQueries({ script: SCRIPT }, endless, 300);
    expect(outcome).toEqual({ error: 'took longer than 300 ms' });
  });

  it('reads a database file and leaves it as it is', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hold-sql-'));
    const file = join(folder, 'huts.sqlite');
    const database = new DatabaseSync(file);
    database.exec(SCRIPT);
    database.close();
    expect(await sqlScorer.score('SELECT count(*) FROM hut', { reference: 'SELECT 4', files: [file] })).toBe(1);
    expect(await runQueries({ file }, 'WITH x AS (SELECT 1) DELETE FROM hut')).toHaveProperty('error');
    rmSync(folder, { recursive: true });
  });

  it('says so when the reference does not run', async () => {
    await expect(score('SELECT 1', 'SELECT x FROM nowhere')).rejects.toThrow(SqlReferenceError);
  });

  it.each([
    ['Here:\n```sql\nSELECT name FROM hut;\n```\nIt lists them.', 'SELECT name FROM hut;'],
    ['SELECT name\nFROM hut\n\nThis lists all huts.', 'SELECT name\nFROM hut'],
    ['The query is:\nselect count(*) from hut; and that is all', 'select count(*) from hut;'],
    ['Which huts do you mean? Select the ones you like from the list.', undefined],
    ['Do you want names or heights?', undefined],
  ])('finds the query in %j', (reply, query) => {
    expect(sqlScorer.extract(reply, null)).toBe(query);
  });
});
