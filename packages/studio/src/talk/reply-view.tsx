/**
 * One turn of one assistant: its words, what it shows, and short replies to tap.
 * @module
 */
import type { CatalogSummary, ChatReply, Side } from '../api/types.ts';
import { aroundList } from './around-list.ts';
import { ItemCard } from './item-card.tsx';
import { ReplyChoices, ReplyFrame } from './reply-frame.tsx';

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
    <ReplyFrame act={reply.act} move={move} side={side} verb={ACTS[reply.act] ?? reply.act}>
      {before !== '' && <p className="reply-text">{before}</p>}
      {reply.items.length > 0 && (
        <ol aria-label={`Recommended ${noun?.many ?? 'items'}`} className="reply-items">
          {reply.items.map((item, at) => (
            <ItemCard item={item} key={item.item} rank={at + 1} />
          ))}
        </ol>
      )}
      {after !== '' && <p className="reply-text">{after}</p>}
      {latest && !reply.ended && <ReplyChoices choices={reply.choices} onTap={onSay} side={side} />}
      {reply.ended && <p className="reply-ended small">The conversation has ended.</p>}
    </ReplyFrame>
  );
}
