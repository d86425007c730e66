/** A Redis of the tests' own, on loopback and a free port, in memory only. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { connectRedis } from './connect.ts';

export interface TestRedis {
  readonly url: string;
  stop(): Promise<void>;
}

/** As tools/redis.mjs finds it. */
function findRedis(): string | undefined {
  if (process.env.SENTE_REDIS_SERVER) return process.env.SENTE_REDIS_SERVER;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const files = folders.flatMap((folder) => ['redis-server', 'valkey-server'].map((name) => join(folder, name)));
  return files.find((file) => existsSync(file));
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

export async function startRedis(): Promise<TestRedis> {
  const binary = findRedis();
  if (!binary) throw new Error('no redis-server or valkey-server found: npm run setup -- --browser installs one');
  const port = await freePort();
  const options = ['--bind', '127.0.0.1', '--port', `${port}`, '--save', '', '--appendonly', 'no', '--daemonize', 'no'];
  const server: ChildProcess = spawn(binary, options, { stdio: 'ignore' });
  const url = `redis://127.0.0.1:${port}`;
  for (let attempt = 0; ; attempt++) {
    try {
      (await connectRedis(url)).disconnect();
      break;
    } catch (error) {
      if (attempt > 50 || server.exitCode !== null) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  return {
    url,
    async stop() {
      server.kill('SIGKILL');
      await once(server, 'exit');
    },
  };
}
