/**
 * Conversations of a run, worst first, by probe and agent.
 * @module
 */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { playedTalks } from '../api/run-client.ts';
import type { PlayedTalk, PlayedTurn, ShownRun } from '../api/run-types.ts';
import { RefusalNote } from '../shell/refusal-note.tsx';

const STEP = 20;
const MOST = 100;

function Turn({ turn }: { turn: PlayedTurn }) {
  const silence = turn.speaker === 'assistant' ? '(says nothing)' : '(silence)';
  return (
    <li className={`runs-turn ${turn.speaker}`}>
      <p className="quiet runs-who">
        {turn.speaker}
        {turn.act !== undefined && ` · ${turn.act}`}
      </p>
      <p className="runs-text" dir="auto">
        {turn.text === '' ? silence : turn.text}
      </p>
      {turn.note !== undefined && <p className="small runs-note">{turn.note}</p>}
      {turn.decision !== undefined && <p className="small quiet">{turn.decision.why}</p>}
    </li>
  );
}

function Talk({ talk }: { talk: PlayedTalk }) {
  const where = [talk.case, talk.cell, talk.repeat > 0 ? `repeat ${talk.repeat + 1}` : undefined];
  return (
    <details className="runs-talk">
      <summary>
        <strong>{talk.agent}</strong>
        <span className="runs-where">{where.filter((part) => part !== undefined).join(' · ')}</span>
        <span className="number quiet">
          <span className="unseen">loss </span>
          {Math.round(100 * talk.loss)}%
        </span>
      </summary>
      <ol>
        {talk.turns.map((turn, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a conversation that is over does not change
          <Turn key={at} turn={turn} />
        ))}
      </ol>
      {talk.cut > 0 && <p className="small quiet">{talk.cut} more turns are left out.</p>}
    </details>
  );
}

/** The choice and the list. */
export function PlayedTalks({ run }: { run: ShownRun }) {
  const [probe, setProbe] = useState(run.probes[0] ?? '');
  const [agent, setAgent] = useState('');
  const [count, setCount] = useState(STEP);
  const talks = useQuery({
    queryKey: ['talks', run.id, probe, agent, count, run.conversations],
    queryFn: () => playedTalks(run.id, { probe, count, ...(agent !== '' && { agent }) }),
    enabled: probe !== '',
    placeholderData: keepPreviousData,
  });
  const agents = run.report.probes.find(({ name }) => name === probe)?.agents ?? [];
  const choose = (set: (value: string) => void) => (event: { target: { value: string } }) => {
    set(event.target.value);
    setCount(STEP);
  };
  return (
    <section aria-label="Conversations" className="runs-talks">
      <form className="runs-filters" onSubmit={(event) => event.preventDefault()}>
        <label>
          Probe{' '}
          <select onChange={choose(setProbe)} value={probe}>
            {run.probes.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
        <label>
          Agent{' '}
          <select onChange={choose(setAgent)} value={agent}>
            <option value="">all</option>
            {agents.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
      </form>
      {talks.error && <RefusalNote error={talks.error} onRetry={() => talks.refetch()} />}
      {talks.data && (
        <>
          <p className="quiet small number" aria-live="polite">
            {talks.data.conversations.length.toLocaleString('en')} of {talks.data.total.toLocaleString('en')}, worst
            first.
          </p>
          <div>
            {talks.data.conversations.map((talk) => (
              <Talk key={JSON.stringify([talk.agent, talk.case, talk.cell, talk.repeat])} talk={talk} />
            ))}
          </div>
          {talks.data.conversations.length < Math.min(talks.data.total, MOST) && (
            <p>
              <button className="button" onClick={() => setCount(Math.min(MOST, count + STEP))} type="button">
                Show more
              </button>
            </p>
          )}
        </>
      )}
    </section>
  );
}
