import { cpSync, mkdirSync, mkdtempSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CheckpointError, type ShippedName, writeCheckpoint } from '@sente/pocket';
import { tinyCheckpoint } from '@sente/pocket/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { ExperimentShelf } from '../experiment/experiment-shelf.ts';
import { ask, lampServer } from '../testing/ask.ts';
import { WeightsShelf } from './weights-shelf.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sente-weights-'));
});

/** Writes a checkpoint as the experiment does. */
function train(experiment: string, name: string, seed = 1): string {
  const arms = join(folder, experiment, 'arms');
  mkdirSync(arms, { recursive: true });
  const { card, weights } = tinyCheckpoint(seed);
  const files = writeCheckpoint({ ...card, corpus: 0.05, seed }, weights);
  writeFileSync(join(arms, `${name}.safetensors`), files.safetensors);
  writeFileSync(join(arms, `${name}.json`), files.card);
  writeFileSync(join(arms, `${name}.figures.json`), '{}');
  return arms;
}

const none = (name: ShippedName): never => {
  throw new CheckpointError(`${name} is not there`);
};
const shelf = (openShipped: ConstructorParameters<typeof WeightsShelf>[1] = none) =>
  new WeightsShelf(new ExperimentShelf(folder), openShipped);

describe('the shelf of weights', () => {
  it('has nothing where nothing is', async () => {
    expect(await shelf().list()).toEqual([]);
    await expect(shelf().open('shipped/base')).rejects.toMatchObject({ code: 'unknown-checkpoint' });
  });

  it('has the shipped ones first, then what experiments left behind, finished or not', async () => {
    const arms = train('passivity-1', 'multi-turn-w2.corpus-05.seed-1');
    train('passivity-1', 'base.corpus-05.seed-2', 2);
    // Weights without a card, a card without weights, a card that is none.
    cpSync(join(arms, 'base.corpus-05.seed-2.safetensors'), join(arms, 'lonely.safetensors'));
    writeFileSync(join(arms, 'alone.json'), '{}');
    cpSync(join(arms, 'base.corpus-05.seed-2.safetensors'), join(arms, 'odd.safetensors'));
    writeFileSync(join(arms, 'odd.json'), 'no');
    const { card, weights } = tinyCheckpoint();
    const all = await shelf((name) => {
      return name === 'multi-turn' ? { card: { ...card, objective: 'multi-turn', horizon: 3 }, weights } : none(name);
    }).list();
    expect(all.map(({ id, kind, seed }) => [id, kind, seed])).toEqual([
      ['shipped/multi-turn', 'multi-turn-w3', 1],
      ['passivity-1:base.corpus-05.seed-2', 'base', 2],
      ['passivity-1:multi-turn-w2.corpus-05.seed-1', 'multi-turn-w2', 1],
    ]);
    expect(all[0].parameters).toBeGreaterThan(1000);
  });

  it('opens what it lists, keeps it open, and sees when it was trained anew', async () => {
    const arms = train('passivity-1', 'base.corpus-05.seed-1');
    const id = 'passivity-1:base.corpus-05.seed-1';
    const one = shelf();
    const first = await one.open(id);
    expect(await one.open(id)).toBe(first);
    const turns = [{ speaker: 'user' as const, text: 'I want a red bag.' }];
    train('passivity-1', 'base.corpus-05.seed-1', 9);
    utimesSync(join(arms, 'base.corpus-05.seed-1.safetensors'), 1000, 1000);
    const second = await one.open(id);
    expect(second).not.toBe(first);
    expect(second.forecast(turns)).not.toBe(first.forecast(turns));
  });

  it('lets no id leave the folder, and says why weights cannot be read', async () => {
    const arms = train('passivity-1', 'base.corpus-05.seed-1');
    for (const id of ['passivity-1:../arms/base.corpus-05.seed-1', '../x:base', 'passivity-1', ':', 'shipped/../base'])
      await expect(shelf().open(id), id).rejects.toMatchObject({ code: 'unknown-checkpoint' });
    writeFileSync(join(arms, 'base.corpus-05.seed-1.safetensors'), 'short');
    await expect(shelf().open('passivity-1:base.corpus-05.seed-1')).rejects.toMatchObject({
      code: 'bad-checkpoint',
      message: expect.stringContaining('too short to be a safetensors file'),
    });
  });

  it('speaks over HTTP, without being told of: beside the file of runs', async () => {
    train('passivity-1', 'base.corpus-05.seed-1');
    const server = lampServer({ runFile: join(folder, 'runs.sqlite') });
    const { body } = await ask(server, 'GET', '/api/pocket/checkpoints');
    const ids: string[] = body.checkpoints.map(({ id }: { id: string }) => id);
    expect(ids).toContain('passivity-1:base.corpus-05.seed-1');
    const sides = [{ checkpoint: ids.at(-1), turns: [{ speaker: 'user', text: 'I want a frobnitz bag.' }] }];
    const { body: said } = await ask(server, 'POST', '/api/pocket/replies', { json: { sides } });
    expect(said.replies[0]).toMatchObject({ drawn: 16, unknown: ['frobnitz'], full: false });
    expect(said.replies[0].forecast).toBeGreaterThan(0);
    server.close();
  });
});
