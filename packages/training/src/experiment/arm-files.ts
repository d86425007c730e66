/**
 * What is kept of each finished model: its weights, and what was measured. A file is there whole or not at all, so a run
 * that was stopped goes on with the models that are missing.
 * @module
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readCheckpoint, type Weights, writeCheckpoint } from '@sente/pocket';
import type { MeasuredArm } from './measured-arm.ts';

/** The files of one run. */
export interface ArmFiles {
  has(id: string): boolean;
  read(id: string): Promise<MeasuredArm>;
  weights(id: string): Promise<Weights>;
  /** Weights first, figures last: who has figures has weights. */
  write(measured: MeasuredArm, weights: Weights): Promise<void>;
}

/** Opens the directory, which need not exist yet. */
export function openArmFiles(directory: string): ArmFiles {
  const arms = join(directory, 'arms');
  const path = (id: string, extension: string) => join(arms, `${id.replaceAll('/', '.')}.${extension}`);
  return {
    has: (id) => existsSync(path(id, 'figures.json')),
    read: async (id) => JSON.parse(await readFile(path(id, 'figures.json'), 'utf8')),
    async weights(id) {
      const [bytes, card] = await Promise.all([readFile(path(id, 'safetensors')), readFile(path(id, 'json'), 'utf8')]);
      return readCheckpoint(bytes, card).weights;
    },
    async write(measured, weights) {
      await mkdir(arms, { recursive: true });
      const { id } = measured.arm;
      const { safetensors, card } = writeCheckpoint(measured.card, weights, { half: false });
      await writeWhole(path(id, 'safetensors'), safetensors);
      await writeWhole(path(id, 'json'), card);
      await writeWhole(path(id, 'figures.json'), `${JSON.stringify(measured)}\n`);
    },
  };
}

/** Writes beside and renames, so that no reader ever sees half a file. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  await writeFile(`${path}.part`, content);
  await rename(`${path}.part`, path);
}
