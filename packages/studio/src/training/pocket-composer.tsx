/**
 * Where the user speaks, to both checkpoints at once.
 * @module
 */
import '../talk/composer.css';
import { type FormEvent, useRef, useState } from 'react';
import type { PocketTalk } from './use-pocket-talk.ts';

/** As much as the server reads of one turn. */
const LONGEST = 500;

/** The field and what stands beside it. */
export function PocketComposer({ talk }: { talk: PocketTalk }) {
  const [words, setWords] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const isBusy = talk.pending !== undefined;
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (words.trim() === '' || isBusy || talk.full) return;
    talk.say(words);
    setWords('');
  };
  const startOver = () => {
    talk.startOver();
    field.current?.focus();
  };
  return (
    <form className="composer" onSubmit={send}>
      <div className="composer-line">
        <label className="unseen" htmlFor="pocket-message">
          Your message, to both
        </label>
        <input
          autoComplete="off"
          enterKeyHint="send"
          id="pocket-message"
          maxLength={LONGEST}
          onChange={(event) => setWords(event.target.value)}
          placeholder={talk.full ? 'They can read no more: start over' : 'Say to both which bag you want'}
          ref={field}
          value={words}
        />
        <button className="button firm" disabled={isBusy || talk.full || words.trim() === ''} type="submit">
          Send
        </button>
      </div>
      <div className="composer-ways">
        <button
          className="button bare"
          disabled={isBusy || (talk.turns.length === 0 && talk.error === null)}
          onClick={startOver}
          type="button"
        >
          Start over
        </button>
        <p className="quiet small composer-hint">
          <kbd>Enter</kbd> sends. Each says its likeliest words; the bar shows what it does when drawn anew.
        </p>
      </div>
    </form>
  );
}
