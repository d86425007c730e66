/**
 * The head of a column: who speaks there, which policy decides, how far it looks, and how many items it has left.
 * @module
 */
import './side-head.css';
import type { ChatReply, Side } from '../api/types.ts';
import { Stone } from '../brand/stone.tsx';
import { PolicyMark } from '../policy/policy-mark.tsx';

const NAMES: Readonly<Record<Side, string>> = { passive: 'Passive', initiative: 'With initiative' };

/** How far a horizon looks, in words. */
function reach(horizon: number): string {
  if (horizon === 0) return 'judges this reply alone';
  return `looks ${horizon} ${horizon === 1 ? 'turn' : 'turns'} ahead`;
}

/** Name, horizon, and the share of items left. */
export function SideHead({ side, horizon, reply }: { side: Side; horizon: number; reply: ChatReply | undefined }) {
  const mind = reply?.mind;
  // The passive one judges this reply alone, whoever decides beside it.
  const policy = side === 'initiative' ? reply?.decision.policy : undefined;
  return (
    <div className={`side-head ${side}`}>
      <Stone side={side} size="l" />
      <div className="side-head-who">
        <h2>{NAMES[side]}</h2>
        <p className="quiet small">
          {policy !== undefined && <PolicyMark policy={policy} />}
          {policy === 'learned' ? 'a trained network decides' : `Horizon ${horizon}: ${reach(horizon)}`}
        </p>
      </div>
      {mind && (
        <p className="side-head-left number">
          <strong>{mind.left.toLocaleString('en')}</strong>
          <span className="quiet small"> of {mind.total.toLocaleString('en')} left</span>
        </p>
      )}
    </div>
  );
}
