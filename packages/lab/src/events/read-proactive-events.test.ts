import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ProbeDataError } from '../probe/probe.ts';
import { isProactiveTrace, readProactiveEvents } from './read-proactive-events.ts';

const record = (time: string | number, event: string, task_status: unknown, tasks: string[] = []): object => ({
  observation: { time, event },
  agent_response: { candidate_task: tasks },
  task_status,
});

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sente-events-'));
  await writeFile(
    join(folder, 'b.json'),
    JSON.stringify([
      record('100.5', 'The cook opens the pantry.', false, ['make a list']),
      record(130, 'The cook looks for “saffron”.', true),
    ]),
  );
  await writeFile(join(folder, 'a.json'), JSON.stringify([record('7', 'The cook waits.', true, ['set a timer'])]));
  await writeFile(join(folder, 'other.json'), JSON.stringify({ files: ['a.json'] }));
});
afterAll(() => rm(folder, { recursive: true }));

describe('the reader of recorded events', () => {
  it('reads a directory in order, leaves out what is no trace, and takes the verdict whatever was proposed', async () => {
    expect(await readProactiveEvents(folder)).toEqual([
      { id: 'a', events: [{ text: 'The cook waits.', after: 0, isWelcome: true }] },
      {
        id: 'b',
        events: [
          { text: 'The cook opens the pantry.', after: 0, isWelcome: false },
          { text: 'The cook looks for “saffron”.', after: 29.5, isWelcome: true },
        ],
      },
    ]);
    expect(await readProactiveEvents(join(folder, 'b.json'))).toHaveLength(1);
  });

  it('says where it cannot go on', async () => {
    const bad = join(folder, 'bad');
    const reads = async (content: string): Promise<unknown> => {
      await writeFile(bad, content);
      return readProactiveEvents(bad);
    };
    await expect(reads('[{"observation"')).rejects.toThrow(/^bad: is not JSON/);
    await expect(reads(JSON.stringify([record(1, 'a', true), record(2, 'b', 'yes')]))).rejects.toThrow(
      /^bad, record 2: task_status/,
    );
    await expect(reads(JSON.stringify([record('soon', 'a', true)]))).rejects.toThrow(/observation\.time/);
    await expect(reads('{}')).rejects.toThrow(/not an array of observed events/);
    await expect(readProactiveEvents(join(folder, 'nowhere'))).rejects.toThrow(ProbeDataError);
  });

  it('knows a trace by its content', () => {
    expect([isProactiveTrace([record(1, 'a', true)]), isProactiveTrace([]), isProactiveTrace([{}])]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
