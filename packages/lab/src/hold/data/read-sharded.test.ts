import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { ProbeDataError } from '../../probe/probe.ts';
import { HOLD_SCORERS } from '../probe.ts';
import { readShardedCases } from './read-sharded.ts';

const folder = mkdtempSync(join(tmpdir(), 'hold-data-'));
afterAll(() => rmSync(folder, { recursive: true }));

const shards = (...texts: readonly string[]) => texts.map((shard, place) => ({ shard_id: place + 1, shard }));
const MATH = {
  task: 'math',
  task_id: 'm1',
  question: 'Ida has 3 boats for 4 people each. How many can go?',
  answer: '3 * 4 = <<3*4=12>>12\n#### 12',
  shards: shards('How many can go?', 'Ida has 3 boats.', 'Each takes 4 people.'),
};
const CODE = { task: 'code', task_id: 'c1', shards: shards('Write a function.') };
const DATABASE = {
  task: 'database',
  task_id: 'd1',
  fully_specified_question: 'How many huts are there?',
  schema_sql: 'CREATE TABLE hut (name TEXT);',
  reference_sql: 'SELECT count(*) FROM hut',
  db_id: 'huts',
  shards: shards('Count something', 'It is the huts'),
};
const ACTIONS = {
  task: 'actions',
  task_id: 'a1',
  fully_specified_question: [[{ role: 'user', content: 'Book hut Ridge for 2 nights' }]],
  function: [{ name: 'book', parameters: { properties: { hut: {}, nights: {} } } }],
  reference_answer: [{ book: { hut: ['Ridge'], nights: [2] } }],
  language: 'Python',
  test_category: 'simple',
  shards: shards('Book a hut', 'It is Ridge', '2 nights'),
};
const TABLE = {
  task: 'data2text',
  task_id: 't1',
  references: ['Ridge hut has 20 beds.', 'There are 20 beds at Ridge.'],
  table_highlighted_html: '<table><tr><td>20</td></tr></table>',
  fewshot_descriptions: '',
  metadata: { title: 'Huts' },
  shards: shards('Describe the table', 'It is about Ridge'),
};
const TRANSLATION = {
  task: 'translation',
  task_id: 'w1',
  document_en: 'The hut is open. It snows.',
  document_de: 'Die Hütte ist offen. Es schneit.',
  shards: shards('Die Hütte ist offen.', 'Es schneit.'),
};

function file(name: string, records: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof records === 'string' ? records : JSON.stringify(records));
  return path;
}
const OPTIONS = { seed: 1, tasks: Object.keys(HOLD_SCORERS) };

