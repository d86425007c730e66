/**
 * Talk: one message, two assistants side by side, and the mind of the one with initiative.
 * @module
 */
import './talk-room.css';
import { useState } from 'react';
import type { PolicyStatus } from '../api/policy-types.ts';
import { Refusal } from '../api/refusal.ts';
import type { CatalogSummary } from '../api/types.ts';
import { MindPanel } from '../mind/mind-panel.tsx';
import { PolicyCard } from '../policy/policy-card.tsx';
import { PolicyNote } from '../policy/policy-note.tsx';
import { RefusalNote } from '../shell/refusal-note.tsx';
import { Composer, FIELD } from './composer.tsx';
import { SideHead } from './side-head.tsx';
import { TalkLog } from './talk-log.tsx';
import type { Conversation } from './use-conversation.ts';
import { type View, ViewChoice } from './view-choice.tsx';

/** What was tapped goes away with the turn it belonged to, so the focus goes to where the next words are typed. */
function toField(): void {
  document.getElementById(FIELD)?.focus();
}

/** The room. */
export function TalkRoom({
  catalog,
  conversation,
  policy,
  isNewer,
  isFresh,
}: {
  catalog: CatalogSummary | undefined;
  conversation: Conversation;
  policy: PolicyStatus | undefined;
  /** A conversation that began now would be decided by another policy. */
  isNewer: boolean;
  /** The table was brought just now: who decides about it is chosen here too, until something is said. */
  isFresh: boolean;
}) {
  const [view, setView] = useState<View>('initiative');
  const { turns, error } = conversation;
  const now = turns.at(-1)?.replies;
  const attentive: Conversation = {
    ...conversation,
    startOver: (horizon) => {
      conversation.startOver(horizon);
      toField();
    },
  };
  const forgotten = error instanceof Refusal && error.code === 'unknown-conversation';
  return (
    <div className="talk" data-view={view}>
      <h1 className="unseen">Talk</h1>
      <ViewChoice name="view" onChoose={setView} view={view} />
      <section aria-label="Conversation" className="talk-record">
        <div className="talk-heads">
          <SideHead horizon={0} reply={now?.passive} side="passive" />
          <SideHead horizon={conversation.horizon} reply={now?.initiative} side="initiative" />
        </div>
        {/* At horizon 0 it is planning, always. */}
        <PolicyNote
          isNewer={isNewer && conversation.horizon > 0}
          onStart={() => attentive.startOver()}
          status={policy}
        />
        <TalkLog
          conversation={conversation}
          noun={catalog?.noun}
          onTap={(words) => {
            conversation.say(words);
            toField();
          }}
        />
        {error && (
          <div className="talk-trouble">
            <RefusalNote error={error} onRetry={forgotten ? undefined : conversation.retry}>
              <button className="button" onClick={() => attentive.startOver()} type="button">
                Start over
              </button>
            </RefusalNote>
          </div>
        )}
        <Composer conversation={attentive} noun={catalog?.noun} />
      </section>
      <aside aria-label="The mind of the assistant with initiative" className="talk-mind">
        {isFresh && turns.length < 2 && (
          <div className="talk-policy">
            <PolicyCard status={policy} />
          </div>
        )}
        {now ? <MindPanel conversation={attentive} key={turns.length} /> : <p className="quiet">Setting up …</p>}
      </aside>
    </div>
  );
}
