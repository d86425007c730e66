/**
 * Replays logged conversations turn by turn: what was done, what Sente would have done, and whether what the user really
 * said next bears it out. The decision sees what had been said by then and nothing later.
 * @module
 */
import { type Budget, type Message, type Session, shorten, type Usage } from '@sente/language';
import { hindsight, nextUserTurns } from '../hindsight/hindsight.ts';
import type { LoggedConversation } from '../read-logs/conversation.ts';
import { type Decider, sum } from './decider.ts';
import { whatWasDone } from './did.ts';
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

/** So many turns in a row without a decision end the run. */
const MOST_FAILURES = 3;

/** Replays. Rejects with AuditModelError. */
export async function replay(
  conversations: readonly LoggedConversation[],
  options: ReplayOptions = {},
): Promise<Replay> {
  const { decider, journal, budget = {}, signal } = options;
  const turns = conversations.map(({ messages }) => turnsOf(messages));
  const total = turns.reduce((count, positions) => count + positions.length, 0);
  const known = new Map(journal?.entries.map((entry) => [`${entry.moment.conversation}/${entry.moment.at}`, entry]));
  const moments: Moment[] = [];
  let used: Usage = { calls: 0, inputTokens: 0, outputTokens: 0, money: 0 };
  let failures = 0;
  const result = (stopped?: Replay['stopped']): Replay => ({
    moments,
    turns: total,
    used,
    ...(stopped && { stopped }),
  });

  for (const [number, conversation] of conversations.entries()) {
    let session: Session | undefined;
    for (const at of turns[number]) {
      const before = known.get(`${number}/${at}`);
      if (before) {
        moments.push(before.moment);
        session = before.session;
        used = sum(used, before.used);
        continue;
      }
      if (signal?.aborted) return result('interrupted');
      if (decider && isSpent(budget, used)) return result('budget');
      const plain = describe(conversation, number, at);
      if (!decider) moments.push(plain);
      else {
        try {
          const turn = await decider.decide(conversation.messages, at, plain.did, session, signal);
          const moment = {
            ...plain,
            ...turn.judgement,
            ...(turn.would && { would: turn.would }),
            ...(turn.aside && { aside: turn.aside }),
          };
          failures = turn.aside ? failures + 1 : 0;
          if (failures >= MOST_FAILURES) throw new AuditModelError(unusable(turn.aside));
          session = turn.session;
          used = sum(used, turn.used);
          moments.push(moment);
          // A turn without a decision is not kept: it is tried again when the run is resumed.
          if (!turn.aside) journal?.write({ moment, session, used: turn.used });
        } catch (error) {
          if (signal?.aborted) return result('interrupted');
          throw error;
        }
      }
      options.onProgress?.(moments.length, total);
    }
  }
  return result();
}

function unusable(detail = ''): string {
  return `The model gave no decision in ${MOST_FAILURES} turns in a row (${detail}). Check the model's ID, its server and its key, then go on with --resume.`;
}

function isSpent(budget: Budget, used: Usage): boolean {
  return (
    used.calls >= (budget.calls ?? Number.POSITIVE_INFINITY) ||
    used.inputTokens + used.outputTokens >= (budget.tokens ?? Number.POSITIVE_INFINITY) ||
    used.money >= (budget.money ?? Number.POSITIVE_INFINITY)
  );
}

/** Positions of the assistant's turns that follow a user's: where there was something to decide. */
function turnsOf(messages: readonly Message[]): number[] {
  return messages.flatMap(({ role }, at) => (role === 'assistant' && messages[at - 1]?.role === 'user' ? [at] : []));
}

const EXCERPT = 1200;

/** The moment as far as it can be told without a decision. */
function describe({ name, line, messages }: LoggedConversation, conversation: number, at: number): Moment {
  const [next] = nextUserTurns(messages, at, 1);
  const before = messages
    .slice(Math.max(0, at - 3), at)
    .filter(({ role, text }) => role !== 'system' && text.trim() !== '');
  const signs = hindsight(messages, at);
  return {
    conversation,
    name,
    line,
    at,
    before: before.map(({ role, text }) => ({ role, text: shorten(text, EXCERPT) })),
    did: whatWasDone(messages[at]),
    reply: shorten(messages[at].text, EXCERPT),
    ...(next && { next: shorten(next.text, EXCERPT) }),
    hindsight: signs,
    verdict: 'unclear',
    because: signs.because,
  };
}
