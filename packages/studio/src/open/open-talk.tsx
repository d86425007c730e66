/**
 * The conversation with both sides, and the mind of the one with initiative.
 * @module
 */
import '../talk/talk-room.css';
import { useState } from 'react';
import type { ShownModel } from '../api/open-types.ts';
import { Refusal } from '../api/refusal.ts';
import { RefusalNote } from '../shell/refusal-note.tsx';
import { type View, ViewChoice } from '../talk/view-choice.tsx';
import { OPEN_FIELD, OpenComposer } from './open-composer.tsx';
import { OpenHeads } from './open-heads.tsx';
import { OpenLog } from './open-log.tsx';
import { OpenMindPanel } from './panel/open-mind-panel.tsx';
import type { OpenConversation } from './use-open-conversation.ts';

function toField(): void {
  document.getElementById(OPEN_FIELD)?.focus();
}

/** Both sides and the panel; on narrow screens one of the three at a time. */
export function OpenTalk({
  conversation,
  model,
  onChangeModel,
}: {
  conversation: OpenConversation;
  model: ShownModel;
  onChangeModel: () => void;
}) {
  const [view, setView] = useState<View>('initiative');
  const { state, error, say, startOver } = conversation;
  const forgotten = error instanceof Refusal && error.code === 'unknown-conversation';
  return (
    <div className="talk open" data-view={view}>
      <h1 className="unseen">Open world</h1>
      <ViewChoice name="open-view" onChoose={setView} view={view} />
      <section aria-label="Conversation" className="talk-record">
        <OpenHeads settings={state?.settings} />
        <OpenLog
          conversation={conversation}
          onTap={(words) => {
            say(words);
            toField();
          }}
        />
        {error && (
          <div className="talk-trouble">
            <RefusalNote error={error} onRetry={forgotten ? undefined : conversation.retry}>
              <button className="button" onClick={startOver} type="button">
                Start over
              </button>
              <button className="button" onClick={onChangeModel} type="button">
                Change the model
              </button>
            </RefusalNote>
          </div>
        )}
        <OpenComposer
          conversation={conversation}
          model={model}
          onChangeModel={onChangeModel}
          onStartOver={() => {
            startOver();
            toField();
          }}
        />
      </section>
      <aside aria-label="The mind of the assistant with initiative" className="talk-mind">
        {state ? (
          <OpenMindPanel conversation={conversation} state={state} />
        ) : (
          <p className="open-empty quiet">Setting up …</p>
        )}
      </aside>
    </div>
  );
}
