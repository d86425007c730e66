/**
 * What a checkpoint would do if it were asked sixteen times: a bar of its acts, and the same in words.
 * @module
 */
import './act-shares.css';
import type { PocketAct, PocketReply } from '../api/training-types.ts';

const ACTS: readonly { readonly act: PocketAct; readonly verb: string }[] = [
  { act: 'ask', verb: 'asks' },
  { act: 'recommend', verb: 'recommends' },
  { act: 'answer', verb: 'answers' },
  { act: 'abstain', verb: 'does not know' },
  { act: 'unclear', verb: 'is unclear' },
];

/** "asks" for `ask`. */
export function verbOf(act: PocketAct): string {
  return ACTS.find((one) => one.act === act)?.verb ?? act;
}

/** The bar and its words. */
export function ActShares({ reply: { acts, drawn } }: { reply: PocketReply }) {
  const there = ACTS.filter(({ act }) => acts[act] > 0);
  return (
    <div className="acts small">
      <span aria-hidden="true" className="acts-bar">
        {there.map(({ act }) => (
          <span className={act} key={act} style={{ flexGrow: acts[act] }} />
        ))}
      </span>
      <p className="quiet number">
        Drawn {drawn} times: {there.map(({ act, verb }) => `${verb} ${acts[act]}`).join(', ')}
      </p>
    </div>
  );
}
