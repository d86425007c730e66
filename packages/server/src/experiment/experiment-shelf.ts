/**
 * Experiments on passivity that were run in a folder: each has a directory `passivity-…` with `results.json` in it. They
 * are looked for whenever somebody asks, since one may be run in a terminal meanwhile.
 * @module
 */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExperimentResults } from '@sente/training';
import { Problem } from '../problem.ts';

/** One that has come to its end. */
export interface ShelvedExperiment {
  /** Name of its directory. */
  readonly id: string;
  readonly directory: string;
  /** When the results were written, in milliseconds since 1970. */
  readonly finished: number;
}

const NAME = /^passivity-[\w.-]+$/;

/** A folder of experiments that may not be there. */
export class ExperimentShelf {
  readonly #folder: string;

  /** @param folder absolute path */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Directories of experiments, whether they are finished or not. */
  async directories(): Promise<{ readonly id: string; readonly directory: string }[]> {
    const entries = await readdir(this.#folder, { withFileTypes: true }).catch(() => []);
    return entries
      .filter((entry) => entry.isDirectory() && NAME.test(entry.name))
      .map(({ name }) => ({ id: name, directory: join(this.#folder, name) }));
  }

  /** Finished ones, the newest first. */
  async list(): Promise<ShelvedExperiment[]> {
    const found = await Promise.all(
      (await this.directories()).map(async (one) => {
        const file = await stat(join(one.directory, 'results.json')).catch(() => undefined);
        return file?.isFile() ? [{ ...one, finished: Math.round(file.mtimeMs) }] : [];
      }),
    );
    return found.flat().toSorted((a, b) => b.finished - a.finished || (a.id < b.id ? -1 : 1));
  }

  /** The results of one; `last` is the newest. Throws Problem `unknown-experiment` and `bad-results`. */
  async read(id: string): Promise<ExperimentResults> {
    const all = await this.list();
    const found = id === 'last' ? all[0] : all.find((one) => one.id === id);
    if (found === undefined) {
      throw new Problem(
        'unknown-experiment',
        id === 'last' ? 'No experiment has been run here yet.' : `There is no experiment \`${id.slice(0, 100)}\`.`,
        'sente train passivity runs one; GET /api/experiments lists all.',
      );
    }
    return readResults(found);
  }
}

async function readResults({ id, directory }: ShelvedExperiment): Promise<ExperimentResults> {
  const text = await readFile(join(directory, 'results.json'), 'utf8').catch(() => '');
  try {
    const results = JSON.parse(text) as ExperimentResults;
    if (results.experiment === 'passivity' && Array.isArray(results.summaries) && Array.isArray(results.arms))
      return results;
  } catch {
    // No JSON: said below.
  }
  throw new Problem(
    'bad-results',
    `results.json of ${id} cannot be read as the results of an experiment.`,
    'Run sente train passivity again with --resume, which writes it anew.',
  );
}
