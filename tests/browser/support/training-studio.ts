/**
 * A studio in this process whose checkpoints have no weights, beside an experiment whose numbers are made.
 * @module
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCatalog } from '@sente/catalog';
import { startServer } from '@sente/server';
import { fakeCheckpoints } from '../../../packages/server/src/testing/fake-checkpoints.ts';
import { madeResults } from '../../../packages/training/src/report/made-results.test.support.ts';
import { bikesCsv } from './bikes.ts';
import type { RunningStudio } from './studio.ts';

/** Starts it; `isEmpty`: no checkpoints, no experiment. */
export async function startTrainingStudio({ isEmpty = false } = {}): Promise<RunningStudio> {
  const folder = await mkdtemp(join(tmpdir(), 'sente-training-'));
  await writeFile(join(folder, 'bikes.csv'), bikesCsv());
  if (!isEmpty) {
    await mkdir(join(folder, 'passivity-quick'));
    await writeFile(join(folder, 'passivity-quick', 'results.json'), JSON.stringify(madeResults({ preset: 'quick' })));
  }
  const server = await startServer({
    catalog: await loadCatalog(join(folder, 'bikes.csv')),
    port: 0,
    experimentFolder: folder,
    checkpoints: isEmpty ? { ...fakeCheckpoints(), list: async () => [] } : fakeCheckpoints(),
  });
  return {
    url: server.url,
    close: async () => {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
