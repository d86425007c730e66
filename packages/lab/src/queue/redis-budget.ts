/**
 * What all workers of a run may spend together, and whether it was stopped.
 * @module
 */
import type { Budget } from '@sente/language';
import type { Redis } from 'ioredis';
import { BudgetReachedError, PriceUnknownError, priceOf, type RunBudget } from '../calls/run-budget.ts';
import type { RunCost } from '../run/probe-result.ts';
import { script } from './connect.ts';
import { RunStoppedError } from './errors.ts';
import { KEPT_SECONDS, namesOf } from './names.ts';

/** Sets what a run may spend and has spent, and lets it go on if it was stopped. */
export async function allowRun(redis: Redis, run: string, limits: Budget, spent: RunCost): Promise<void> {
  const { state } = namesOf(run);
  const { calls, tokens, money } = limits;
  const values: Record<string, number> = {
    calls: spent.calls,
    tokens: spent.input + spent.output,
    usd: spent.usd ?? 0,
  };
  for (const [limit, allowed] of Object.entries({ calls, tokens, money })) {
    if (allowed !== undefined) values[`${limit}:most`] = allowed;
  }
  await redis.multi().del(state).hset(state, values).expire(state, KEPT_SECONDS).exec();
}

/** No further call of the run is made by any worker. */
export async function stopRun(redis: Redis, run: string): Promise<void> {
  const { state } = namesOf(run);
  await redis.multi().hset(state, 'stopped', 1).expire(state, KEPT_SECONDS).exec();
}

/**
 * KEYS: state. ARGV: prompt's tokens, its price ('' when not known). {''} when allowed, else {limit, allowed, spent}. A
 * call's prompt counts from here on, so that a killed worker's calls are counted.
 */
const BEGIN = `
local state = redis.call('HMGET', KEYS[1], 'stopped', 'calls', 'tokens', 'usd', 'calls:most', 'tokens:most', 'money:most')
if state[1] or not state[2] then return {'stopped'} end
local calls, tokens, usd = tonumber(state[2]), tonumber(state[3]), tonumber(state[4])
if state[7] and ARGV[2] == '' then return {'price'} end
if state[5] and calls + 1 > tonumber(state[5]) then return {'calls', state[5], state[2]} end
if state[6] and tokens + ARGV[1] > tonumber(state[6]) then return {'tokens', state[6], state[3]} end
local price = tonumber(ARGV[2]) or 0
if state[7] and usd + price > tonumber(state[7]) then return {'money', state[7], state[4]} end
redis.call('HINCRBY', KEYS[1], 'calls', 1)
redis.call('HINCRBY', KEYS[1], 'tokens', ARGV[1])
redis.call('HINCRBYFLOAT', KEYS[1], 'usd', price)
return {''}`;

/** KEYS: state. ARGV: calls, tokens, dollars to be added. Nothing when the run is over and cleared away. */
const SETTLE = `
if redis.call('EXISTS', KEYS[1]) == 0 then return end
redis.call('HINCRBY', KEYS[1], 'calls', ARGV[1])
redis.call('HINCRBY', KEYS[1], 'tokens', ARGV[2])
redis.call('HINCRBYFLOAT', KEYS[1], 'usd', ARGV[3])`;

/** See `RunBudget`; throws RunStoppedError besides. */
export function redisBudget(redis: Redis, run: string): RunBudget {
  const { state } = namesOf(run);
  const [begin, settle] = [script(redis, 'senteBegin', BEGIN), script(redis, 'senteSettle', SETTLE)];
  return {
    async begin({ model, input, prices }) {
      const price = priceOf(input, 0, prices);
      const [limit, allowed, spent] = (await begin([state], [input, price ?? ''])) as string[];
      if (limit === 'stopped') throw new RunStoppedError();
      if (limit === 'price') throw new PriceUnknownError(model);
      if (limit === 'calls' || limit === 'tokens' || limit === 'money')
        throw new BudgetReachedError(limit, Number(allowed), Number(spent));
      const add = (calls: number, tokens: number, usd: number): void => {
        settle([state], [calls, tokens, usd]).catch(() => {});
      };
      return {
        answered: (read, written) =>
          add(0, read + written - input, (priceOf(read, written, prices) ?? 0) - (price ?? 0)),
        failed: () => add(-1, -input, -(price ?? 0)),
        brokenOff: () => {},
      };
    },
  };
}
