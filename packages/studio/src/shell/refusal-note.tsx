/**
 * Says what went wrong and what to do about it.
 * @module
 */
import './refusal-note.css';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { rememberKey } from '../api/client.ts';
import { placeInWords, Refusal } from '../api/refusal.ts';
import { WholeOptions } from './whole-options.tsx';

/** Asks for the key of a server that was started with one. */
function KeyForm({ onKey }: { onKey: () => void }) {
  const queries = useQueryClient();
  const [key, setKey] = useState('');
  const keep = (event: FormEvent) => {
    event.preventDefault();
    rememberKey(key);
    onKey();
    // What the server said to another key may be less than it says to this one.
    queries.invalidateQueries();
  };
  return (
    <form className="refusal-key" onSubmit={keep}>
      <label>
        Key <input autoComplete="off" onChange={(event) => setKey(event.target.value)} type="password" value={key} />
      </label>
      <button className="button firm" disabled={key === ''} type="submit">
        Go on
      </button>
    </form>
  );
}

function adviceOf(error: Error): string | undefined {
  return error instanceof Refusal ? error.advice : undefined;
}

/** An error as a person reads it; `onRetry` is offered as a button, `children` as further ways out. */
export function RefusalNote({
  error,
  onRetry,
  children,
}: {
  error: Error;
  onRetry?: () => void;
  children?: ReactNode;
}) {
  const place = error instanceof Refusal ? placeInWords(error.place) : '';
  const locked = error instanceof Refusal && error.code === 'no-key';
  // The server speaks to programs; a person types the key here.
  const advice = locked ? 'Type the key that the server was started with (--key).' : adviceOf(error);
  return (
    <div className="refusal" role="alert">
      {place !== '' && <p className="refusal-place number">{place}</p>}
      <p className="refusal-what">
        <WholeOptions text={error.message} />
      </p>
      {advice !== undefined && (
        <p className="refusal-advice">
          <WholeOptions text={advice} />
        </p>
      )}
      {locked && onRetry && <KeyForm onKey={onRetry} />}
      <div className="refusal-ways">
        {!locked && onRetry && (
          <button className="button" onClick={onRetry} type="button">
            Try again
          </button>
        )}
        {children}
      </div>
    </div>
  );
}
