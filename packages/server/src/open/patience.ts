/**
 * How long a turn is waited for: until its client leaves, and not for ever.
 * @module
 */

/** A signal that is aborted when any of these is, or after so many milliseconds; its reason is always an error. */
export function patience(signals: readonly AbortSignal[], milliseconds: number): AbortSignal {
  const any = AbortSignal.any([...signals, AbortSignal.timeout(milliseconds)]);
  const own = new AbortController();
  const abort = (): void => {
    // The HTTP adapter's reason is a bare string, which no handler of errors knows what to do with.
    own.abort(any.reason instanceof Error ? any.reason : new DOMException(String(any.reason), 'AbortError'));
  };
  if (any.aborted) abort();
  else any.addEventListener('abort', abort, { once: true });
  return own.signal;
}
