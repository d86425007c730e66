// Installs what the project needs, once. Plain JavaScript, built-ins only: it runs on whatever Node the machine has (20 or later).
//   node tools/setup.mjs             npm packages, Node 24 among them
//   node tools/setup.mjs --browser   what the tests need too: a Chromium, a Redis (Debian's packages; asks for root)
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from './chromium.mjs';
import { findRedis } from './redis.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const say = (text) => process.stderr.write(`${text}\n`);

/** Runs a command with its output on standard error, so that `--json` keeps standard output to itself. */
function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], ...options });
  if (result.error) throw new Error(`could not start ${command}: ${result.error.message}`);
  if (result.status !== 0) throw new Error(`${command} ${args.join(' ')} ended with code ${result.status}`);
}

function packages() {
  const hash = createHash('sha256');
  const manifests = readdirSync(join(root, 'packages')).map((name) => `packages/${name}/package.json`);
  for (const file of ['package.json', 'package-lock.json', ...manifests.sort()]) {
    if (existsSync(join(root, file))) hash.update(file).update(readFileSync(join(root, file)));
  }
  const wanted = hash.digest('hex');
  const stamp = join(root, 'node_modules', '.sente-setup');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('Installing packages (once; about half a minute) …');
  run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], {
    env: { ...process.env, ONNXRUNTIME_NODE_INSTALL: 'skip' },
    shell: process.platform === 'win32',
  });
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

function asRoot(...args) {
  const [command, ...rest] = [...(process.getuid?.() === 0 ? [] : ['sudo']), ...args];
  run(command, rest, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
}

/** Installs one of the programs that the tests start, unless it is there. */
function program({ name, find, variable, packages, time, afterwards }) {
  if (find()) return;
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) {
    throw new Error(`no ${name} found: install one and set ${variable} to its path`);
  }
  say(`Installing ${name} for the tests (once; about ${time}) …`);
  asRoot('apt-get', 'update', '-qq');
  asRoot('apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...packages);
  afterwards?.();
  if (!find()) throw new Error(`${name} was installed but is not on the PATH: set ${variable} to its path`);
}

function programs() {
  program({
    name: 'Chromium',
    find: findChromium,
    variable: 'SENTE_CHROMIUM',
    packages: ['chromium', 'fonts-dejavu-core'],
    time: 'a minute',
  });
  program({
    name: 'Redis',
    find: findRedis,
    variable: 'SENTE_REDIS_SERVER',
    packages: ['redis-server'],
    time: '10 seconds',
    // The package starts a service; the tests start a server of their own, on another port.
    afterwards: () =>
      existsSync('/run/systemd/system') && asRoot('systemctl', 'disable', '--now', '--quiet', 'redis-server'),
  });
}

try {
  packages();
  if (process.argv.includes('--browser')) programs();
} catch (error) {
  say(`Set-up failed: ${error.message}`);
  say('Check the network and the messages above, then run the same command again.');
  process.exit(1);
}
