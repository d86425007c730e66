/**
 * Reads sharded instructions as Microsoft published them: a JSON array of records with `task`, `task_id`, `shards` and
 * what the task needs besides.
 *
 * Source: github.com/microsoft/lost_in_conversation, README, "Dataset Contents" (MIT).
 * @module
 */
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { createRandom } from '@sente/engine';
import { ProbeDataError } from '../../probe/probe.ts';
import { type OpenCase, SETTINGS } from '../case.ts';
import { type ReadRecord, readRecord, type Unusable } from './read-record.ts';

/** What to read. */
interface ReadOptions {
  readonly seed: number;
  /** Requests at most, drawn with the seed; all unless given. */
  readonly cases?: number;
  /** Kinds of tasks that can be scored. */
  readonly tasks: readonly string[];
}

/**
 * The cases of a file, or of all .json files of a directory that hold such records; every request in every setting.
 * Throws ProbeDataError for what cannot be read, naming file and record.
 */
export async function readShardedCases(path: string, options: ReadOptions): Promise<readonly OpenCase[]> {
  const files = await filesOf(path);
  const read: ReadRecord[] = [];
  const unusable: Unusable[] = [];
  for (const file of files) {
    const databases = join(dirname(file), 'databases');
    for (const [place, record] of (await recordsOf(file, files.length > 1)).entries()) {
      const where = `${basename(file)}, record ${place + 1}`;
      const one = await readRecord(record, where, { tasks: options.tasks, databases });
      if ('reason' in one) unusable.push(one);
      else read.push(one);
    }
  }
  if (read.length === 0) {
    const why = unusable.length > 0 ? `: ${reasons(unusable).join('; ')}` : '';
    throw new ProbeDataError(basename(path), `there is no request in it that can be played and scored${why}`);
  }
  const twice = read.find(({ id }, place) => read.findIndex((other) => other.id === id) !== place);
  if (twice !== undefined)
    throw new ProbeDataError(basename(path), `two records are called “${twice.id}”: task_id must be unique`);
  const drawn = draw(read, options);
  const remarks = unusable.length > 0 ? [`Left out of the data: ${reasons(unusable).join('; ')}.`] : [];
  return drawn.flatMap(({ id, ...request }, place) =>
    SETTINGS.map(
      (cell): OpenCase => ({
        ...request,
        id: `${id}/${cell}`,
        group: id,
        cell,
        world: 'open',
        ...(place === 0 && cell === 'full' && remarks.length > 0 ? { remarks } : {}),
      }),
    ),
  );
}

function draw(read: readonly ReadRecord[], { seed, cases = read.length }: ReadOptions): readonly ReadRecord[] {
  const random = createRandom(seed).split('hold').split('data');
  const order = read.map((_, place) => ({ place, key: random.split(place).next() })).sort((a, b) => a.key - b.key);
  const places = order.slice(0, cases).map(({ place }) => place);
  return places.sort((a, b) => a - b).map((place) => read[place]);
}

/** "12 of task “code” (what for)", commonest first. */
function reasons(unusable: readonly Unusable[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { reason } of unusable) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([reason, count]) => `${count} ${count === 1 ? 'record' : 'records'} ${reason}`);
}

async function filesOf(path: string): Promise<readonly string[]> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) throw new ProbeDataError(path, 'there is no such file or directory');
  if (!found.isDirectory()) return [path];
  const names = (await readdir(path)).filter((name) => name.endsWith('.json')).sort();
  if (names.length === 0) throw new ProbeDataError(path, 'there is no .json file in it');
  return names.map((name) => join(path, name));
}

async function recordsOf(file: string, mayBeOther: boolean): Promise<readonly unknown[]> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new ProbeDataError(basename(file), `this is no JSON (${error instanceof Error ? error.message : error})`);
  }
  const isSharded =
    Array.isArray(value) && value.some((record) => record !== null && typeof record === 'object' && 'shards' in record);
  if (isSharded) return value as readonly unknown[];
  if (mayBeOther) return [];
  throw new ProbeDataError(
    basename(file),
    'these are no sharded instructions: an array of records with task, task_id and shards is expected',
  );
}
