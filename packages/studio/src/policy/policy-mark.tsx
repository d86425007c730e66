/**
 * Which policy made a decision: a small, quiet mark.
 * @module
 */
import './policy-mark.css';

const MARKS: Readonly<Record<string, string>> = { planned: 'planning', learned: 'learned' };

/** Nothing for policies that nobody chooses between. `policy` is a decision's. */
export function PolicyMark({ policy }: { policy: string }) {
  const words = MARKS[policy];
  if (words === undefined) return null;
  return (
    <span className="policy-mark" data-policy={policy}>
      <span className="unseen">Policy: </span>
      {words}
      <span className="unseen">.</span>
    </span>
  );
}
