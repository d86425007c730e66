/**
 * Addresses of queues. Needs no client of Redis.
 * @module
 */
import { createRedact } from '../store/redact.ts';
import { QueueAddressError } from './errors.ts';

/** Throws QueueAddressError, which shows no key, where it is none. */
export function checkQueueAddress(url: string): void {
  if (!URL.canParse(url) || !/^rediss?:$/.test(new URL(url).protocol))
    throw new QueueAddressError(createRedact({})(url));
}
