import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRunStore } from '@sente/lab';
import { afterAll, describe, expect, it } from 'vitest';
import { measureCommand } from './measure-command.ts';
import { keepOutside, type Told } from './outside.test.support.ts';

const directory = mkdtempSync(join(tmpdir(), 'sente-measure-'));
afterAll(() => rmSync(directory, { recursive: true }));

async function run(line: string, interrupt = false, where = directory): Promise<Told> {
  const { outside, told } = keepOutside(where, { onListening: (stop) => interrupt && setTimeout(stop, 150) });
  const command = measureCommand(outside)
    .exitOverride()
    .configureOutput({ writeOut: outside.out.write, writeErr: outside.err.write });
  try {
    await command.parseAsync(line.split(' ').filter(Boolean), { from: 'user' });
  } catch (error) {
    told.code = (error as { exitCode?: number }).exitCode ?? 4;
    if (told.code === 4) throw error;
  }
  return told;
}

describe('sente measure', () => {
  it('prints one JSON document and nothing else on standard output', async () => {
    const { out, err, code } = await run('offer --cases 2 --agents reactive,efficient --seed 3 --json');
    const document = JSON.parse(out);
    expect(code).toBeUndefined();
    expect(err).toBe('');
    expect(document).toMatchObject({ probe: 'offer', seed: 3, cases: 36 });
    expect(Object.keys(document.agents)).toEqual(['reactive', 'efficient']);
    expect(document.agents.reactive['turns@medium/0.3/1']).toMatchObject({ n: 2 });
    expect(document.comparisons[0]).toMatchObject({ a: 'efficient', b: 'reactive', metric: 'turns' });
  });

  it('prints an array when no probe is named', async () => {
    const document = JSON.parse((await run('--cases 1 --agents efficient --json')).out);
    expect(document).toHaveLength(1);
    expect(document[0].probe).toBe('offer');
  });

  it('prints tables for people', async () => {
    const { out } = await run('offer --cases 1 --agents reactive');
    expect(out).toContain('── medium/0.3/1');
    expect(out).toMatch(/reactive +\d/);
  });

  it('gives the same document for any number of workers, times aside', async () => {
    const strip = ({ out }: Told): unknown => ({ ...JSON.parse(out), seconds: 0 });
    const one = await run('offer --cases 2 --agents efficient --workers 1 --json');
    const three = await run('offer --cases 2 --agents efficient --workers 3 --json');
    expect(strip(one)).toEqual(strip(three));
  });

  it('ends with 1 when a bar holds, 2 when its figure is missing, and still prints the figures', async () => {
    const held = await run('offer --cases 1 --agents reactive --json --fail-if offer.reactive.turns>1');
    expect(held).toMatchObject({ code: 1, err: 'Failed: offer.reactive.turns>1\n' });
    expect(JSON.parse(held.out).probe).toBe('offer');
    const missing = await run('offer --cases 1 --agents reactive --json --fail-if offer.sente.turns>1');
    expect(missing.code).toBe(2);
    expect(missing.err).toContain('which this run did not measure');
    const passed = await run('offer --cases 1 --agents reactive --json --fail-if offer.reactive.turns>99');
    expect(passed).toMatchObject({ code: undefined, err: '' });
  });

  it('stops when interrupted, with 3, and says how far it came', async () => {
    const { out, err, code } = await run('offer --cases 100000 --agents reactive --json', true);
    expect(code).toBe(3);
    expect(out).toBe('');
    expect(err).toMatch(/Stopped in offer after \d+ of 1800000 conversations; probes finished: none/);
  });

  it.each([
    ['offer --model openai:x', '--model has no meaning for offer'],
    ['ask --judge rules', '--judge takes the ID of a model'],
    ['ask --model nonsense', '--model: '],
    ['--resume last --cases 3', 'leave out --cases'],
    ['offer --budget 5', '--prices IN,OUT'],
    ['ask --user nobody', 'there are: strangers, matched'],
    ['offr', "did you mean 'offer'"],
    ['offer --user talkativ', "did you mean 'talkative'"],
    ['offer --agents reactiv', "did you mean 'reactive'"],
    ['offer --fail-if turns', 'cannot read --fail-if'],
    ['offer --noise 0.1', '--noise has no meaning for offer'],
    ['recommend --temperament fickle --noise 0.1', 'leave out --noise and --unknown'],
    ['recommend --user fickle --unknown 0', 'leave out --noise and --unknown'],
    ['recommend --temperament fikle', "did you mean 'fickle'"],
    ['recommend --user openai:x', "there are no users 'openai:x'"],
    ['offer --user openai:x', "there are no users 'openai:x'"],
    ['recommend --agents learned', 'yet: `sente train policy` makes one, or name the file of one with `--policy FILE`'],
    ['recommend --policy learned', '--policy takes the file of a policy here'],
    ['recommend --policy nowhere.json --agents learned', 'nowhere'],
    [`recommend --data ${import.meta.filename}`, 'For a table of your own: --catalog FILE'],
    ['recommend --catalog nowhere.csv', 'nowhere.csv'],
    ['recommend --catalog a.csv --data b', 'give one of them'],
    ['recommend --catalog a.csv --split valid', 'a table has none'],
    ['offer --catalog a.csv', '--catalog has no meaning for offer; it is for: recommend'],
    ['--catalog a.csv', '--catalog is for one probe'],
    ['hold --data nowhere.json', 'nowhere.json'],
    ['--resume last', 'There are no runs in'],
  ])('refuses %s with 2, and leaves nothing behind', async (line, message) => {
    const fresh = mkdtempSync(join(directory, 'refused-'));
    const { code, err, out } = await run(line, false, fresh);
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(out).toBe('');
    expect(readdirSync(fresh)).toEqual([]);
  });

  it('leaves nothing behind where data cannot be read, or a queue has no address', async () => {
    const fresh = mkdtempSync(join(directory, 'refused-'));
    expect((await run('ask --queue nowhere', false, fresh)).code).toBe(2);
    await expect(run('recommend --data nowhere', false, fresh)).rejects.toThrow('nowhere');
    expect(readdirSync(fresh)).toEqual([]);
    writeFileSync(join(fresh, 'lamps.csv'), 'name,colour\na,red\nb\n');
    const { code, err } = await run('recommend --catalog lamps.csv', false, fresh);
    expect(code).toBe(2);
    expect(err).toContain('lamps.csv:3');
    expect(readdirSync(fresh)).toEqual(['lamps.csv']);
  });

  it('keeps no run of what is refused where there are runs', async () => {
    const fresh = mkdtempSync(join(directory, 'kept-'));
    await run('offer --cases 1 --agents reactive --json', false, fresh);
    await run('recommend --agents learned', false, fresh);
    const store = openRunStore(join(fresh, '.sente', 'runs.sqlite'));
    expect(store.list().map(({ id }) => id)).toEqual([expect.stringMatching(/^offer-/)]);
    store.close();
  });

  it.each([
    ['offer --cases 0', 'whole number from 1 up'],
    ['offer --cases 1e3', 'whole number from 1 up'],
    ['offer --noise 1', 'less than 1'],
    ['offer --noise -1', 'probability'],
    ['offer --seed -1', 'whole number from 0 up'],
    ['offer --agents a,,b', 'with commas between'],
    ['offer --power 0', 'above 0'],
    ['offer --budget 3ms', '200calls'],
    ['offer --case 3', 'Did you mean --cases?'],
    ['offer --json=yes', 'json'],
  ])('has %s refused by the reader of options', async (line, message) => {
    const { code, err } = await run(line);
    expect(code).toBeGreaterThan(0);
    expect(err).toContain(message);
  });

  it('explains itself with examples', async () => {
    const { out } = await run('--help');
    expect(out).toContain('Examples:');
    expect(out).toContain('sente measure offer');
    expect(out).toContain('--resume');
  });
});
