/**
 * The candidate acts as bars of value, with the error as a whisker and the chosen one marked by a stone.
 * @module
 */
import './candidates.css';
import { useState } from 'react';
import type { ShownCandidate, ShownDecision } from '../api/types.ts';
import { Stone } from '../brand/stone.tsx';
import { place, type Scale, scaleFor } from './scale.ts';
import { ShowMore } from './show-more.tsx';

/** How many are seen at first. */
const AT_ONCE = 6;

function Bar({ candidate, scale }: { candidate: ShownCandidate; scale: Scale }) {
  const zero = scale.cut ? 0 : place(scale, 0);
  const crosses = scale.low < 0 && scale.high > 0;
  const end = place(scale, candidate.value);
  const from = place(scale, candidate.value - candidate.error);
  const to = place(scale, candidate.value + candidate.error);
  return (
    <span aria-hidden="true" className={scale.cut ? 'candidate-track cut' : 'candidate-track'}>
      {crosses && <span className="candidate-zero" style={{ left: `${zero}%` }} />}
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
  const { label, value, error, samples, suppressed } = candidate;
  // A value that was worked out, and not averaged over imagined conversations, has no error to tell of.
  const isSampled = samples > 0 || error > 0;
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
        {isSampled && (
          <span className="candidate-error">
            {' '}
            <span className="unseen">give or take</span>
            <span aria-hidden="true">±</span> {error.toFixed(3)}
          </span>
        )}
      </span>
      <Bar candidate={candidate} scale={scale} />
    </li>
  );
}

/** What the decision used up, in words. */
function cost({ policy, cost: { samples, expansions } }: ShownDecision): string {
  if (policy === 'learned') return 'Scored by the learned policy, to the end of the conversation; nobody was imagined.';
  const parts = [
    samples > 0 && counted(samples, 'imagined conversation'),
    expansions > 0 && `${counted(expansions, 'state')} worked out`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? 'Nothing was imagined.' : `${parts.join(', ')}.`;
}

function counted(number: number, noun: string): string {
  return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
}

/** True for acts that were looked into as far as the horizon, or held back before any looking. */
function isFinalist(candidate: ShownCandidate, { horizon }: ShownDecision): boolean {
  return candidate.depth === undefined || candidate.depth >= horizon;
}

/** Rows on one scale, best first. */
function Rows({
  label,
  rows,
  scale,
  decision,
  actual,
}: {
  label: string;
  rows: readonly ShownCandidate[];
  scale: Scale;
  decision: ShownDecision;
  actual: ShownDecision;
}) {
  return (
    <ol aria-label={label}>
      {rows.map((candidate) => (
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
  );
}

/**
 * The bars; `actual` is the decision that was really played. Acts that were screened out early were valued with less
 * lookahead: their values stand on another footing, so they come apart from the rest and are seen on request.
 */
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
  const finalists = decision.candidates.filter((candidate) => isFinalist(candidate, decision));
  const screened = decision.candidates.filter((candidate) => !isFinalist(candidate, decision));
  const first = finalists.filter(({ id }, at) => all || at < AT_ONCE || id === actual.chosen);
  const apart = screened.filter(({ id }) => all || id === actual.chosen);
  const scale = scaleFor([...first, ...apart].filter((candidate) => candidate.suppressed === undefined));
  const hidden = decision.candidates.length - first.length - apart.length;
  return (
    <div className="candidates" data-stale={stale}>
      <h3>
        Candidates <span className="candidates-by quiet">by the value of the whole conversation</span>
      </h3>
      <Rows actual={actual} decision={decision} label="Candidate acts, best first" rows={first} scale={scale} />
      {apart.length > 0 && (
        <>
          <p className="small quiet">Screened out early, with less lookahead; not to be compared with those above:</p>
          <Rows actual={actual} decision={decision} label="Screened out early" rows={apart} scale={scale} />
        </>
      )}
      <p className="candidates-foot small quiet">
        {cost(decision)}
        {scale.cut && ` Bars start at ${scale.low.toFixed(2)}.`}
        <ShowMore all={all} hidden={hidden} onAll={setAll} />
      </p>
    </div>
  );
}
