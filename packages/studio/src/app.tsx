/**
 * The rooms, and what they share: the catalogue, and the conversation that goes on while another room is open.
 * @module
 */
import './app.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { currentCatalog } from './api/client.ts';
import type { CatalogSummary } from './api/types.ts';
import { OpenRoom } from './open/open-room.tsx';
import { useOpenConversation } from './open/use-open-conversation.ts';
import { TrainingNews } from './policy/training-news.tsx';
import { useNewerPolicy } from './policy/use-newer-policy.ts';
import { usePolicy } from './policy/use-policy.ts';
import { RunsRoom } from './runs/runs-room.tsx';
import { RefusalNote } from './shell/refusal-note.tsx';
import { useRoom } from './shell/room.ts';
import { Shell } from './shell/shell.tsx';
import { TableRoom } from './table/table-room.tsx';
import { TalkRoom } from './talk/talk-room.tsx';
import { useConversation } from './talk/use-conversation.ts';
import { TrainingRoom } from './training/training-room.tsx';
import { UnmetRoom } from './unmet/unmet-room.tsx';

/** The studio. */
export function App() {
  const room = useRoom();
  const catalog = useQuery({ queryKey: ['catalog'], queryFn: currentCatalog });
  const conversation = useConversation(catalog.data !== undefined);
  const policy = usePolicy(catalog.data !== undefined);
  const isNewer = useNewerPolicy(policy, conversation.game);
  const [fresh, setFresh] = useState<number>();
  const open = useOpenConversation(room === 'open');
  const onChanged = (source: CatalogSummary['source']) => {
    conversation.startOver();
    setFresh(source === 'upload' ? conversation.game + 1 : undefined);
  };
  return (
    <Shell catalog={catalog.data}>
      <TrainingNews status={policy} />
      {catalog.error && (
        <div className="app-trouble">
          <RefusalNote error={catalog.error} onRetry={() => catalog.refetch()} />
        </div>
      )}
      {room === 'talk' && !catalog.error && (
        <TalkRoom
          catalog={catalog.data}
          conversation={conversation}
          isFresh={fresh === conversation.game}
          isNewer={isNewer}
          policy={policy}
        />
      )}
      {room === 'open' && !catalog.error && <OpenRoom conversation={open} />}
      {room === 'table' && catalog.data && <TableRoom catalog={catalog.data} onChanged={onChanged} policy={policy} />}
      {room === 'table' && catalog.isPending && <p className="app-trouble quiet">Reading the catalogue …</p>}
      {room === 'unmet' && <UnmetRoom />}
      {room === 'runs' && <RunsRoom />}
      {room === 'training' && <TrainingRoom />}
    </Shell>
  );
}
