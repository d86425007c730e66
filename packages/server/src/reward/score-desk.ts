/**
 * Scores the items of requests: equal items of one request once, those that a repeated request has already had not again.
 * @module
 */
import { createHash } from 'node:crypto';
import { createSingleFlight, type SingleFlight } from '@sente/lab';
import type { RewardItem, RewardModel, Scored } from '@sente/training/reward-model';
import { ForgetfulMap } from '../chat/forgetful-map.ts';
import { Problem } from '../problem.ts';
import { Line } from './line.ts';
import type { RewardLimits } from './reward-options.ts';

/** The items of one request. */
interface ScoreRequest {
  readonly items: readonly RewardItem[];
  readonly model: RewardModel;
  /** What shapes the scores beside the items: with the items it is what an idempotency key stands for. */
  readonly settings: unknown;
  /** Names the request to those that repeat it; whose it is included. */
  readonly key?: string;
  /** Aborted when the client leaves. */
  readonly signal: AbortSignal;
}

/** How one item fared. */
export type ItemOutcome = { readonly scored: Scored } | { readonly error: unknown };

/** All outcomes, in the order of the items. */
interface ScoreOutcome {
  readonly outcomes: readonly ItemOutcome[];
  /** Items that were scored for this request: others are equal to one of them, or were remembered or under way. */
  readonly fresh: number;
}

/** What is known under an idempotency key. */
interface Record {
  readonly fingerprint: string;
  readonly scores: Map<string, Scored>;
  readonly running: SingleFlight<Scored>;
}

/** See above. */
export class ScoreDesk {
  readonly #line: Line;
  readonly #records: ForgetfulMap<Record>;
  readonly #limits: RewardLimits;

  constructor(limits: RewardLimits, now: () => number) {
    this.#limits = limits;
    this.#line = new Line({ atOnce: limits.atOnce, most: limits.waiting });
    this.#records = new ForgetfulMap({ most: limits.keys, idle: limits.idle }, now);
  }

  /** Items that are scored now, and that wait. */
  get lengths(): Line['lengths'] {
    return this.#line.lengths;
  }

  /**
   * Scores them. Throws Problem `too-many` when there is no room for all of them, `key-reused` when the key stood for
   * another request, and the signal's reason. Errors of single items are outcomes.
   */
  async score({ items, model, settings, key, signal }: ScoreRequest): Promise<ScoreOutcome> {
    signal.throwIfAborted();
    const names = items.map(nameOf);
    const record = this.#record(key, digest([settings, names]));
    const wanted = new Map(names.map((name, place) => [name, items[place]]));
    const fresh = [...wanted].filter(([name]) => !record.scores.has(name) && !record.running.has(name));
    if (fresh.length > this.#line.room) throw full(fresh.length, this.#limits.waiting);
    const joined = new Map(
      [...wanted].map(([name, item]) => [name, this.#outcome(record, name, item, model, signal)] as const),
    );
    const outcomes = await Promise.all(names.map((name) => joined.get(name) as Promise<ItemOutcome>));
    signal.throwIfAborted();
    return { outcomes, fresh: fresh.length };
  }

  /** What is remembered or under way, or else is scored now: this turn of the loop, so that the room is still there. */
  async #outcome(
    record: Record,
    name: string,
    item: RewardItem,
    model: RewardModel,
    signal: AbortSignal,
  ): Promise<ItemOutcome> {
    const score = async (stop: AbortSignal): Promise<Scored> => {
      const scored = await this.#line.pass(stop, () => model.score(item, stop));
      // Failures are not kept: a request that is repeated tries them again.
      record.scores.set(name, scored);
      return scored;
    };
    try {
      return { scored: record.scores.get(name) ?? (await record.running.run(name, score, signal)) };
    } catch (error) {
      return { error };
    }
  }

  #record(key: string | undefined, fingerprint: string): Record {
    const known = key === undefined ? undefined : this.#records.get(key);
    if (known === undefined) {
      const made: Record = { fingerprint, scores: new Map(), running: createSingleFlight() };
      if (key !== undefined) this.#records.set(key, made);
      return made;
    }
    if (known.fingerprint === fingerprint) return known;
    throw new Problem(
      'key-reused',
      'This Idempotency-Key came with another request before.',
      'Use a new key for a new request; repeat a request with the very same body.',
    );
  }
}

/** Stands for an item, whatever it is called. */
function nameOf({ prompt, completion, finish, task }: RewardItem): string {
  const said = prompt.map(({ role, content }) => [role, content]);
  return digest([said, completion, finish ?? 'stop', task?.goal ?? null, task?.answer ?? null]);
}

function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url');
}

function full(count: number, most: number): Problem {
  return count > most
    ? new Problem('too-large', `${count} items are more than may wait here at all (${most}).`, 'Send fewer at a time.')
    : new Problem('too-many', 'There is no room for these items now.', 'Send them again after Retry-After seconds.');
}
