/**
 * One turn of one side: its words, the choices of a question, and in small what it took.
 * @module
 */
import type { OpenReply } from '../api/open-types.ts';
import type { Side } from '../api/types.ts';
import { ReplyChoices, ReplyFrame } from '../talk/reply-frame.tsx';
import { asideInWords } from './aside-in-words.ts';
import { count, duration, money, together } from './figures.ts';

/** The act as a verb. */
const ACTS: Readonly<Record<string, string>> = {
  answer: 'answers',
  ask: 'asks',
  lookup: 'looks up',
  offer: 'answers and offers',
  recommend: 'recommends',
  lead: 'answers and leads',
  abstain: 'abstains',
  wait: 'waits',
  none: 'could not answer',
};

function Cost({ reply }: { reply: OpenReply }) {
  const { calls, inputTokens, outputTokens, money: amount } = together(reply);
  const parts = [
    duration(reply.milliseconds.total),
    `${calls} ${calls === 1 ? 'call' : 'calls'}`,
    `${count(inputTokens + outputTokens)} tokens`,
    ...(amount === null ? [] : [money(amount)]),
  ];
  return <p className="open-took small quiet number">{parts.join(' · ')}</p>;
}

/** The turn; `latest` ones carry quick replies. */
export function OpenReplyView({
  side,
  move,
  reply,
  latest,
  onTap,
}: {
  side: Side;
  move: number;
  reply: OpenReply;
  latest: boolean;
  onTap?: (words: string) => void;
}) {
  const { failure, aside, choices } = reply;
  const verb = `${ACTS[reply.act] ?? reply.act}${reply.by === 'written' ? ', with notes' : ''}`;
  return (
    <ReplyFrame act={reply.act} move={move} side={side} verb={verb}>
      {failure ? (
        <div className="open-failure small">
          <p>{failure.message}</p>
          {failure.advice !== undefined && <p className="open-failure-advice">{failure.advice}</p>}
        </div>
      ) : (
        <p className="reply-text">{reply.text}</p>
      )}
      {aside && <p className="open-aside small">{asideInWords(aside)}</p>}
      {reply.leaks > 0 && (
        <p className="open-aside small">A sentence that gave away something private was stopped before it went out.</p>
      )}
      {latest && onTap && <ReplyChoices choices={choices} onTap={onTap} side={side} />}
      {!failure && <Cost reply={reply} />}
    </ReplyFrame>
  );
}
