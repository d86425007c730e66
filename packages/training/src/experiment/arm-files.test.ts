import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRandom } from '@sente/engine';
import { SHOP_WORDS, SPECIAL_TOKENS } from '@sente/pocket';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { initialWeights } from '../net/initial-weights.ts';
import { openArmFiles, writeWhole } from './arm-files.ts';
import type { MeasuredArm } from './measured-arm.ts';

let directory = '';
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'sente-arms-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const shape = { layers: 1, width: 4, heads: 2, context: 8, vocabulary: SPECIAL_TOKENS.length + SHOP_WORDS.length };
const weights = initialWeights(shape, createRandom(1));
const id = 'multi-turn-w2/corpus-25/seed-1';
const card = {
  ...{ format: 'sente-pocket/1', name: 'x', description: 'x', shape, words: SHOP_WORDS, objective: 'multi-turn' },
  ...{ corpus: 0.25, seed: 1, trained: 1, license: 'MIT' },
} as const;
const measured = { arm: { id }, card, rows: [], greedy: [], nextToken: [] } as unknown as MeasuredArm;

describe('the files of a run', () => {
  it('keep a model whole, and know that it is there', async () => {
    const files = openArmFiles(directory);
    expect(files.has(id)).toBe(false);
    await files.write(measured, weights);
    expect(files.has(id)).toBe(true);
    expect(await files.read(id)).toEqual(measured);
    const back = await files.weights(id);
    for (const [name, { data }] of Object.entries(weights)) expect(back[name].data).toEqual(data);
    expect(readdirSync(join(directory, 'arms')).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('do not have a model of which writing was broken off', async () => {
    const files = openArmFiles(directory);
    // Figures that no JSON can hold: weights are written, figures are not.
    const broken = { ...measured, rows: [1n] } as unknown as MeasuredArm;
    await expect(files.write(broken, weights)).rejects.toThrow(TypeError);
    expect(readdirSync(join(directory, 'arms'))).toHaveLength(2);
    expect(files.has(id)).toBe(false);
    writeFileSync(join(directory, 'arms', 'multi-turn-w2.corpus-25.seed-1.figures.json.part'), '{"arm":');
    expect(files.has(id)).toBe(false);
    await files.write(measured, weights);
    expect(await files.read(id)).toEqual(measured);
  });

  it('are replaced as a whole: a reader finds the old or the new', async () => {
    const path = join(directory, 'some.json');
    const [old, next] = ['a', 'b'].map((letter) => letter.repeat(2 ** 20));
    await writeWhole(path, old);
    const writing = writeWhole(path, next);
    const seen = new Set<string>();
    for (let at = 0; at < 20; at++) seen.add(await readFile(path, 'utf8'));
    await writing;
    seen.add(await readFile(path, 'utf8'));
    for (const text of seen) expect(text === old || text === next).toBe(true);
    expect(seen.has(next)).toBe(true);
  });
});
