/**
 * The record of both conversations, read out as it grows.
 * @module
 */
import '../talk/talk-log.css';
import '../talk/reply-view.css';
import { useEffect, useRef } from 'react';
import type { Side } from '../api/types.ts';
import { Stone } from '../brand/stone.tsx';
import { Said } from '../talk/said.tsx';
import { showNewest } from '../talk/show-newest.ts';
import { PocketReplyView } from './pocket-reply.tsx';
import type { PocketTalk } from './use-pocket-talk.ts';

const SIDES: readonly Side[] = ['passive', 'initiative'];

/** The log; the newest turn is kept in view. */
export function PocketLog({
  talk,
  names,
  examples,
}: {
  talk: PocketTalk;
  names: readonly string[];
  examples: readonly string[];
}) {
  const { turns, pending, game } = talk;
  const log = useRef<HTMLDivElement>(null);
  const seen = turns.length + (pending === undefined ? 0 : 0.5);
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls when a turn is added or a new game begins
  useEffect(() => {
    showNewest(log.current);
  }, [seen, game]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <div aria-label="What was said" aria-live="polite" className="log" ref={log} role="log" tabIndex={0}>
      {turns.length === 0 && pending === undefined && (
        <div className="training-start">
          <h2>Say the same to both</h2>
          <p>
            They sell 48 bags: three sizes, four colours, four materials. Ask for one in plain words, or begin with one
            of these.
          </p>
          <ul>
            {examples.map((text) => (
              <li key={text}>
                <button className="chip" onClick={() => talk.say(text)} type="button">
                  {text}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {turns.map(({ said, replies }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: turns are only ever added at the end
        <article className="turn" key={`${game}-${at}`}>
          <Said words={said} />
          <div className="turn-replies">
            {replies.map((reply, side) => (
              <PocketReplyView key={SIDES[side]} move={at + 1} name={names[side]} reply={reply} side={SIDES[side]} />
            ))}
          </div>
        </article>
      ))}
      {pending !== undefined && (
        <div className="turn">
          <Said words={pending} />
          <div className="turn-replies">
            {SIDES.map((side) => (
              <div className={`reply ${side} waiting`} key={side}>
                <Stone side={side} />
                <p className="quiet small">Choosing words …</p>
              </div>
            ))}
          </div>
        </div>
      )}
    </div>
  );
}
