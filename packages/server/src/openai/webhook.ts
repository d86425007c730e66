/**
 * Posts what is said unasked, and calls for a person, to the one address that the owner named: in order, again when that fails, and not for ever.
 * @module
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { ChannelMessage } from './channel.ts';

/** What is posted: a message of a conversation, and whose conversation it is. */
export type WebhookMessage = ChannelMessage & {
  /** A short hash of the client's key, the same for all of its conversations; `open` where no key came. */
  readonly tenant: string;
};

/** How it is tried. */
interface WebhookLimits {
  /** Attempts a message. */
  readonly attempts: number;
  /** Milliseconds an attempt. */
  readonly timeout: number;
  /** Milliseconds before the second attempt; twice as long before each further one. */
  readonly pause: number;
  /** Messages that wait; the oldest is given up for a new one. */
  readonly waiting: number;
}

/** What it puts up with by default. */
const WEBHOOK_LIMITS: WebhookLimits = { attempts: 5, timeout: 10_000, pause: 500, waiting: 1000 };

/** A message could not be delivered. */
class WebhookError extends Error {
  override readonly name = 'WebhookError';
  constructor(id: string, reason: string) {
    super(`The message ${id} did not reach the webhook: ${reason}. It can still be heard on the event stream.`);
  }
}

/** An outbox for one address. */
export class Webhook {
  readonly #url: string;
  readonly #limits: WebhookLimits;
  readonly #onFault: (error: unknown) => void;
  readonly #waiting: WebhookMessage[] = [];
  readonly #closing = new AbortController();
  #isBusy = false;

  constructor(url: string, onFault: (error: unknown) => void, limits: Partial<WebhookLimits> = {}) {
    this.#url = url;
    this.#onFault = onFault;
    this.#limits = { ...WEBHOOK_LIMITS, ...limits };
  }

  /** Takes a message; returns at once. */
  post(message: WebhookMessage): void {
    this.#waiting.push(message);
    if (this.#waiting.length > this.#limits.waiting) {
      this.#onFault(new WebhookError(this.#waiting.shift()!.id, 'too many are waiting'));
    }
    if (!this.#isBusy) void this.#deliverAll();
  }

  /** Gives up what waits. */
  close(): void {
    this.#closing.abort();
    this.#waiting.length = 0;
  }

  async #deliverAll(): Promise<void> {
    this.#isBusy = true;
    for (let message = this.#waiting.shift(); message !== undefined; message = this.#waiting.shift()) {
      const failure = await this.#deliver(message);
      if (failure !== undefined && !this.#closing.signal.aborted) this.#onFault(new WebhookError(message.id, failure));
    }
    this.#isBusy = false;
  }

  /** Undefined when it arrived, else why not. */
  async #deliver(message: WebhookMessage): Promise<string | undefined> {
    let failure = 'it was never tried';
    for (let attempt = 0; attempt < this.#limits.attempts && !this.#closing.signal.aborted; attempt++) {
      if (attempt > 0) await this.#pause(attempt);
      const outcome = await this.#attempt(message);
      if (outcome.isDone) return outcome.failure;
      failure = outcome.failure;
    }
    return failure;
  }

  async #attempt(
    message: WebhookMessage,
  ): Promise<{ isDone: true; failure?: string } | { isDone: false; failure: string }> {
    try {
      const response = await fetch(this.#url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-sente-delivery': message.id },
        body: JSON.stringify(message),
        // To the address that was named and no other, whatever it says.
        redirect: 'manual',
        signal: AbortSignal.any([AbortSignal.timeout(this.#limits.timeout), this.#closing.signal]),
      });
      await response.body?.cancel();
      if (response.ok) return { isDone: true };
      const failure = `it answered ${response.status}`;
      const mayChange = response.status >= 500 || response.status === 429 || response.status === 408;
      return { isDone: !mayChange, failure };
    } catch (error) {
      const { name, cause } = error as { name: string; cause?: { code?: string } };
      return { isDone: false, failure: cause?.code ?? name };
    }
  }

  async #pause(attempt: number): Promise<void> {
    const milliseconds = this.#limits.pause * 2 ** (attempt - 1);
    await wait(milliseconds, undefined, { signal: this.#closing.signal, ref: false }).catch(() => {});
  }
}
