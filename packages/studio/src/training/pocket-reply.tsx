/**
 * One checkpoint's turn: what it says, what that does, what it would do otherwise, and how it thinks that this will end.
 * @module
 */

import type { PocketReply } from '../api/training-types.ts';
import type { Side } from '../api/types.ts';
import { Stone } from '../brand/stone.tsx';
import { percent } from '../shell/percent.ts';
import { ActShares, verbOf } from './act-shares.tsx';

/** The turn; `name` is the checkpoint's, for those who do not see the column. */
export function PocketReplyView({
  side,
  move,
  name,
  reply,
}: {
  side: Side;
  move: number;
  name: string;
  reply: PocketReply;
}) {
  const { act, about, text, forecast, unknown, full } = reply;
  return (
    <div className={`reply ${side}`} data-act={act}>
      <Stone move={move} side={side} />
      <div className="reply-body">
        <p className="training-act small">
          <span className="unseen">
            {name}, move {move}:{' '}
          </span>
          <span className={`training-chip ${act}`}>{verbOf(act)}</span>
          {about !== undefined && <span className="quiet"> {act === 'ask' ? `about the ${about}` : about}</span>}
        </p>
        <p className="reply-text">{text === '' ? <span className="quiet">(says nothing)</span> : text}</p>
        <ActShares reply={reply} />
        <p className="quiet small number training-aside">
          {forecast !== null && <>Thinks that this ends well: {percent(forecast)}. </>}
          {unknown.length > 0 && <>Does not know the words: {unknown.join(', ')}. </>}
          {full && <>It can read no more than this.</>}
        </p>
      </div>
    </div>
  );
}