describe('reading sharded instructions', () => {
  it('puts every request into every setting', async () => {
    const cases = await readShardedCases(file('math.json', [MATH]), OPTIONS);
    expect(cases.map(({ id }) => id)).toEqual(['m1/full', 'm1/concat', 'm1/sharded', 'm1/recap', 'm1/snowball']);
    expect(cases[2]).toMatchObject({
      group: 'm1',
      cell: 'sharded',
      world: 'open',
      task: 'math',
      full: MATH.question,
      gold: MATH.answer,
      shards: ['How many can go?', 'Ida has 3 boats.', 'Each takes 4 people.'],
    });
  });

  it('gives each kind of task what it is scored by, and gold answers score 1', async () => {
    const cases = await readShardedCases(file('all.json', [MATH, ACTIONS, TABLE, TRANSLATION]), OPTIONS);
    const gold = async (task: string, answer: string) => {
      const found = cases.find((one) => one.task === task);
      if (found === undefined) throw new Error(`no case of ${task}`);
      return HOLD_SCORERS[task].score(answer, found.gold);
    };
    expect(await gold('math', '12')).toBe(1);
    expect(await gold('actions', 'book("Ridge", 2)')).toBe(1);
    expect(await gold('data2text', 'There are 20 beds at Ridge.')).toBeCloseTo(1, 9);
    expect(await gold('translation', 'The hut is open. It snows.')).toBeCloseTo(1, 9);
    expect(cases.find(({ task }) => task === 'actions')?.full).toBe('Book hut Ridge for 2 nights');
    expect(cases.find(({ task }) => task === 'translation')).toMatchObject({ ordered: true });
  });

  it('runs queries on databases that lie beside the file, and leaves out what it cannot score, saying so', async () => {
    const path = file('database.json', [MATH, CODE, CODE, DATABASE]);
    const [first, ...others] = await readShardedCases(path, OPTIONS);
    expect(first.remarks?.[0]).toMatch(
      /2 records of task “code”, which is scored by running Python.*1 record of task “database” whose tables are not there/,
    );
    expect(others.every(({ remarks }) => remarks === undefined)).toBe(true);
    mkdirSync(join(folder, 'databases', 'huts'), { recursive: true });
    const database = new DatabaseSync(join(folder, 'databases', 'huts', 'huts.sqlite'));
    database.exec("CREATE TABLE hut (name TEXT); INSERT INTO hut VALUES ('Ridge'), ('Lake')");
    database.close();
    const query = (await readShardedCases(path, OPTIONS)).find(({ task }) => task === 'database');
    expect(await HOLD_SCORERS.database.score('SELECT 2', query?.gold ?? null)).toBe(1);
    expect(await HOLD_SCORERS.database.score('SELECT 0', query?.gold ?? null)).toBe(0);
  });

  it('passes over empty pieces', async () => {
    const [first] = await readShardedCases(
      file('empty.json', [{ ...MATH, shards: shards('How many?', ' ', '3 boats of 4') }]),
      OPTIONS,
    );
    expect(first.shards).toEqual(['How many?', '3 boats of 4']);
  });

  it('draws so many requests with the seed', async () => {
    const path = file(
      'many.json',
      Array.from({ length: 20 }, (_, k) => ({ ...MATH, task_id: `m${k}` })),
    );
    const draw = async (seed: number) => [
      ...new Set((await readShardedCases(path, { ...OPTIONS, seed, cases: 5 })).map(({ group }) => group)),
    ];
    expect(await draw(1)).toHaveLength(5);
    expect(await draw(1)).toEqual(await draw(1));
    expect(await draw(1)).not.toEqual(await draw(2));
  });

  it('takes a task with a scorer of one’s own', async () => {
    const path = file('own.json', [
      { task: 'haiku', task_id: 'h', question: 'Write one', shards: shards('Write one', 'about snow') },
    ]);
    await expect(readShardedCases(path, OPTIONS)).rejects.toThrow(/haiku/);
    const [own] = await readShardedCases(path, { ...OPTIONS, tasks: ['haiku'] });
    expect(own).toMatchObject({ task: 'haiku', full: 'Write one' });
  });

  it.each([
    ['no JSON', '[{', /no JSON/],
    ['something else', [{ a: 1 }], /no sharded instructions/],
    ['a record without an id', [{ ...MATH, task_id: undefined }], /record 1.*task_id/],
    ['a second record without an answer', [MATH, { ...MATH, task_id: 'm2', answer: 'none' }], /record 2.*no number/],
    ['no pieces', [{ ...MATH, shards: [] }], /record 1.*shards/],
    ['nothing but empty pieces', [{ ...MATH, shards: shards('', ' ') }], /record 1.*empty/],
    ['two records of one name', [MATH, MATH], /unique/],
    ['nothing that can be scored', [CODE], /no request in it.*running Python/],
  ])('refuses %s, with its place', async (name, records, message) => {
    const reading = readShardedCases(file(`bad ${name}.json`, records), OPTIONS);
    await expect(reading).rejects.toThrow(ProbeDataError);
    await expect(reading).rejects.toThrow(message);
  });

  it('refuses a path that is not there', async () => {
    await expect(readShardedCases(join(folder, 'nowhere.json'), OPTIONS)).rejects.toThrow(ProbeDataError);
  });
});
