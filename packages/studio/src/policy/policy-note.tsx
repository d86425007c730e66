/**
 * One line above a conversation: that a policy is being trained, and that another one decides in those to come.
 * @module
 */
import './policy-note.css';
import type { PolicyStatus } from '../api/policy-types.ts';
import { newConversations } from './policy-words.ts';
import { TrainingBar } from './training-bar.tsx';

/** Nothing while nothing is trained and nothing `isNewer`. */
export function PolicyNote({
  status,
  isNewer,
  onStart,
}: {
  status: PolicyStatus | undefined;
  /** A conversation that began now would be decided by another policy than this one. */
  isNewer: boolean;
  onStart: () => void;
}) {
  if (status === undefined || (status.training === null && !isNewer)) return null;
  return (
    <div className="policy-note small">
      <TrainingBar status={status} />
      {isNewer && (
        <p className="policy-news">
          {newConversations(status)}{' '}
          <button className="policy-start" onClick={onStart} type="button">
            Start one
          </button>
        </p>
      )}
    </div>
  );
}
