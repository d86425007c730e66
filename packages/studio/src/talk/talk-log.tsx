/**
 * The record of both conversations, turn by turn, read out as it grows.
 * @module
 */
import './talk-log.css';
import { useEffect, useRef } from 'react';
import type { CatalogSummary, Side, Understood } from '../api/types.ts';
import { Stone } from '../brand/stone.tsx';
import { ReplyView } from './reply-view.tsx';
import { Said } from './said.tsx';
import { showNewest } from './show-newest.ts';
import type { Conversation, Turn } from './use-conversation.ts';

const SIDES: readonly Side[] = ['passive', 'initiative'];

/** What was heard in the words of a user, part by part. */
function meaningsOf(heard: readonly Understood[]): string[] {
  return heard.map(({ meaning }) => meaning).filter((meaning) => meaning !== '');
}

/** Two stones that wait for their move. */
function Waiting() {
  return (
    <div className="turn-replies">
      {SIDES.map((side) => (
        <div className={`reply ${side} waiting`} key={side}>
          <Stone side={side} />
          <p className="quiet small">{side === 'passive' ? 'Answering …' : 'Looking ahead …'}</p>
        </div>
      ))}
    </div>
  );
}

/** True if this side had already ended before turn `at`, so that there is nothing new to show. */
function overBefore(turns: readonly Turn[], at: number, side: Side): boolean {
  return at > 0 && turns[at - 1].replies[side].ended;
}

/** The log. The newest turn is kept in view. `onTap` is told of a short reply. */
export function TalkLog({
  conversation,
  noun,
  onTap,
}: {
  conversation: Conversation;
  noun: CatalogSummary['noun'] | undefined;
  onTap: (words: string) => void;
}) {
  const { turns, pending, opening, game } = conversation;
  const log = useRef<HTMLDivElement>(null);
  const seen = turns.length + (pending === undefined ? 0 : 0.5);
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls when a turn is added or a new game begins
  useEffect(() => {
    showNewest(log.current);
  }, [seen, game]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <div aria-label="What was said" aria-live="polite" className="log" ref={log} role="log" tabIndex={0}>
      {turns.map((turn, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: turns are only ever added at the end
        <article className="turn" key={`${game}-${at}`}>
          {turn.said !== undefined && <Said heard={meaningsOf(turn.replies.initiative.understood)} words={turn.said} />}
          <div className="turn-replies">
            {SIDES.map((side) => (
              <ReplyView
                key={side}
                latest={at === turns.length - 1 && pending === undefined}
                move={at + 1}
                noun={noun}
                onSay={onTap}
                over={overBefore(turns, at, side)}
                reply={turn.replies[side]}
                side={side}
              />
            ))}
          </div>
        </article>
      ))}
      {(pending !== undefined || opening) && (
        <div className="turn">
          {pending !== undefined && <Said words={pending} />}
          <Waiting />
        </div>
      )}
    </div>
  );
}
