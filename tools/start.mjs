// npm start: builds the studio if its sources changed since, and starts it. Arguments go on to `sente studio`:
//   npm start -- --catalog my.csv --port 8080
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const studio = join(root, 'packages', 'studio');
const stamp = join(root, 'node_modules', '.sente-studio');
/** The Node that came with the packages: this script may be run by an older one. */
const node = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** Every file that the studio is built from. */
function sources(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (['dist', 'node_modules'].includes(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sources(path) : [path];
  });
}

function buildStudio() {
  const hash = createHash('sha256');
  for (const file of [join(root, 'package-lock.json'), ...sources(studio).sort()]) {
    if (existsSync(file)) hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0');
  }
  const wanted = hash.digest('hex');
  const isBuilt = existsSync(join(studio, 'dist', 'index.html'));
  if (isBuilt && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  process.stderr.write('Building the studio (a few seconds; only when it has changed) …\n');
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const { status } = spawnSync(existsSync(node) ? node : process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: studio,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) {
    process.stderr.write('The studio could not be built: the messages above say why.\n');
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}

buildStudio();
process.stderr.write('Starting the studio …\n');
const main = join(root, 'packages', 'cli', 'src', 'main.ts');
const args = ['--conditions=@sente/source', main, 'studio', ...process.argv.slice(2)];
const child = spawn(existsSync(node) ? node : process.execPath, args, { stdio: 'inherit' });
// Whoever stops this process means the studio.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)));
