/**
 * A studio whose language model is scripted, in this process.
 * @module
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCatalog } from '@sente/catalog';
import { type ModelChoice, startServer } from '@sente/server';
import { bikesCsv } from './bikes.ts';
import { letterModel } from './letter-model.ts';
import type { RunningStudio } from './studio.ts';

/** An ID that the scripted model goes by; any other ID is a model that cannot be reached. */
export const SCRIPTED = 'ollama:scripted';

/** Starts it; without `model` the studio asks for one. `pace`: milliseconds that a call takes, more or less. */
export async function startOpenStudio({
  model,
  pace = 5,
  port = 0,
}: {
  model?: ModelChoice;
  pace?: number;
  port?: number;
} = {}): Promise<RunningStudio> {
  const folder = await mkdtemp(join(tmpdir(), 'sente-open-'));
  await writeFile(join(folder, 'bikes.csv'), bikesCsv());
  const server = await startServer({
    catalog: await loadCatalog(join(folder, 'bikes.csv')),
    port,
    open: {
      ...(model && { model }),
      openModel: (id) => {
        // Each conversation is told from its beginning: a model of its own for every time that it is set.
        if (id === SCRIPTED) return letterModel(pace);
        const failing = letterModel(0);
        return {
          ...failing,
          doStream: async () => {
            throw Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:11434'), { code: 'ECONNREFUSED' });
          },
        };
      },
    },
  });
  return {
    url: server.url,
    close: async () => {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
