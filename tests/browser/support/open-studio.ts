/**
 * A studio whose language model is scripted, in this process.
 * @module
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCatalog } from '@sente/catalog';
import { openModel } from '@sente/language';
import { type ModelChoice, startServer } from '@sente/server';
import { bikesCsv } from './bikes.ts';
import { letterModel } from './letter-model.ts';
import type { RunningStudio } from './studio.ts';

/** An ID that the scripted model goes by; any other ID of a known kind is a model that cannot be reached. */
export const SCRIPTED = 'ollama:scripted';

/** Starts it; without `model` the studio asks for one. `pace`: milliseconds that a call takes, more or less; `plain`: no markup. */
export async function startOpenStudio({
  model,
  pace = 5,
  plain = false,
}: {
  model?: ModelChoice;
  pace?: number;
  plain?: boolean;
} = {}): Promise<RunningStudio> {
  const folder = await mkdtemp(join(tmpdir(), 'sente-open-'));
  await writeFile(join(folder, 'bikes.csv'), bikesCsv());
  const server = await startServer({
    catalog: await loadCatalog(join(folder, 'bikes.csv')),
    port: 0,
    open: {
      ...(model && { model }),
      openModel: (id) => {
        if (id === SCRIPTED) return letterModel(pace, plain);
        if (!/^(openai|ollama):/.test(id)) return openModel(id);
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
