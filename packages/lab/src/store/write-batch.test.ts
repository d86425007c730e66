import { describe, expect, it } from 'vitest';
import { createWriteBatch } from './write-batch.ts';

/** A batch that notes what was committed together. */
function noting(fails = false) {
  const commits: string[][] = [];
  const done: string[] = [];
  const batch = createWriteBatch((writes) => {
    if (fails) throw new Error('disk full');
    done.length = 0;
    for (const write of writes) write();
    commits.push([...done]);
  });
  return { batch, commits, write: (name: string) => batch.add(() => void done.push(name)) };
}

describe('batch of writes', () => {
  it('commits what came in one moment together, and tells when it is on disk', async () => {
    const { batch, commits, write } = noting();
    write('a');
    write('b');
    expect(commits).toEqual([]);
    await batch.committed();
    expect(commits).toEqual([['a', 'b']]);
    await batch.committed();
    write('c');
    batch.flush();
    batch.flush();
    expect(commits).toEqual([['a', 'b'], ['c']]);
  });

  it('holds no more than a few hundred for somebody who never lets go', () => {
    const { commits, write } = noting();
    for (let number = 0; number < 600; number++) write(`${number}`);
    expect(commits.map((names) => names.length)).toEqual([256, 256]);
  });

  it('keeps a failure for whoever writes or waits next', async () => {
    const { batch, write } = noting(true);
    write('a');
    await expect(batch.committed()).rejects.toThrow('disk full');
    expect(() => write('b')).toThrow('disk full');
    expect(() => batch.flush()).toThrow('disk full');
    await expect(batch.committed()).rejects.toThrow('disk full');
  });
});
