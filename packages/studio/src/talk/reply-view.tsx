/**
 * One turn of one assistant: its words, what it shows, and short replies to tap.
 * @module
 */
import './reply-view.css';
import type { CatalogSummary, ChatReply, Side } from '../api/types.ts';
import { Stone } from '../brand/stone.tsx';
import { aroundList } from './around-list.ts';
import { ItemCard } from './item-card.tsx';

/** The act as a verb, for the small line above the words. */
const ACTS: Readonly<Record<string, string>> = {
  answer: 'answers',
  ask: 'asks',
  lookup: 'looks up',
  offer: 'offers',
  recommend: 'recommends',
  lead: 'leads',
  abstain: 'abstains',
  wait: 'waits',
};

const NAMES: Readonly<Record<Side, string>> = { passive: 'Passive', initiative: 'With initiative' };

/** The turn; `latest` ones carry quick replies, and one that was `over` before has nothing more to say. */
export function ReplyView({
  side,
  move,
  reply,
  latest,
  over,
  noun,
  onSay,
}: {
  side: Side;
  move: number;
  reply: ChatReply;
  latest: boolean;
  over: boolean;
  noun: CatalogSummary['noun'] | undefined;
  onSay: (message: string) => void;
}) {
  if (over) return <div className={`reply ${side} over quiet small`}>This conversation has ended.</div>;
  const { before, after } = aroundList(reply.text, reply.items);
  return (
    <div className={`reply ${side}`} data-act={reply.act}>
      <Stone move={move} side={side} />
      <div className="reply-body">
        <p className="reply-act small quiet">
          <span className="unseen">
            {NAMES[side]}, move {move}:{' '}
          </span>
          {ACTS[reply.act] ?? reply.act}
        </p>
        {before !== '' && <p className="reply-text">{before}</p>}
        {reply.items.length > 0 && (
          <ol aria-label={`Recommended ${noun?.many ?? 'items'}`} className="reply-items">
            {reply.items.map((item, at) => (
              <ItemCard item={item} key={item.item} rank={at + 1} />
            ))}
          </ol>
        )}
        {after !== '' && <p className="reply-text">{after}</p>}
        {latest && !reply.ended && reply.choices.length > 0 && (
          <ul aria-label={`Short replies to ${NAMES[side].toLowerCase()}`} className="reply-choices">
            {reply.choices.map((choice) => (
              <li key={choice}>
                <button className="chip" onClick={() => onSay(choice)} type="button">
                  {choice}
                </button>
              </li>
            ))}
          </ul>
        )}
        {reply.ended && <p className="reply-ended small">The conversation has ended.</p>}
      </div>
    </div>
  );
}
