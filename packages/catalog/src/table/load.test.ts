import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkConfig } from './check-config.ts';
import { TableConfigError } from './errors.ts';
import { loadCatalog, readTable } from './load.ts';

let directory = '';
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'sente-load-'));
});
afterAll(() => rm(directory, { recursive: true }));

async function write(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(directory, name);
  await writeFile(path, content);
  return path;
}

const CSV = 'name;brand;price\nLamp A;Acme;10,50 €\nLamp B;Acme;12,00 €\nLamp C;Borel;9,90 €\n';
const RECORDS = [
  { name: 'Lamp A', brand: 'Acme', price: '10,50 €' },
  { name: 'Lamp B', brand: 'Acme', price: '12,00 €' },
  { name: 'Lamp C', brand: 'Borel', price: '9,90 €' },
];

describe('loading', () => {
  it.each<[string, string | Uint8Array]>([
    ['lamps.csv', CSV],
    ['lamps.tsv', CSV.replaceAll(';', '\t')],
    ['lamps.csv.gz', gzipSync(CSV)],
    ['lamps.json', JSON.stringify(RECORDS)],
    ['lamps.json.gz', gzipSync(JSON.stringify({ items: RECORDS }))],
    ['lamps.jsonl', RECORDS.map((record) => JSON.stringify(record)).join('\n')],
  ])('%s', async (name, content) => {
    const catalog = await loadCatalog(await write(name, content));
    expect(catalog).toMatchObject({ name: 'lamps', noun: { one: 'lamp', many: 'lamps' }, size: 3 });
    expect([...catalog.columns[1].numbers!]).toEqual([10.5, 12, 9.9]);
    expect(catalog.view(2)).toMatchObject({ name: 'Lamp C', facts: [{ value: 'Borel' }, { value: '9,90 €' }] });
    const uploaded = await readTable(typeof content === 'string' ? Buffer.from(content) : content, { file: name });
    expect(uploaded.view(2)).toEqual(catalog.view(2));
  });

  it('takes corrections from the file beside the table, and those given in code win', async () => {
    const path = await write('desk-lamps.csv', CSV);
    const config = { noun: 'lamp', columns: { brand: { label: 'maker', askable: false } } };
    await write('desk-lamps.sente.json', JSON.stringify(config));
    const beside = await loadCatalog(path);
    expect(beside.noun.many).toBe('lamps');
    expect(beside.attributes[0]).toMatchObject({ label: 'maker', askable: false });
    const given = await loadCatalog(path, { columns: { brand: { label: 'house' } } });
    expect(given.attributes[0]).toMatchObject({ label: 'house', askable: false });
    expect((await loadCatalog(path, { configFile: false })).attributes[0].label).toBe('brand');
  });

  it('refuses a configuration that is broken or says what it does not know', async () => {
    const path = await write('broken.csv', CSV);
    await write('broken.sente.json', '{"noun": ');
    await expect(loadCatalog(path)).rejects.toThrow(/broken\.sente\.json: the configuration is not JSON/);
    await write('broken.sente.json', '{"colums": {}}');
    await expect(loadCatalog(path)).rejects.toThrow(/"colums".*Did you mean "columns"\?/);
    await expect(loadCatalog(path, { configFile: false, columns: { brnad: {} } })).rejects.toThrow(
      /Did you mean "brand"/,
    );
  });
});

describe('a configuration', () => {
  it.each<[unknown, RegExp]>([
    [[], /the configuration is \[\]\. It must be an object/],
    [{ noun: 3 }, /"noun" in the configuration is 3/],
    [{ noun: { one: 'x' } }, /"noun" lacks "many"/],
    [{ columns: { a: 1 } }, /column "a" is 1/],
    [{ columns: { a: { typ: 'list' } } }, /column "a" has a key "typ".*"type"/],
    [{ columns: { a: { type: 'lst' } } }, /must be one of category, list/],
    [{ columns: { a: { edges: [3, 2] } } }, /ascending/],
    [{ columns: { a: { synonyms: { values: { x: 'y' } } } } }, /a list of texts/],
    [{ columns: { a: { zzzzzz: 1 } } }, /Known keys are type, label/],
  ])('%j is refused', (config, message) => {
    expect(() => checkConfig(config)).toThrow(TableConfigError);
    expect(() => checkConfig(config)).toThrow(message);
  });

  it('that fits comes back as it is', () => {
    const config = { $schema: 'x', noun: 'lamp', columns: { a: { type: 'list', separator: '+', askable: true } } };
    expect(checkConfig(config)).toEqual(config);
  });
});
