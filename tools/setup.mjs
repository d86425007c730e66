// Installs what the project needs, once. Plain JavaScript, built-ins only: it runs on whatever Node the machine has (20 or later).
//   node tools/setup.mjs             npm packages, Node 24 among them
//   node tools/setup.mjs --browser   a Chromium for the browser tests too (Debian's package; asks for root)
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from './chromium.mjs';

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

function browser() {
  if (findChromium()) return;
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) {
    throw new Error('no Chromium found: install one and set SENTE_CHROMIUM to its path');
  }
  const sudo = process.getuid?.() === 0 ? [] : ['sudo'];
  const apt = (...args) => {
    const [command, ...rest] = [...sudo, 'apt-get', ...args];
    run(command, rest, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  };
  say('Installing Chromium for the browser tests (once; about a minute) …');
  apt('update', '-qq');
  apt('install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core');
  if (!findChromium()) throw new Error('chromium was installed but is not on the PATH: set SENTE_CHROMIUM to its path');
}

try {
  packages();
  if (process.argv.includes('--browser')) browser();
} catch (error) {
  say(`Set-up failed: ${error.message}`);
  say('Check the network and the messages above, then run the same command again.');
  process.exit(1);
}
