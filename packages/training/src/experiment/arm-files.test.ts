import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRandom } from '@sente/engine';
import { SHOP_WORDS, SPECIAL_TOKENS } from '@sente/pocket';
import { afterEach, describe, expect, it } from 'vitest';
import { initialWeights } from '../net/initial-weights.ts';
import { openArmFiles } from './arm-files.ts';
import type { MeasuredArm } from './measured-arm.ts';

const directory = mkdtempSync(join(tmpdir(), 'sente-arms-'));
afterEach(() => rmSync(directory, { recursive: true, force: true }));

describe('the files of a run', () => {
  it('keep a model whole, and know that it is there', async () => {
    const files = openArmFiles(directory);
    const shape = {
      layers: 1,
      width: 4,
      heads: 2,
      context: 8,
      vocabulary: SPECIAL_TOKENS.length + SHOP_WORDS.length,
    };
    const weights = initialWeights(shape, createRandom(1));
    const id = 'multi-turn-w2/corpus-25/seed-1';
    const card = {
      format: 'sente-pocket/1',
      name: 'x',
      description: 'x',
      shape,
      words: SHOP_WORDS,
      objective: 'multi-turn',
      corpus: 0.25,
      seed: 1,
      trained: 1,
      license: 'MIT',
    } as const;
    const measured = { arm: { id }, card, rows: [], greedy: [], nextToken: [] } as unknown as MeasuredArm;
    expect(files.has(id)).toBe(false);
    await files.write(measured, weights);
    expect(files.has(id)).toBe(true);
    expect(await files.read(id)).toEqual(measured);
    const back = await files.weights(id);
    for (const [name, { data }] of Object.entries(weights)) expect(back[name].data).toEqual(data);
    expect(readdirSync(join(directory, 'arms')).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});
