/**
 * The gate of all workers: what one learns of a provider, all heed. See `createGate` for the rule.
 * @module
 */
import { randomUUID } from 'node:crypto';
import { type Sleep, sleepFor } from '@sente/language';
import type { Redis } from 'ioredis';
import type { Gate, Passage } from '../calls/call-store.ts';
import { script } from './connect.ts';
import { createLeases } from './leases.ts';
import { PREFIX } from './names.ts';

/** How to hold back. */
interface RedisGateOptions {
  /** Most calls at once to one provider, of all workers together. */
  readonly atOnce: number;
  readonly sleep?: Sleep;
  /** Milliseconds after which the place of a killed worker is free; 4,000 unless given. */
  readonly lease?: number;
}

/** Milliseconds between looks when all places are taken. */
const LOOK = 20;
/** Milliseconds after which what was learnt of a provider that nobody calls is forgotten. */
const MEMORY = 600_000;

/** The server's own clock: those of the workers may differ. */
const NOW = `local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local most = tonumber(ARGV[1])
local allowed = math.min(most, tonumber(redis.call('HGET', KEYS[1], 'allowed') or ARGV[1]))
local era = redis.call('HGET', KEYS[1], 'era') or '0'
`;

/** KEYS: provider, places. ARGV: most, place, lease. {era} when let in, else {'', milliseconds to wait; 0: until one leaves}. */
const ENTER = `${NOW}
local rest = tonumber(redis.call('HGET', KEYS[1], 'rest') or '0')
if rest > now then return {'', rest - now} end
redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', now)
if redis.call('ZCARD', KEYS[2]) >= math.floor(allowed) then return {'', 0} end
redis.call('ZADD', KEYS[2], now + ARGV[3], ARGV[2])
redis.call('PEXPIRE', KEYS[2], ${MEMORY})
return {era, 0}`;

/** KEYS: provider, places. ARGV: most, place, era at entry, what came of it, milliseconds of rest. */
const LEAVE = `${NOW}
redis.call('ZREM', KEYS[2], ARGV[2])
if ARGV[4] == 'refused' then
  local rest = math.max(tonumber(redis.call('HGET', KEYS[1], 'rest') or '0'), now + math.ceil(tonumber(ARGV[5])))
  redis.call('HSET', KEYS[1], 'rest', string.format('%.0f', rest))
end
if era == ARGV[3] and ARGV[4] == 'refused' then
  redis.call('HSET', KEYS[1], 'allowed', math.max(1, math.floor(allowed / 2)))
  redis.call('HINCRBY', KEYS[1], 'era', 1)
elseif era == ARGV[3] and ARGV[4] == 'done' and allowed < most then
  redis.call('HSET', KEYS[1], 'allowed', tostring(math.min(most, allowed + 1 / allowed)))
end
redis.call('PEXPIRE', KEYS[1], ${MEMORY})`;

/** KEYS: places. ARGV: most, lease, places. */
const RENEW = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
for i = 2, #ARGV do redis.call('ZADD', KEYS[1], 'XX', now + ARGV[1], ARGV[i]) end`;

/** See `Gate`. Close it with the connection. */
export function redisGate(redis: Redis, options: RedisGateOptions): Gate & { close(): void } {
  const { sleep = sleepFor, lease = 4_000 } = options;
  const most = Math.max(1, Math.floor(options.atOnce));
  const [enter, leave] = [script(redis, 'senteEnter', ENTER), script(redis, 'senteLeave', LEAVE)];
  const renew = script(redis, 'senteRenewPlaces', RENEW);
  const providers = new Map<string, string>();
  const leases = createLeases(lease / 3, (places) => {
    const byProvider = Map.groupBy(places, (place) => providers.get(place) ?? '');
    for (const [provider, held] of byProvider) renew([`${provider}:places`], [lease, ...held]).catch(() => {});
  });

  function passage(name: string, place: string, era: string): Passage {
    let isOver = false;
    const end = (how: string, rest: number): void => {
      if (isOver) return;
      isOver = true;
      leases.remove(place);
      providers.delete(place);
      // Nobody waits for it: should it not arrive, the lease ends.
      leave([name, `${name}:places`], [most, place, era, how, rest]).catch(() => {});
    };
    return {
      done: () => end('done', 0),
      refused: (retryAfterMs) => end('refused', retryAfterMs ?? 0),
      failed: () => end('failed', 0),
    };
  }

  return {
    async enter(provider, signal) {
      const name = `${PREFIX}:gate:{${provider}}`;
      const place = randomUUID();
      for (let look = 0; ; look++) {
        signal?.throwIfAborted();
        const [era, wait] = (await enter([name, `${name}:places`], [most, place, lease])) as [string, number];
        if (era !== '') {
          providers.set(place, name);
          leases.add(place);
          return passage(name, place, era);
        }
        // Workers that look at once must not look at once again: the place's own name spreads them.
        const spread = (Number.parseInt(place.slice(0, 4), 16) / 0x10000 + look * 0.618) % 1;
        await sleep(Math.min(wait, 60_000) + LOOK * (0.5 + spread), signal);
      }
    },
    close: leases.close,
  };
}
