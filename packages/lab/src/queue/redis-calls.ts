/**
 * Replies of models in Redis, as they come: a conversation taken over from a killed worker replays them. A call that one
 * worker is making is waited for by the others.
 * @module
 */
import { randomUUID } from 'node:crypto';
import { type Sleep, sleepFor } from '@sente/language';
import type { Redis } from 'ioredis';
import type { CallStore, StoredCall } from '../calls/call-store.ts';
import { createRedact, type Redact } from '../store/redact.ts';
import { script } from './connect.ts';
import { createLeases } from './leases.ts';
import { KEPT_SECONDS, namesOf } from './names.ts';

/** How to keep. */
interface RedisCallsOptions {
  /** Names the run; see `runName`. */
  readonly run: string;
  readonly redact?: Redact;
  readonly sleep?: Sleep;
  /** Milliseconds after which a killed worker's call may be made by another; 3,000 unless given. */
  readonly lease?: number;
}

/** Milliseconds between looks at a call that another worker is making. */
const LOOK = 25;

/** KEYS: calls, claim. ARGV: key, holder, lease. The reply; 1: yours to make; 0: another is at it. */
const CLAIM = `
local kept = redis.call('HGET', KEYS[1], ARGV[1])
if kept then return kept end
if redis.call('SET', KEYS[2], ARGV[2], 'NX', 'PX', ARGV[3]) then return 1 end
return 0`;

/** KEYS: calls, made, claim. ARGV: key, reply, holder, seconds. The reply that is kept. */
const PUT = `
if redis.call('HSETNX', KEYS[1], ARGV[1], ARGV[2]) == 1 then
  redis.call('XADD', KEYS[2], '*', 'key', ARGV[1])
  redis.call('EXPIRE', KEYS[1], ARGV[4])
  redis.call('EXPIRE', KEYS[2], ARGV[4])
end
if redis.call('GET', KEYS[3]) == ARGV[3] then redis.call('DEL', KEYS[3]) end
return redis.call('HGET', KEYS[1], ARGV[1])`;

/** KEYS: claim. ARGV: holder. */
const LET_GO = `if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end`;

/** KEYS: claims. ARGV: their holders, then the lease. */
const RENEW = `
for i, name in ipairs(KEYS) do
  if redis.call('GET', name) == ARGV[i] then redis.call('PEXPIRE', name, ARGV[#KEYS + 1]) end
end`;

/** A store of calls with claims, for one run. */
export function redisCalls(redis: Redis, options: RedisCallsOptions): Required<CallStore> & { close(): void } {
  const { run, redact = createRedact(), sleep = sleepFor, lease = 3_000 } = options;
  const names = namesOf(run);
  const [claim, put] = [script(redis, 'senteClaim', CLAIM), script(redis, 'sentePut', PUT)];
  const [letGo, renew] = [script(redis, 'senteLetGo', LET_GO), script(redis, 'senteRenew', RENEW)];
  const holders = new Map<string, string>();
  const claimName = (key: string): string => `${names.claim}:${key}`;
  const leases = createLeases(lease / 3, (keys) => {
    const tokens = keys.map((key) => holders.get(key) ?? '');
    renew(keys.map(claimName), [...tokens, lease]).catch(() => {});
  });
  const release = (key: string): string => {
    const holder = holders.get(key) ?? '';
    leases.remove(key);
    holders.delete(key);
    return holder;
  };

  return {
    async get(key) {
      const kept = await redis.hget(names.calls, key);
      return kept === null ? undefined : (JSON.parse(kept) as StoredCall);
    },
    async claim(key, signal) {
      const holder = randomUUID();
      for (;;) {
        signal?.throwIfAborted();
        const found = await claim([names.calls, claimName(key)], [key, holder, lease]);
        if (typeof found === 'string') return JSON.parse(found) as StoredCall;
        if (found === 1) {
          holders.set(key, holder);
          leases.add(key);
          return undefined;
        }
        await sleep(LOOK, signal);
      }
    },
    async put(key, call) {
      const reply = redact(JSON.stringify(call));
      const keys = [names.calls, names.made, claimName(key)];
      const kept = await put(keys, [key, reply, holders.get(key) ?? '', KEPT_SECONDS]);
      release(key);
      return JSON.parse(kept as string) as StoredCall;
    },
    letGo(key) {
      const holder = release(key);
      if (holder !== '') letGo([claimName(key)], [holder]).catch(() => {});
    },
    close: leases.close,
  };
}
