/**
 * Where the user speaks, to both at once. Enter sends, Shift and Enter begins a line: documents are pasted here.
 * @module
 */
import '../talk/composer.css';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import type { ShownModel } from '../api/open-types.ts';
import type { OpenConversation } from './use-open-conversation.ts';

/** The field's id. */
export const OPEN_FIELD = 'open-message';

/** As much as the server reads of one message. */
const LONGEST = 20_000;

/** The field and what stands below it. */
export function OpenComposer({
  conversation,
  model,
  onChangeModel,
  onStartOver,
}: {
  conversation: OpenConversation;
  model: ShownModel;
  onChangeModel: () => void;
  onStartOver: () => void;
}) {
  const [words, setWords] = useState('');
  const { pending, state, say, stop, exchanges } = conversation;
  const busy = pending !== undefined;
  const canSend = words.trim() !== '' && !busy && state !== undefined;
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!canSend) return;
    say(words);
    setWords('');
  };
  const onKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // While letters are being composed (Japanese, Chinese), Enter takes the suggestion.
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) send(event);
  };
  return (
    <form className="composer" onSubmit={send}>
      <div className="composer-line open-line">
        <label className="unseen" htmlFor={OPEN_FIELD}>
          Your message, to both
        </label>
        <textarea
          enterKeyHint="send"
          id={OPEN_FIELD}
          maxLength={LONGEST}
          onChange={(event) => setWords(event.target.value)}
          onKeyDown={onKey}
          placeholder="Say to both what you want"
          rows={1}
          value={words}
        />
        {busy ? (
          <button className="button" onClick={stop} type="button">
            Stop
          </button>
        ) : (
          <button className="button firm" disabled={!canSend} type="submit">
            Send
          </button>
        )}
      </div>
      <div className="composer-ways">
        <button className="button bare" disabled={exchanges.length === 0 && !busy} onClick={onStartOver} type="button">
          Start over
        </button>
        <button className="button bare open-model" onClick={onChangeModel} type="button">
          <span className="unseen">Change the </span>
          <span className="quiet">model</span>
          <span className="open-model-name" title={model.id}>
            {model.id}
          </span>
        </button>
        <p className="quiet small composer-hint">
          <kbd>Enter</kbd> sends, <kbd>Shift</kbd> <kbd>Enter</kbd> begins a line.
        </p>
      </div>
    </form>
  );
}
