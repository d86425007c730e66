/**
 * A person's own tasks: a JSONL file, or a folder of them; one task a line.
 *
 *   {"goal": "A limerick about tea, for a card to my aunt", "opening": "write me a poem"}
 *   {"goal": "How much do 3 boxes cost at 4 € each, with 2 € off in all?", "opening": "what do the boxes cost?", "answer": "10"}
 * @module
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createRandom } from '@sente/engine';
import { ProbeDataError } from '@sente/lab';
import { z } from 'zod';
import type { DataSettings, ToldCase } from './data-case.ts';

const words: z.ZodString = z.string().trim().min(1);
const goalSchema = z.strictObject({ goal: words, answer: words.optional() });

/** One line. */
export interface FileTask {
  readonly goal: string;
  readonly opening?: string;
  readonly answer?: string;
  readonly instructions?: string;
  readonly others?: readonly { readonly goal: string; readonly answer?: string }[];
}

/** The schema of a line; a key that it does not know is a mistake of typing. */
export const fileTaskSchema: z.ZodType<FileTask> = z.strictObject({
  goal: words,
  opening: words.optional(),
  answer: words.optional(),
  instructions: words.optional(),
  others: z.array(goalSchema).max(15).optional(),
});

/** Reads them; of more than `count` so many are drawn with the seed. Throws ProbeDataError. */
export function fileTasks(path: string, seed: number, count: number, settings: DataSettings): readonly ToldCase[] {
  const files = taskFiles(path);
  const all = files.flatMap((file) => readTasks(file, files.length > 1, settings));
  if (all.length === 0) throw new ProbeDataError(path, 'it holds no task: one JSON object a line, {"goal": "…"}');
  const random = createRandom(seed).split('train data').split('draw');
  const drawn = new Set(
    all
      .map((task, at) => ({ task, key: random.split(at).next() }))
      .sort((a, b) => a.key - b.key)
      .slice(0, count)
      .map(({ task }) => task),
  );
  return all.filter((task) => drawn.has(task));
}

/** The files: the one named, or those of the folder. Throws ProbeDataError. */
export function taskFiles(path: string): readonly string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new ProbeDataError(path, 'there is no such file or folder');
  if (found.isFile()) return [path];
  const names = readdirSync(path).filter((name) => name.endsWith('.jsonl'));
  if (names.length === 0) throw new ProbeDataError(path, 'there is no .jsonl file in this folder');
  return names.sort().map((name) => join(path, name));
}

function readTasks(file: string, isOneOfMany: boolean, settings: DataSettings): ToldCase[] {
  const name = basename(file);
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, at) => {
      if (line.trim() === '') return [];
      const id = `${isOneOfMany ? `${name}/` : ''}line-${String(at + 1).padStart(5, '0')}`;
      return [
        { ...readTask(line, `${name}, line ${at + 1}`), id, kind: 'told' as const, world: 'open' as const, settings },
      ];
    });
}

function readTask(line: string, where: string): FileTask {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new ProbeDataError(where, 'it is no JSON; one task is one line');
  }
  const { data, error } = fileTaskSchema.safeParse(value);
  if (data) return data;
  const [{ path, message }] = error.issues;
  throw new ProbeDataError(where, `${path.join('.') || 'the task'}: ${message}`);
}
