/**
 * What happens while nobody speaks: whether a word would be welcome at it, and which. With what it points to, so that
 * nobody has to guess why they are spoken to.
 * @module
 */
import type { EventSign } from '../watch/event-signs.ts';
import { SHOP_WATCHER, WatchedEvents } from '../watch/watcher.ts';
import type { KeeperDecision } from './keeper.ts';

/** What is said at an event, and how that was decided. */
export interface Noticed {
  /** Empty: silence. */
  readonly text: string;
  readonly decision: KeeperDecision;
}

/** So many events are remembered. */
export const NOTICED = 50;

/** Seconds since the event before, where the host tells them. */
const GAP = /^(\d+(?:\.\d+)?) s later: /;

const WORDS: Readonly<Partial<Record<EventSign, string>>> = {
  trouble: 'That did not work, it seems. Shall I help?',
  troubled: 'That did not work again, it seems. Shall I help?',
  returns: 'You have come back to this a few times. Shall I set it beside the others for you?',
};

/** `events`: all so far, the latest last; at most the last `NOTICED` are read. */
export function noticeEvents(events: readonly string[], horizon: number): Noticed {
  const watched = new WatchedEvents(SHOP_WATCHER);
  const all = events.slice(-NOTICED).map((event) => {
    const gap = GAP.exec(event);
    return watched.notice({ text: event.slice(gap?.[0].length ?? 0, 2000), after: Number(gap?.[1] ?? 0) });
  });
  const last = all.at(-1);
  // A passive shopkeeper speaks when it is spoken to.
  if (!last || horizon === 0 || events.at(-1)?.trim() === '') return silence(horizon, 'Nobody would miss the words.');
  const { speaks, value, why, evidence } = last;
  const offer = { label: 'offer help', kind: 'offer' as const, value, error: 0 };
  const wait = { label: 'say nothing', kind: 'wait' as const, value: 0, error: 0 };
  return {
    text: speaks ? ((evidence && WORDS[evidence]) ?? 'Shall I help?') : '',
    decision: { horizon, why, candidates: speaks ? [offer, wait] : [wait, offer] },
  };
}

function silence(horizon: number, why: string): Noticed {
  return {
    text: '',
    decision: { horizon, why, candidates: [{ label: 'say nothing', kind: 'wait', value: 0, error: 0 }] },
  };
}
