/**
 * One run: its figures as they come, its report, its conversations.
 * @module
 */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { oneRun } from '../api/run-client.ts';
import { Tabs } from '../open/panel/tabs.tsx';
import { RefusalNote } from '../shell/refusal-note.tsx';
import { LiveFigures } from './live-figures.tsx';
import { PlayedTalks } from './played-talks.tsx';
import { ReportFrame } from './report-frame.tsx';
import { RunState, whatMeasured, whenStarted } from './run-words.tsx';

const TABS = [
  { id: 'figures', name: 'Figures' },
  { id: 'report', name: 'Report' },
  { id: 'conversations', name: 'Conversations' },
] as const;

/** Milliseconds between looks while the run goes on. */
const LOOK = 2000;

/** The page of a run. */
export function RunPage({ id }: { id: string }) {
  const [tab, setTab] = useState<(typeof TABS)[number]['id']>('figures');
  const run = useQuery({
    queryKey: ['run', id],
    queryFn: () => oneRun(id),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.status === 'running' ? LOOK : false),
  });
  const { data } = run;
  return (
    <>
      <header className="runs-head">
        <p className="small">
          <a href="#/runs">Runs</a>
        </p>
        <h1>{data?.id ?? id}</h1>
        {data && (
          <>
            <RunState run={data} />
            <p className="quiet small">
              {whatMeasured(data)} · {whenStarted(data)}
            </p>
          </>
        )}
      </header>
      {run.isPending && <p className="quiet">Reading the run …</p>}
      {run.error && <RefusalNote error={run.error} onRetry={() => run.refetch()} />}
      {data && (
        <Tabs items={TABS} label="What to see of the run" onOpen={setTab} open={tab}>
          {tab === 'figures' && <LiveFigures run={data} />}
          {tab === 'report' && <ReportFrame done={data.done} id={data.id} />}
          {tab === 'conversations' && <PlayedTalks run={data} />}
        </Tabs>
      )}
    </>
  );
}
