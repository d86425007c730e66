/**
 * What each turn took on either side: time, calls, tokens, and money where prices are known.
 * @module
 */
import './cost-panel.css';
import type { OpenReply } from '../../api/open-types.ts';
import type { Side } from '../../api/types.ts';
import { Stone } from '../../brand/stone.tsx';
import { count, duration, money, sum, together } from '../figures.ts';
import type { Exchange } from '../use-open-conversation.ts';

const SIDES: readonly { readonly side: Side; readonly name: string }[] = [
  { side: 'passive', name: 'Passive' },
  { side: 'initiative', name: 'With initiative' },
];

/** Time as a bar: deciding dark, the rest of the reply light. */
function TimeBar({ reply, most }: { reply: OpenReply; most: number }) {
  const { total, decision } = reply.milliseconds;
  const share = (milliseconds: number) => `${most > 0 ? (100 * milliseconds) / most : 0}%`;
  const deciding = Math.min(decision ?? 0, total);
  return (
    <span aria-hidden="true" className="took-bar">
      <span className="took-deciding" style={{ width: share(deciding) }} />
      <span className="took-replying" style={{ width: share(total - deciding) }} />
    </span>
  );
}

/** Calls, tokens, money. */
function Used({ replies, priced }: { replies: readonly OpenReply[]; priced: boolean }) {
  const used = sum(replies.map(together));
  return (
    <>
      <td>{used.calls}</td>
      <td>{count(used.inputTokens + used.outputTokens)}</td>
      {priced && <td>{used.money === null ? '–' : money(used.money)}</td>}
    </>
  );
}

/** One turn: a row for each side. */
function TurnRows({
  exchange,
  turn,
  most,
  priced,
}: {
  exchange: Exchange;
  turn: number;
  most: number;
  priced: boolean;
}) {
  return SIDES.map(({ side, name }, at) => {
    const reply = exchange[side];
    return (
      <tr className={side} key={side}>
        {at === 0 && (
          <th rowSpan={2} scope="rowgroup">
            {turn}
          </th>
        )}
        <th scope="row">
          <Stone side={side} size="s" />
          <span className="unseen">{name}</span>
        </th>
        {reply.failure ? (
          <td className="took-time quiet" colSpan={priced ? 4 : 3}>
            could not answer
          </td>
        ) : (
          <>
            <td className="took-time">
              <TimeBar most={most} reply={reply} />
              {duration(reply.milliseconds.total)}
            </td>
            <Used priced={priced} replies={[reply]} />
          </>
        )}
      </tr>
    );
  });
}

/** Both sides' sums. */
function AllRows({ exchanges, priced }: { exchanges: readonly Exchange[]; priced: boolean }) {
  return SIDES.map(({ side, name }, at) => {
    const replies = exchanges.map((exchange) => exchange[side]);
    return (
      <tr className={side} key={side}>
        {at === 0 && (
          <th rowSpan={2} scope="rowgroup">
            all
          </th>
        )}
        <th scope="row">
          <Stone side={side} size="s" />
          <span className="unseen">{name}</span>
        </th>
        <td className="took-time">
          <span />
          {duration(replies.reduce((all, { milliseconds }) => all + milliseconds.total, 0))}
        </td>
        <Used priced={priced} replies={replies} />
      </tr>
    );
  });
}

/** What the side with initiative spent on deciding, all in all. */
function Deciding({ exchanges }: { exchanges: readonly Exchange[] }) {
  const used = sum(exchanges.map(({ initiative }) => initiative.cost.decision));
  const times = exchanges.flatMap(({ initiative }) => initiative.milliseconds.decision ?? []);
  const unused = exchanges.reduce((all, { initiative }) => all + initiative.cost.reply.unused, 0);
  if (times.length === 0) return null;
  return (
    <p className="small quiet">
      Deciding took {duration(times.reduce((all, time) => all + time, 0) / times.length)} a turn on average,{' '}
      {used.calls} {used.calls === 1 ? 'call' : 'calls'} and {count(used.inputTokens + used.outputTokens)} tokens in
      all.
      {unused > 0 &&
        ` The bare answer is begun at the same time, so that answering costs no waiting: ${unused} of them ${unused === 1 ? 'was' : 'were'} not used, and ${unused === 1 ? 'is' : 'are'} counted.`}
    </p>
  );
}

/** Two rows a turn, on one scale of time. */
export function CostPanel({ exchanges }: { exchanges: readonly Exchange[] }) {
  const all = exchanges.flatMap(({ passive, initiative }) => [passive, initiative]);
  const most = Math.max(0, ...all.map(({ milliseconds }) => milliseconds.total));
  const priced = all.some((reply) => together(reply).money !== null);
  return (
    <section aria-labelledby="open-cost">
      <h2 id="open-cost">Cost and latency a turn</h2>
      {exchanges.length === 0 ? (
        <p className="quiet">Nothing was used yet.</p>
      ) : (
        <>
          <table className="took number">
            <thead>
              <tr>
                <th scope="col">turn</th>
                <th scope="col">
                  <span className="unseen">side</span>
                </th>
                <th className="took-time" scope="col">
                  time
                </th>
                <th scope="col">calls</th>
                <th scope="col">tokens</th>
                {priced && <th scope="col">money</th>}
              </tr>
            </thead>
            {exchanges.map((exchange, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: turns are only ever added at the end
              <tbody key={at}>
                <TurnRows exchange={exchange} most={most} priced={priced} turn={at + 1} />
              </tbody>
            ))}
            {exchanges.length > 1 && (
              <tfoot>
                <AllRows exchanges={exchanges} priced={priced} />
              </tfoot>
            )}
          </table>
          <p className="took-key small quiet">
            <span aria-hidden="true" className="took-deciding" /> deciding
            <span aria-hidden="true" className="took-replying" /> the rest of the reply
          </p>
          <Deciding exchanges={exchanges} />
        </>
      )}
    </section>
  );
}
