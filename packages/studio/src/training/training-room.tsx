/**
 * Training: any checkpoint of the pocket model beside another, and the experiment that they come from.
 * @module
 */
import './training-room.css';
import '../talk/talk-room.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { allCheckpoints, exampleRequests } from '../api/training-client.ts';
import type { Checkpoint, ExampleRequest } from '../api/training-types.ts';
import { EmptyRoom } from '../shell/empty-room.tsx';
import { RefusalNote } from '../shell/refusal-note.tsx';
import { usePlace } from '../shell/room.ts';
import { CheckpointHead } from './checkpoint-head.tsx';
import { checkpointInWords, firstPair } from './checkpoint-words.ts';
import { ExperimentList } from './experiment-list.tsx';
import { ExperimentPage } from './experiment-page.tsx';
import { PocketComposer } from './pocket-composer.tsx';
import { PocketLog } from './pocket-log.tsx';
import { RequestMaker } from './request-maker.tsx';
import { usePocketTalk } from './use-pocket-talk.ts';

/** The room, or the report that the address names. */
export function TrainingRoom() {
  const experiment = usePlace();
  const checkpoints = useQuery({ queryKey: ['checkpoints'], queryFn: allCheckpoints, staleTime: 10_000 });
  if (experiment !== undefined) return <ExperimentPage id={experiment} key={experiment} />;
  const all = checkpoints.data?.checkpoints;
  return (
    <div className="talk training">
      <h1 className="unseen">Training</h1>
      {checkpoints.isPending && <p className="training-note quiet">Looking for weights …</p>}
      {checkpoints.error && (
        <div className="training-note">
          <RefusalNote error={checkpoints.error} onRetry={() => checkpoints.refetch()} />
        </div>
      )}
      {all?.length === 0 && <NoWeights />}
      {all !== undefined && all.length > 0 && <Talking all={all} />}
      {(all === undefined || all.length === 0) && (
        <aside aria-label="The experiment" className="talk-mind training-aside-room">
          <ExperimentList />
        </aside>
      )}
    </div>
  );
}

function NoWeights() {
  return (
    <EmptyRoom heading="There are no weights yet">
      <p>
        This copy of Sente ships no checkpoint of the pocket model, and none was trained in the folder where the studio
        was started. Train some in a terminal, in about three minutes; they appear here with their report.
      </p>
      <p>
        <code>sente train passivity --preset quick</code>
      </p>
    </EmptyRoom>
  );
}

/** Where asking is best, where nothing is left to ask, where there is no time, and where the user could not answer. */
const EXAMPLES = ['open relaxed sure', 'closed plain sure', 'narrow hurried sure', 'wide relaxed unsure'];

function examplesOf(requests: readonly ExampleRequest[]): string[] {
  const texts = new Map(requests.map((one) => [`${one.openness} ${one.hurry} ${one.reliability}`, one.text]));
  return EXAMPLES.flatMap((name) => texts.get(name) ?? []);
}

/** Both columns, and beside them a request to begin with. */
function Talking({ all }: { all: readonly Checkpoint[] }) {
  const [chosen, setChosen] = useState(firstPair(all));
  // A list that has changed may have lost one of the two.
  const isThere = chosen?.every((id) => all.some((one) => one.id === id));
  const pair = (isThere ? chosen : firstPair(all)) as readonly [string, string];
  const talk = usePocketTalk(pair);
  const requests = useQuery({
    queryKey: ['pocket-requests'],
    queryFn: exampleRequests,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const names = pair.map((id) => checkpointInWords(all.find((one) => one.id === id) as Checkpoint));
  const choose = (at: 0 | 1, id: string) => {
    setChosen(at === 0 ? [id, pair[1]] : [pair[0], id]);
    talk.startOver();
  };
  return (
    <>
      <section aria-label="Conversation" className="talk-record">
        <div className="talk-heads">
          <CheckpointHead all={all} chosen={pair[0]} onChoose={(id) => choose(0, id)} side="passive" />
          <CheckpointHead all={all} chosen={pair[1]} onChoose={(id) => choose(1, id)} side="initiative" />
        </div>
        <PocketLog examples={examplesOf(requests.data?.requests ?? [])} names={names} talk={talk} />
        {talk.error && (
          <div className="talk-trouble">
            <RefusalNote error={talk.error} onRetry={talk.retry} />
          </div>
        )}
        <PocketComposer talk={talk} />
      </section>
      <aside aria-label="Requests and the experiment" className="talk-mind training-aside-room">
        {requests.error && <RefusalNote error={requests.error} onRetry={() => requests.refetch()} />}
        {requests.data && (
          <RequestMaker busy={talk.pending !== undefined} onSay={talk.begin} requests={requests.data.requests} />
        )}
        <ExperimentList />
      </aside>
    </>
  );
}
