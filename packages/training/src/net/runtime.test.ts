import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const program = fileURLToPath(new URL('./opens-session.test.support.ts', import.meta.url));

// Where it reports, the runtime keeps the name of the device and what is to be sent under the user's cache folder.
it.each(['main', 'worker'])('runs in a %s thread without leaving anything to be reported', async (thread) => {
  const home = mkdtempSync(join(tmpdir(), 'sente-home-'));
  try {
    // This process may have been silenced by another test: the program must see to it by itself.
    const { ORT_DISABLE_TELEMETRY: _, ...inherited } = process.env;
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--conditions=@sente/source', '--disable-warning=ExperimentalWarning', program, thread],
      { cwd: home, env: { ...inherited, HOME: home, XDG_CACHE_HOME: join(home, 'cache') } },
    );
    expect(stdout).toBe('ran\n');
    expect(readdirSync(home, { recursive: true })).toEqual([]);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
});
