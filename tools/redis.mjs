// Where this machine keeps its Redis or Valkey server, for the tests of the queue. SENTE_REDIS_SERVER wins.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** @returns {string | undefined} the path of a server, or undefined if there is none */
export function findRedis() {
  const named = process.env.SENTE_REDIS_SERVER;
  if (named) return existsSync(named) ? named : undefined;
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of ['redis-server', 'valkey-server']) if (existsSync(join(folder, name))) return join(folder, name);
  }
  return undefined;
}
