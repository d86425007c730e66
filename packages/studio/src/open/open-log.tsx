/**
 * The record of both conversations, turn by turn; a turn under way shows its words as they come.
 * @module
 */
import '../talk/talk-log.css';
import { useEffect, useRef } from 'react';
import type { Side } from '../api/types.ts';
import { Stone } from '../brand/stone.tsx';
import { Said } from '../talk/said.tsx';
import { showNewest } from '../talk/show-newest.ts';
import { OpenReplyView } from './open-reply.tsx';
import type { OpenConversation, Pending } from './use-open-conversation.ts';

const SIDES: readonly Side[] = ['passive', 'initiative'];

/** Requests that leave something open: what the two sides make of them differs. */
const STARTERS = ['Write a letter to my landlord.', 'Plan a weekend in Lisbon.', 'I need a present for my father.'];

/** A side that has not finished: its words so far, or what it does. */
function Unfinished({ side, words }: { side: Side; words: string }) {
  return (
    <div className={`reply ${side} waiting${words === '' ? '' : ' speaking'}`}>
      <Stone side={side} />
      {words === '' ? (
        <p className="quiet small">{side === 'passive' ? 'Answering …' : 'Reading, imagining, weighing …'}</p>
      ) : (
        <div className="reply-body">
          <p className="reply-text">{words}</p>
        </div>
      )}
    </div>
  );
}

function UnderWay({ pending, move }: { pending: Pending; move: number }) {
  return (
    <div className="turn" data-move={move}>
      <Said words={pending.said} />
      <div className="turn-replies">
        {SIDES.map((side) => {
          const reply = pending.replies[side];
          return reply === undefined ? (
            <Unfinished key={side} side={side} words={pending.words[side]} />
          ) : (
            <OpenReplyView key={side} latest={false} move={move} reply={reply} side={side} />
          );
        })}
      </div>
    </div>
  );
}

/** The log. `onTap` is told of a short reply. */
export function OpenLog({ conversation, onTap }: { conversation: OpenConversation; onTap: (words: string) => void }) {
  const { exchanges, pending, state } = conversation;
  const log = useRef<HTMLDivElement>(null);
  const seen = exchanges.length + (pending === undefined ? 0 : 0.5);
  const heard = pending === undefined ? 0 : pending.words.passive.length + pending.words.initiative.length;
  useEffect(() => {
    if (seen > 0) showNewest(log.current);
  }, [seen]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must get to it
    <div aria-busy={heard > 0} aria-label="Record" aria-live="polite" className="log" ref={log} role="log" tabIndex={0}>
      {exchanges.length === 0 && pending === undefined && (
        <div className="open-start">
          <h2>Say something to both</h2>
          <p>A request that leaves something open shows the difference best.</p>
          <ul>
            {STARTERS.map((words) => (
              <li key={words}>
                <button className="chip" disabled={state === undefined} onClick={() => onTap(words)} type="button">
                  {words}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {exchanges.map((exchange, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: turns are only ever added at the end
        <div className="turn" data-move={at + 1} key={at}>
          <Said words={exchange.said} />
          <div className="turn-replies">
            {SIDES.map((side) => (
              <OpenReplyView
                key={side}
                latest={at === exchanges.length - 1 && pending === undefined}
                move={at + 1}
                onTap={onTap}
                reply={exchange[side]}
                side={side}
              />
            ))}
          </div>
        </div>
      ))}
      {pending && <UnderWay move={exchanges.length + 1} pending={pending} />}
    </div>
  );
}
