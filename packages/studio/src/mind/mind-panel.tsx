/**
 * The mind of the assistant with initiative: what it believes, what it could do, what that is worth, and why it chose.
 * @module
 */
import './mind-panel.css';
import { lazy, Suspense, useState } from 'react';
import { RefusalNote } from '../shell/refusal-note.tsx';
import type { Conversation } from '../talk/use-conversation.ts';
import { Attributes } from './attributes.tsx';
import { Candidates } from './candidates.tsx';
import { Horizon } from './horizon.tsx';
import { Likeliest } from './likeliest.tsx';
import { StandingWishes } from './standing-wishes.tsx';
import { useRedecision } from './use-redecision.ts';
import { WhatMoved } from './what-moved.tsx';
import { WouldSay } from './would-say.tsx';

/** The chart library is a file of its own: it comes once there is a course to draw. */
const Course = lazy(() => import('./course.tsx'));

/** The panel for the present turn; it is made anew for each turn, so the slider starts where the turn was played. */
export function MindPanel({ conversation }: { conversation: Conversation }) {
  const { turns, horizon: played, startOver } = conversation;
  const actual = turns[turns.length - 1].replies.initiative;
  const [horizon, setHorizon] = useState(played);
  const { reply, stale, error, retry } = useRedecision(actual, turns.length, played, horizon);
  const { mind } = actual;
  return (
    <div className="mind">
      <section aria-labelledby="mind-decision">
        <h2 id="mind-decision">{actual.ended ? 'Its last move' : 'Its move'}</h2>
        <Horizon
          disabled={actual.ended}
          horizon={horizon}
          learned={actual.decision.policy === 'learned'}
          onSlide={setHorizon}
          played={played}
        />
        {error && <RefusalNote error={error} onRetry={retry} />}
        <WouldSay
          actual={actual}
          onStartOver={startOver}
          played={played}
          reply={reply}
          stale={stale}
          wanted={horizon}
        />
        <Candidates actual={actual.decision} decision={reply.decision} stale={stale} />
        {horizon === played && <WhatMoved actual={actual} turn={turns.length} />}
      </section>
      <section aria-labelledby="mind-belief">
        <h2 id="mind-belief">What it believes</h2>
        <p className="mind-left number">
          <strong>{mind.left.toLocaleString('en')}</strong> of {mind.total.toLocaleString('en')} left
          <span className="mind-bits">
            <strong>{mind.bits.toFixed(1)}</strong> bits open
          </span>
        </p>
        {turns.length > 1 && (
          <Suspense fallback={<div className="mind-course-space" />}>
            <Course turns={turns} />
          </Suspense>
        )}
        <StandingWishes wishes={mind.wishes} />
        <Likeliest likeliest={mind.likeliest} />
      </section>
      <section aria-labelledby="mind-attributes">
        <h2 id="mind-attributes">Attribute by attribute</h2>
        <Attributes attributes={mind.attributes} />
      </section>
    </div>
  );
}
