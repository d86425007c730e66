/**
 * Open world: any chat model, bare and with initiative, side by side, and the mind of the second.
 * @module
 */
import './open-room.css';
import { useState } from 'react';
import { Refusal } from '../api/refusal.ts';
import { RefusalNote } from '../shell/refusal-note.tsx';
import { OpenTalk } from './open-talk.tsx';
import { SetUp } from './set-up.tsx';
import type { OpenConversation } from './use-open-conversation.ts';

/** The room: asks for a model first. */
export function OpenRoom({ conversation }: { conversation: OpenConversation }) {
  const [isChanging, setChanging] = useState(false);
  const { model, modelChanged, startOver, error } = conversation;
  if (model === undefined) {
    return (
      <div className="app-trouble">
        {error ? <RefusalNote error={error} onRetry={conversation.retry} /> : <p className="quiet">Setting up …</p>}
      </div>
    );
  }
  const isGone = error instanceof Refusal && error.code === 'no-model';
  if (model === null || isChanging || isGone) {
    return (
      <SetUp
        key={model?.id ?? ''}
        model={model}
        onCancel={model && !isGone ? () => setChanging(false) : undefined}
        onForgotten={() => {
          modelChanged(null);
          startOver();
          setChanging(false);
        }}
        onSet={(next) => {
          modelChanged(next);
          startOver();
          setChanging(false);
        }}
      />
    );
  }
  return <OpenTalk conversation={conversation} model={model} onChangeModel={() => setChanging(true)} />;
}
