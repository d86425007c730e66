import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { CaseFailedError, runPool, StoppedError, workerFile } from './pool.ts';

const file = workerFile(import.meta.url, './pool.test.fixture');

describe('pool', () => {
  it('gives the same rows in the same order for any number of workers and any chunk', async () => {
    const expected = Array.from({ length: 50 }, (_, n) => n * n + 7);
    for (const [workers, chunk] of [
      [1, 16],
      [2, 3],
      [5, 1],
    ]) {
      const seen: number[] = [];
      const onProgress = (done: number): void => void seen.push(done);
      const rows = await runPool<number>({ file, setup: { add: 7 }, cases: 50, workers, chunk, onProgress });
      expect(rows).toEqual(expected);
      expect(seen.at(-1)).toBe(50);
      expect(seen).toEqual([...seen].sort((a, b) => a - b));
    }
  });

  it('names the case that failed, and why', async () => {
    const run = runPool({ file, setup: { add: 0, failAt: 13 }, cases: 20, workers: 2, chunk: 4 });
    await expect(run).rejects.toThrow(CaseFailedError);
    await expect(run).rejects.toThrow(/case 13 failed.*\n.*this case cannot be played/);
  });

  it('stops at once when told to, even while a case hangs, and says how far it came', async () => {
    const stop = new AbortController();
    const onProgress = (done: number): void => {
      if (done >= 8) stop.abort();
    };
    const run = runPool({
      file,
      setup: { add: 0, hangAt: 9 },
      cases: 20,
      workers: 1,
      chunk: 2,
      signal: stop.signal,
      onProgress,
    });
    await expect(run).rejects.toThrow(StoppedError);
    await expect(run).rejects.toMatchObject({ done: 8, cases: 20 });
  });

  it('reports a worker file that cannot be loaded', async () => {
    const gone = workerFile(import.meta.url, './no-such-worker');
    await expect(runPool({ file: gone, setup: {}, cases: 1 })).rejects.toThrow();
  });

  it('plays where the process was started with flags that threads cannot be given', () => {
    const script = `import(${JSON.stringify(new URL('./pool.ts', import.meta.url).href)}).then(async ({ runPool }) => {
      const file = new URL(${JSON.stringify(file.href)});
      console.log(JSON.stringify(await runPool({ file, setup: { add: 7 }, cases: 3, workers: 1 })));
    });`;
    const flags = ['--conditions=@sente/source', '--max-old-space-size=512'];
    const out = execFileSync(process.execPath, [...flags, '-e', script], { encoding: 'utf8' });
    expect(JSON.parse(out)).toEqual([7, 8, 11]);
  });

  it('finds the worker beside the module, built or not', () => {
    expect(workerFile('file:///a/b/measure.ts', './worker').pathname).toBe('/a/b/worker.ts');
    expect(workerFile('file:///a/b/measure.js', './worker').pathname).toBe('/a/b/worker.js');
  });
});
