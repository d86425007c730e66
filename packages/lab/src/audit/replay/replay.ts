/**
 * Replays logged conversations turn by turn: what was done, what Sente would have done, and whether what the user really
 * said next bears it out. The decision sees what had been said by then and nothing later.
 * @module
 */
import type { Budget, Session, Usage } from '@sente/language';
import type { LoggedConversation } from '../read-logs/conversation.ts';
import { type Decider, sum } from './decider.ts';
import { describe, turnsOf } from './describe.ts';
import type { Journal } from './journal.ts';
import type { Moment } from './moment.ts';

/** How to replay. */
export interface ReplayOptions {
  /** Decides the turns; without one, only what the user did next is looked at. */
  readonly decider?: Decider;
  /** Where decided turns are written down, and were before. */
  readonly journal?: Journal;
  /** Limits for the whole run: no turn is begun once one is reached. */
  readonly budget?: Budget;
  /** Conversations that are replayed at a time; 1 by default. What comes out is the same. */
  readonly parallel?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/** What a replay came to. */
export interface Replay {
  readonly moments: readonly Moment[];
  /** Turns that there are. */
  readonly turns: number;
  readonly used: Usage;
  /** Why it ended early, if it did. */
  readonly stopped?: 'budget' | 'interrupted';
}

/** The model could not be reached, or never answered in a way that could be used. */
export class AuditModelError extends Error {
  override readonly name = 'AuditModelError';
  /** The command ends with this: stopped early, and can be resumed. */
  readonly exitCode = 3;
}

/**
 * So many failures in a row end the run. Turns that failed side by side are one failure: four that meet the same refusal
 * say no more than one does.
 */
const MOST_FAILURES = 3;

/** Replays. Rejects with AuditModelError. */
export async function replay(
  conversations: readonly LoggedConversation[],
  options: ReplayOptions = {},
): Promise<Replay> {
  const { decider, journal, budget = {}, parallel = 1 } = options;
  const turns = conversations.map(({ messages }) => turnsOf(messages));
  const total = turns.reduce((count, positions) => count + positions.length, 0);
  const known = new Map(journal?.entries.map((entry) => [`${entry.moment.conversation}/${entry.moment.at}`, entry]));
  const moments: Moment[][] = conversations.map(() => []);
  // One conversation that fails ends the others too.
  const failed = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, failed.signal]) : failed.signal;
  let used: Usage = { calls: 0, inputTokens: 0, outputTokens: 0, money: 0 };
  let row = { failures: 0 }; // another one after every decision
  let done = 0;
  let stopped: Replay['stopped'];

  /** Decides one turn, and writes it down. */
  const decide = async (by: Decider, plain: Moment, session: Session | undefined): Promise<Session> => {
    const { messages } = conversations[plain.conversation];
    const own = row;
    const before = own.failures;
    const turn = await by.decide(messages, plain.at, plain.did, session, signal);
    const moment: Moment = {
      ...plain,
      ...turn.judgement,
      ...(turn.would && { would: turn.would }),
      ...(turn.aside && { aside: turn.aside }),
    };
    if (turn.aside) own.failures = Math.max(own.failures, before + 1);
    else row = { failures: 0 };
    if (row.failures >= MOST_FAILURES) throw new AuditModelError(unusable(turn.aside));
    used = sum(used, turn.used);
    moments[plain.conversation].push(moment);
    // A turn without a decision is not kept: it is tried again when the run is resumed.
    if (!turn.aside) journal?.write({ moment, session: turn.session, used: turn.used });
    return turn.session;
  };

  const follow = async (number: number): Promise<void> => {
    let session: Session | undefined;
    for (const at of turns[number]) {
      const before = known.get(`${number}/${at}`);
      if (before) {
        moments[number].push(before.moment);
        session = before.session;
        used = sum(used, before.used);
        done += 1;
        continue;
      }
      if (signal.aborted) stopped ??= 'interrupted';
      else if (decider && isSpent(budget, used)) stopped ??= 'budget';
      if (stopped) return;
      const plain = describe(conversations[number], number, at);
      if (decider) session = await decide(decider, plain, session);
      else moments[number].push(plain);
      done += 1;
      options.onProgress?.(done, total);
    }
  };

  const waiting = conversations.keys();
  const workers = Array.from({ length: parallel }, async () => {
    for (const number of waiting) {
      try {
        await follow(number);
      } catch (error) {
        // Whoever is broken off because another failed, or the user left, has nothing to say about it.
        if (!signal.aborted) {
          failed.abort();
          throw error;
        }
        stopped ??= 'interrupted';
      }
    }
  });
  const ends = await Promise.allSettled(workers);
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  const all = moments.flat();
  // A log that is too short for so many in a row side by side.
  if (!stopped && all.length >= MOST_FAILURES && all.every(({ aside }) => aside !== undefined)) {
    throw new AuditModelError(unusable(all.at(-1)?.aside));
  }
  return { moments: all, turns: total, used, ...(stopped && { stopped }) };
}

function unusable(detail = ''): string {
  return `The model gave no decision ${MOST_FAILURES} times in a row (${detail}). Check its server and its key, then go on with --resume; for another ID, start without.`;
}

function isSpent(budget: Budget, used: Usage): boolean {
  return (
    used.calls >= (budget.calls ?? Number.POSITIVE_INFINITY) ||
    used.inputTokens + used.outputTokens >= (budget.tokens ?? Number.POSITIVE_INFINITY) ||
    used.money >= (budget.money ?? Number.POSITIVE_INFINITY)
  );
}
