/**
 * Checkpoints that experiments in the folder have left behind, whether they came to their end or not: a card as JSON and
 * weights as safetensors each, in `arms/` of the experiment's directory.
 * @module
 */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Checkpoint, type CheckpointCard, parameterCount, readCheckpoint } from '@sente/pocket';
import type { ExperimentShelf } from '../experiment/experiment-shelf.ts';
import { Problem } from '../problem.ts';
import type { ListedCheckpoint } from './checkpoint.ts';

/** Between an experiment's id and the name of a checkpoint's files; neither has one in it. */
const MARK = ':';

/** All of them, experiment by experiment, in the order of their names. What has no card that can be read is left out. */
export async function trainedCheckpoints(experiments: ExperimentShelf): Promise<ListedCheckpoint[]> {
  const found = await Promise.all(
    (await experiments.directories()).map(async ({ id, directory }) => {
      const names = await namesIn(join(directory, 'arms'));
      return Promise.all(names.map((name) => listed(id, join(directory, 'arms'), name)));
    }),
  );
  return found.flat().filter((one) => one !== undefined);
}

/** One that was found and not read yet. */
interface FoundCheckpoint {
  /** When its weights were written, in milliseconds since 1970. */
  readonly written: number;
  /** Throws Problem `bad-checkpoint`. */
  read(): Promise<Checkpoint>;
}

/** Finds one by its id in the list; undefined if no experiment has it. */
export async function findTrained(experiments: ExperimentShelf, id: string): Promise<FoundCheckpoint | undefined> {
  const [origin, name] = id.split(MARK);
  const directory = (await experiments.directories()).find((one) => one.id === origin)?.directory;
  // Only a name that is there: an id is no path.
  const arms = directory && join(directory, 'arms');
  if (arms === undefined || name === undefined || !(await namesIn(arms)).includes(name)) return undefined;
  const file = join(arms, `${name}.safetensors`);
  return {
    written: (await stat(file)).mtimeMs,
    async read() {
      try {
        return readCheckpoint(await readFile(file), await readFile(join(arms, `${name}.json`), 'utf8'));
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        throw new Problem(
          'bad-checkpoint',
          `${name} of ${origin} cannot be read: ${why}.`,
          'Train it again, or choose another.',
        );
      }
    },
  };
}

/** The refusal of an id that names nothing. */
export function unknown(id: string): Problem {
  return new Problem(
    'unknown-checkpoint',
    `There is no checkpoint \`${id.slice(0, 100)}\`.`,
    'GET /api/pocket/checkpoints lists all.',
  );
}

/** Names that have both files. */
async function namesIn(arms: string): Promise<string[]> {
  const files = new Set(await readdir(arms).catch(() => []));
  return [...files]
    .filter((file) => file.endsWith('.safetensors'))
    .map((file) => file.slice(0, -'.safetensors'.length))
    .filter((name) => files.has(`${name}.json`))
    .toSorted();
}

async function listed(origin: string, arms: string, name: string): Promise<ListedCheckpoint | undefined> {
  try {
    const card = JSON.parse(await readFile(join(arms, `${name}.json`), 'utf8')) as CheckpointCard;
    const { corpus, seed, shape } = card;
    const id = `${origin}${MARK}${name}`;
    return { id, origin, kind: kindOf(name), corpus, seed, parameters: parameterCount(shape) };
  } catch {
    return undefined;
  }
}

/** `multi-turn-w2` of `multi-turn-w2.corpus-05.seed-1`. */
function kindOf(name: string): string {
  return name.split('.')[0];
}
