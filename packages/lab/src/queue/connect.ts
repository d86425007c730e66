/**
 * Connections to Redis or Valkey.
 * @module
 */
import { Redis } from 'ioredis';
import { createRedact } from '../store/redact.ts';
import { checkQueueAddress } from './address.ts';
import { QueueUnreachableError } from './errors.ts';

/** Milliseconds that a first answer may take. */
const PATIENCE = 5_000;

/**
 * Resolves when the server answers; a connection that is lost later is made again for as long as it takes. Throws
 * QueueAddressError or QueueUnreachableError.
 */
export async function connectRedis(url: string): Promise<Redis> {
  checkQueueAddress(url);
  const shown = createRedact({})(url);
  const redis = new Redis(url, {
    lazyConnect: true,
    // What BullMQ wants: commands wait for a lost connection rather than fail.
    maxRetriesPerRequest: null,
    enableAutoPipelining: true,
    connectTimeout: PATIENCE,
    retryStrategy: (times) => Math.min(1_000, 50 * times),
  });
  let last: unknown = new Error(`no answer within ${PATIENCE / 1000} s`);
  redis.on('error', (error) => {
    last = error;
  });
  const timer = Promise.withResolvers<never>();
  const patience = setTimeout(() => timer.reject(last), PATIENCE);
  try {
    await Promise.race([redis.connect().then(() => redis.ping()), timer.promise]);
    return redis;
  } catch (error) {
    redis.disconnect();
    throw new QueueUnreachableError(shown, /closed/i.test(String(error)) ? last : error);
  } finally {
    clearTimeout(patience);
  }
}

/** A script that runs as one step in the server. */
type Script = (keys: readonly string[], values: readonly (string | number)[]) => Promise<unknown>;

/** Makes a script known to a connection; it is sent once. */
export function script(redis: Redis, name: string, lua: string): Script {
  redis.defineCommand(name, { lua });
  const command = redis as unknown as Record<string, (...values: unknown[]) => Promise<unknown>>;
  return (keys, values) => command[name]?.(keys.length, ...keys, ...values) as Promise<unknown>;
}
