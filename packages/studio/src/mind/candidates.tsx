/**
 * The candidate acts as bars of value, with the error as a whisker and the chosen one marked by a stone.
 * @module
 */
import './candidates.css';
import { useState } from 'react';
import type { ShownCandidate, ShownDecision } from '../api/types.ts';
import { Stone } from '../brand/stone.tsx';
import { place, type Scale, scaleFor } from './scale.ts';

/** How many are seen at first. */
const AT_ONCE = 6;

function Bar({ candidate, scale }: { candidate: ShownCandidate; scale: Scale }) {
  const zero = scale.cut ? 0 : place(scale, 0);
  const end = place(scale, candidate.value);
  const from = place(scale, candidate.value - candidate.error);
  const to = place(scale, candidate.value + candidate.error);
  return (
    <span aria-hidden="true" className={scale.cut ? 'candidate-track cut' : 'candidate-track'}>
      <span
        className="candidate-bar"
        style={{ left: `${Math.min(zero, end)}%`, width: `${Math.max(0.6, Math.abs(end - zero))}%` }}
      />
      {candidate.error > 0 && (
        <span className="candidate-whisker" style={{ left: `${from}%`, width: `${Math.max(0.4, to - from)}%` }} />
      )}
    </span>
  );
}

function Row({
  candidate,
  scale,
  chosen,
  said,
  passive,
}: {
  candidate: ShownCandidate;
  scale: Scale;
  chosen: boolean;
  said: boolean;
  passive: boolean;
}) {
  const { label, value, error, suppressed } = candidate;
  return (
    <li
      className={suppressed === undefined ? 'candidate' : 'candidate suppressed'}
      data-chosen={chosen}
      data-id={candidate.id}
    >
      <span className="candidate-mark">{chosen && <Stone side={passive ? 'passive' : 'initiative'} size="s" />}</span>
      <span className="candidate-label">
        {label}
        {chosen && <span className="candidate-tag">chosen</span>}
        {said && !chosen && <span className="candidate-tag quiet">said</span>}
        {suppressed !== undefined && <span className="quiet"> held back: {suppressed}</span>}
      </span>
      <span className="candidate-value number">
        {value.toFixed(3)}
        <span className="candidate-error">
          {' '}
          <span className="unseen">give or take</span>
          <span aria-hidden="true">±</span> {error.toFixed(3)}
        </span>
      </span>
      <Bar candidate={candidate} scale={scale} />
    </li>
  );
}

/** What the decision used up, in words. */
function cost({ cost: { samples, expansions } }: ShownDecision): string {
  const parts = [
    samples > 0 && `${samples.toLocaleString('en')} imagined conversations`,
    expansions > 0 && `${expansions.toLocaleString('en')} states worked out`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? 'Nothing was imagined.' : `${parts.join(', ')}.`;
}

/** The first rows, and the chosen and the said one wherever they stand. */
function seen(decision: ShownDecision, actual: ShownDecision, all: boolean): readonly ShownCandidate[] {
  return decision.candidates.filter(
    ({ id }, at) => all || at < AT_ONCE || id === decision.chosen || id === actual.chosen,
  );
}

/** The bars; `actual` is the decision that was really played. */
export function Candidates({
  decision,
  actual,
  stale,
}: {
  decision: ShownDecision;
  actual: ShownDecision;
  stale: boolean;
}) {
  const [all, setAll] = useState(false);
  const shown = seen(decision, actual, all);
  const scale = scaleFor(shown.filter((candidate) => candidate.suppressed === undefined));
  const hidden = decision.candidates.length - shown.length;
  return (
    <div className="candidates" data-stale={stale}>
      <h3>
        Candidates <span className="candidates-by quiet">by the value of the whole conversation</span>
      </h3>
      <ol aria-label="Candidate acts, best first">
        {shown.map((candidate) => (
          <Row
            candidate={candidate}
            chosen={candidate.id === decision.chosen}
            key={candidate.id}
            passive={decision.horizon === 0}
            said={candidate.id === actual.chosen}
            scale={scale}
          />
        ))}
      </ol>
      <p className="candidates-foot small quiet">
        {cost(decision)}
        {scale.cut && ` Bars start at ${scale.low.toFixed(2)}.`}
        {(hidden > 0 || all) && (
          <>
            {' '}
            <button className="link" onClick={() => setAll(!all)} type="button">
              {all ? 'Show fewer' : `Show ${hidden} more`}
            </button>
          </>
        )}
      </p>
    </div>
  );
}
