/**
 * The studio as people start it: the `sente` command in a process of its own, on a free port.
 * @module
 */
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** A studio that listens. */
export interface RunningStudio {
  /** Without a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

/** Starts `sente studio --port 0`, with `csv` as its catalogue if given; the built-in one otherwise. */
export async function startStudio(csv?: string): Promise<RunningStudio> {
  const folder = await mkdtemp(join(tmpdir(), 'sente-studio-'));
  const args = [
    '--conditions=@sente/source',
    process.env.X_MAIN ?? join(root, 'packages/cli/src/main.ts'),
    'studio',
    '--port',
    '0',
    '--no-open',
  ];
  if (csv !== undefined) {
    await writeFile(join(folder, 'bikes.csv'), csv);
    args.push('--catalog', join(folder, 'bikes.csv'));
  }
  // Unmet wishes are kept where the command is run: in a folder that goes away again.
  const child = spawn(process.execPath, args, {
    cwd: folder,
    env: { ...process.env, INIT_CWD: folder, XDG_DATA_HOME: folder, NO_COLOR: '1', CI: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const found = /http:\/\/[\w.[\]:]+:\d+/.exec(output);
      if (found) resolve(found[0]);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(new Error(`the studio ended with code ${code} before it listened:\n${output}`)),
    );
  });
  return {
    url,
    close: async () => {
      child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
