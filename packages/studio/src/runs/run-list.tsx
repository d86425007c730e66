/**
 * Which runs there are, newest first.
 * @module
 */
import { useQuery } from '@tanstack/react-query';
import { allRuns } from '../api/run-client.ts';
import { EmptyRoom } from '../shell/empty-room.tsx';
import { RefusalNote } from '../shell/refusal-note.tsx';
import { RunState, whatMeasured, whenStarted } from './run-words.tsx';

/** Milliseconds between looks: while a run goes on, and while none does (one may be started in a terminal). */
const LOOKS = { running: 1500, still: 8000 };

function Empty() {
  return (
    <EmptyRoom heading="Nothing has been measured yet">
      <p>
        A run plays the same cases with several agents and simulated users, and says with intervals what initiative is
        worth. Start one in a terminal, in the folder where the studio was started; it appears here while it goes on.
      </p>
      <p>
        <code>sente measure</code>
      </p>
    </EmptyRoom>
  );
}

/** The list. */
export function RunList() {
  const list = useQuery({
    queryKey: ['runs'],
    queryFn: allRuns,
    staleTime: 0,
    refetchInterval: ({ state }) =>
      state.data?.runs.some(({ status }) => status === 'running') ? LOOKS.running : LOOKS.still,
  });
  return (
    <>
      <header className="runs-head">
        <h1>Runs</h1>
      </header>
      {list.isPending && <p className="quiet">Looking …</p>}
      {list.error && <RefusalNote error={list.error} onRetry={() => list.refetch()} />}
      {list.data?.runs.length === 0 && <Empty />}
      {list.data !== undefined && list.data.runs.length > 0 && (
        <ol className="runs-list">
          {list.data.runs.map((run) => (
            <li key={run.id}>
              <a href={`#/runs/${encodeURIComponent(run.id)}`}>{run.id}</a>
              <span className="runs-what">{whatMeasured(run)}</span>
              <RunState run={run} />
              <span className="quiet small number">{whenStarted(run)}</span>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
