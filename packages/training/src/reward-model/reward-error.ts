/**
 * Why an item has no score. A score that failed is never a number.
 * @module
 */
import { askedWait, MalformedReplyError } from '@sente/language';

/** Whose call it was. */
export type RewardRole = 'assistant' | 'user' | 'judge';

/** In one word: see `RewardError`. */
export type RewardErrorCode =
  | 'bad-item'
  | 'truncated'
  | 'no-judge'
  | 'rate-limited'
  | 'model-refused'
  | 'model-failed'
  | 'unreachable'
  | 'timeout'
  | 'bad-reply';

/**
 * Thrown for an item that cannot be scored: it is not as it must be (`bad-item`), was cut off and is to be refused
 * (`truncated`), needs a judge (`no-judge`), or a model's call failed after its retries: `rate-limited` (429),
 * `model-refused` (another 4xx), `model-failed` (5xx), `unreachable` (no connection, or one that broke), `timeout`, or
 * `bad-reply` (an answer that cannot be read).
 */
export class RewardError extends Error {
  override readonly name = 'RewardError';
  readonly code: RewardErrorCode;
  /** The same item may succeed later. */
  readonly retryable: boolean;
  readonly role: RewardRole | undefined;
  /** Milliseconds that the model's server asks to be left alone. */
  readonly retryAfter: number | undefined;

  constructor(
    code: RewardErrorCode,
    message: string,
    about: { readonly role?: RewardRole; readonly retryAfter?: number; readonly cause?: unknown } = {},
  ) {
    super(message, about.cause === undefined ? {} : { cause: about.cause });
    this.code = code;
    this.retryable = RETRYABLE.has(code);
    this.role = about.role;
    this.retryAfter = about.retryAfter;
  }
}

const RETRYABLE: ReadonlySet<RewardErrorCode> = new Set([
  'rate-limited',
  'model-failed',
  'unreachable',
  'timeout',
  'bad-reply',
]);

/** What a model's call threw, as a RewardError. */
export function callFailure(error: unknown, role: RewardRole, now: number): RewardError {
  if (error instanceof RewardError) return error;
  const said = (error instanceof Error ? error.message : String(error)).replaceAll(/\s+/g, ' ').slice(0, 300);
  const told = (code: RewardErrorCode, what: string): RewardError =>
    new RewardError(code, `The ${role}'s model ${what}: ${said}`, {
      role,
      retryAfter: askedWait(error, now),
      cause: error,
    });
  if (error instanceof DOMException && error.name === 'TimeoutError') return told('timeout', 'took too long');
  if (error instanceof MalformedReplyError) return told('bad-reply', 'gave no answer that can be read');
  const status = Number((error as { readonly statusCode?: unknown } | null)?.statusCode ?? Number.NaN);
  if (status === 429) return told('rate-limited', 'is asked too often');
  if (status === 408) return told('timeout', 'took too long');
  if (status === 409) return told('model-failed', 'could not answer');
  if (status >= 500) return told('model-failed', `answered with status ${status}`);
  if (status >= 400) return told('model-refused', `answered with status ${status}`);
  // A status of success with an error is a body that is no completion.
  if (status >= 200 || isReading(error)) return told('bad-reply', 'gave no answer that can be read');
  return told('unreachable', 'could not be reached, or broke off');
}

function isReading(error: unknown): boolean {
  return (
    error instanceof Error &&
    /^AI_(?:JSONParse|TypeValidation|InvalidResponseData|NoContentGenerated|EmptyResponseBody)Error$/.test(error.name)
  );
}
