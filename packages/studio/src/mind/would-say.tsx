/**
 * Why it chose what it chose; and at another horizon, what it would have done instead.
 * @module
 */
import './would-say.css';
import type { ChatReply, ShownDecision } from '../api/types.ts';

/** What the chosen candidate does, in words. */
function choice(decision: ShownDecision): string {
  return decision.candidates.find((candidate) => candidate.id === decision.chosen)?.label ?? decision.chosen;
}

/** With a capital, since it begins a line. */
function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** `actual` was said, at horizon `played`; `reply` is what horizon `wanted` makes of the same turn. */
export function WouldSay({
  actual,
  reply,
  stale,
  played,
  wanted,
  onStartOver,
}: {
  actual: ChatReply;
  reply: ChatReply;
  stale: boolean;
  played: number;
  wanted: number;
  onStartOver: (horizon: number) => void;
}) {
  const other = wanted !== played;
  const learned = actual.decision.policy === 'learned';
  const elsewhere = `${learned ? 'Planning at' : 'At'} horizon ${wanted}`;
  const same = reply.decision.chosen === actual.decision.chosen;
  return (
    <div className="would" data-stale={stale}>
      <div aria-live="polite">
        {stale ? (
          <p className="quiet">Deciding again at horizon {wanted} …</p>
        ) : (
          <p className="would-choice">
            {other && same && <>{elsewhere} it would do the same: </>}
            {other && !same && <>{elsewhere} it would rather </>}
            <strong>{other ? choice(reply.decision) : sentence(choice(reply.decision))}</strong>
            {other && !same && <span className="quiet"> than {choice(actual.decision)}</span>}
          </p>
        )}
        {!stale && <p className="would-why">{reply.decision.why}</p>}
      </div>
      {other && !stale && !same && (
        <blockquote className="would-words">
          <p>{reply.text}</p>
        </blockquote>
      )}
      {other && learned && (
        <p className="small quiet would-on">
          The conversation goes on with the learned policy, whose values are on a scale of their own.
        </p>
      )}
      {other && !learned && (
        <p className="small quiet would-on">
          The conversation goes on at horizon {played}.{' '}
          <button className="link" onClick={() => onStartOver(wanted)} type="button">
            Start over at {wanted}
          </button>
        </p>
      )}
    </div>
  );
}
