/**
 * Reads event traces in the format of ProactiveBench's test set (Lu et al. 2024, arXiv 2410.12361): a file is an array of
 * `{observation: {time, event}, agent_response: {candidate_task: […]}, task_status}`.
 *
 * What the labels mean. `candidate_task` is what an assistant proposed when the trace was taken down, often nothing;
 * `task_status` is the person's verdict. Proposals with `true`: one of them was accepted. Proposals with `false`: all were
 * turned down. None with `false`: silence was right. None with `true`: help was wanted and none came. So `task_status`
 * says in all four cases whether help was wanted, and is the label; what the other assistant proposed is not looked at.
 * @module
 */
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { ProbeDataError } from '../probe/probe.ts';
import type { EventTrace } from './event-trace.ts';

const Recorded = z.object({
  observation: z.object({
    time: z.union([z.string(), z.number()]).transform(Number).pipe(z.number()),
    event: z.string().min(1),
  }),
  agent_response: z.object({ candidate_task: z.array(z.string()) }).optional(),
  task_status: z.boolean(),
});

/** Whether a parsed file looks like a trace of this format, be it whole or not. */
export function isProactiveTrace(content: unknown): content is readonly unknown[] {
  if (!Array.isArray(content) || content.length === 0) return false;
  const [first] = content as unknown[];
  return typeof first === 'object' && first !== null && 'observation' in first;
}

/**
 * The traces of a file, or of a directory's `.json` files that hold one, in the order of their names. Throws
 * ProbeDataError when one cannot be read, or when there is none.
 */
export async function readProactiveEvents(path: string): Promise<readonly EventTrace[]> {
  const isFile = await stat(path).then(
    (found) => found.isFile(),
    () => {
      throw new ProbeDataError(path, 'there is no such file or directory');
    },
  );
  const files = isFile
    ? [path]
    : (await readdir(path))
        .filter((name) => name.endsWith('.json'))
        .sort()
        .map((name) => join(path, name));
  const traces: EventTrace[] = [];
  for (const file of files) {
    const content = await parse(file);
    if (isProactiveTrace(content)) traces.push(readTrace(basename(file), content));
    else if (isFile) throw new ProbeDataError(basename(file), 'is not an array of observed events');
  }
  if (traces.length === 0) throw new ProbeDataError(path, 'holds no file of observed events');
  return traces;
}

async function parse(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ProbeDataError(basename(file), `is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function readTrace(name: string, records: readonly unknown[]): EventTrace {
  let before: number | undefined;
  const events = records.map((record, position) => {
    const read = Recorded.safeParse(record);
    if (!read.success) {
      const [{ path, message }] = read.error.issues;
      throw new ProbeDataError(`${name}, record ${position + 1}`, `${path.join('.') || 'the record'}: ${message}`);
    }
    const { time, event } = read.data.observation;
    const after = before === undefined ? 0 : Math.max(0, time - before);
    before = time;
    return { text: event, after, isWelcome: read.data.task_status };
  });
  return { id: name.replace(/\.json$/, ''), events };
}
