/**
 * Where the user speaks, to both at once. Enter sends; the focus stays.
 * @module
 */
import './composer.css';
import { type FormEvent, useRef, useState } from 'react';
import type { CatalogSummary } from '../api/types.ts';
import type { Conversation } from './use-conversation.ts';

/** As much as the server reads of one message. */
const LONGEST = 2000;

/** The field's id. */
export const FIELD = 'message';

/** The field and what stands beside it. */
export function Composer({
  conversation,
  noun,
}: {
  conversation: Conversation;
  noun: CatalogSummary['noun'] | undefined;
}) {
  const [words, setWords] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const { turns, pending, say, startOver } = conversation;
  const last = turns.at(-1)?.replies;
  const over = last?.passive.ended === true && last.initiative.ended;
  const busy = pending !== undefined;
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (words.trim() === '' || busy || last === undefined || over) return;
    say(words);
    setWords('');
  };
  const undo = () => {
    say('undo');
    field.current?.focus();
  };
  return (
    <form className="composer" onSubmit={send}>
      <div className="composer-line">
        <label className="unseen" htmlFor={FIELD}>
          Your message, to both
        </label>
        <input
          autoComplete="off"
          enterKeyHint="send"
          id={FIELD}
          maxLength={LONGEST}
          onChange={(event) => setWords(event.target.value)}
          placeholder={
            over ? 'Both conversations have ended' : `Say to both what ${noun?.one ?? 'item'} you have in mind`
          }
          ref={field}
          value={words}
        />
        <button className="button firm" disabled={busy || over || words.trim() === ''} type="submit">
          Send
        </button>
      </div>
      <div className="composer-ways">
        <button className="button bare" disabled={busy || turns.length < 2 || over} onClick={undo} type="button">
          Undo
        </button>
        <button className="button bare" disabled={busy || turns.length === 0} onClick={() => startOver()} type="button">
          Start over
        </button>
        <p className="quiet small composer-hint">
          <kbd>Enter</kbd> sends the same words to both. Ask “why?”, change your mind, say “cheaper”.
        </p>
      </div>
    </form>
  );
}
