import { describe, expect, it } from 'vitest';
import { ask, lampServer } from '../testing/ask.ts';
import { readUpload } from './read-upload.ts';

const BOOTS = `Name,Colour,Price,Waterproof,Notes
Alpha,red,€ 40,yes,"<script>alert(1)</script> light, for the summer and for walks that are not too long"
Beta,blue,€ 55,no,"a boot for people who like to walk a long way in the rain, and do not mind the weight"
Gamma,red,€ 90,yes,"=SUM(A1:A9) sturdy; made for snow and for anybody who wants to go up a mountain in it"
Delta,green,€ 120,no,"the same boot as Gamma in another colour, with a thicker sole and a longer lace, for winter"
`;
const bytes = (text: string) => new TextEncoder().encode(text);

describe('an upload', () => {
  it('is shown column by column, with its first items', async () => {
    const { catalog, columns, sample } = await readUpload(bytes(BOOTS), 'boots.csv', {});
    expect(catalog.size).toBe(4);
    expect(columns.map(({ key, type }) => [key, type])).toEqual([
      ['Name', 'name'],
      ['Colour', 'category'],
      ['Price', 'number'],
      ['Waterproof', 'boolean'],
      ['Notes', 'text'],
    ]);
    expect(columns[2]).toMatchObject({ unit: '€', role: 'price', empty: 0 });
    expect(sample[0]).toMatchObject({ Name: 'Alpha', Colour: 'red', Waterproof: 'yes' });
    expect(sample[0].Notes).toContain('<script>');
  });

  it('takes corrections: type, role, words, and columns to ignore', async () => {
    const { catalog, columns } = await readUpload(bytes(BOOTS), 'boots.csv', {
      name: 'Boots',
      noun: { one: 'boot', many: 'boots' },
      columns: { Price: { role: null, label: 'cost' }, Colour: { askable: false }, Notes: { type: 'ignore' } },
    });
    expect(catalog).toMatchObject({ name: 'Boots', noun: { one: 'boot', many: 'boots' } });
    expect(catalog.attributes.find(({ key }) => key === 'Price')).toMatchObject({ label: 'cost' });
    expect(columns.find(({ key }) => key === 'Price')?.role).toBeNull();
    expect(catalog.attributes.find(({ key }) => key === 'Colour')?.askable).toBe(false);
    expect(columns.map(({ key }) => key)).not.toContain('Notes');
  });

  it('goes through the API: ignored columns stay listed, impossible corrections are refused', async () => {
    const server = lampServer({ read: readUpload });
    const headers = { 'content-type': 'text/csv' };
    const { body } = await ask(server, 'POST', '/api/catalog/preview?name=boots.csv', { body: BOOTS, headers });
    const correct = (columns: unknown) =>
      ask(server, 'POST', `/api/catalog/preview?upload=${body.upload}`, { json: { columns } });
    const ignored = await correct({ Notes: { type: 'ignore' } });
    expect(ignored.body.columns.at(-1)).toMatchObject({ key: 'Notes', type: 'ignore', askable: false });
    const words = await correct({ Colour: { type: 'number' } });
    expect(words.status).toBe(422);
    expect(words.body.error).toMatchObject({ file: 'boots.csv', line: 2, column: 2 });
    expect((await correct({ Size: { type: 'number' } })).status).toBe(422);
  });

  it.each([
    ['', 'empty.csv'],
    ['Name,Colour\n', 'header.csv'],
    ['Name,Colour\nAlpha\n', 'ragged.csv'],
    ['Name\nAlpha\n', 'one.csv'],
    ['{"a": ', 'broken.json'],
    ['Name,Colour\nAlpha,red\n', 'table.xlsx'],
  ])('of %j is a 422 that names the file', async (body, name) => {
    const headers = { 'content-type': 'application/octet-stream' };
    const answer = await ask(lampServer({ read: readUpload }), 'POST', `/api/catalog/preview?name=${name}`, {
      body,
      headers,
    });
    expect(answer.status).toBe(422);
    expect(answer.body.error).toMatchObject({ code: 'bad-table', file: name, advice: expect.any(String) });
  });
});
