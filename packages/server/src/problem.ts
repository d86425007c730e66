/**
 * Refusals as the API gives them: a code, a status, a message, and what to do about it.
 * @module
 */

/** Every code with its HTTP status. */
const PROBLEM_STATUS = {
  'bad-json': 400,
  'bad-request': 400,
  'no-key': 401,
  'wrong-host': 403,
  'wrong-origin': 403,
  'not-found': 404,
  'unknown-checkpoint': 404,
  'unknown-conversation': 404,
  'unknown-experiment': 404,
  'unknown-model': 404,
  'unknown-run': 404,
  'unknown-upload': 404,
  'method-not-allowed': 405,
  busy: 409,
  'no-model': 409,
  'too-large': 413,
  'wrong-type': 415,
  'bad-checkpoint': 422,
  'bad-model': 422,
  'bad-results': 422,
  'bad-store': 422,
  'bad-table': 422,
  'key-reused': 422,
  'our-fault': 500,
  'model-failed': 502,
  'no-upstream': 502,
  'too-many': 503,
} as const;

/** What went wrong, in one word. */
export type ProblemCode = keyof typeof PROBLEM_STATUS;

/** Where in a file or a body it went wrong; lines and columns count from 1. */
interface Place {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/** The body of every refusal. */
interface ProblemBody {
  readonly error: Place & { readonly code: ProblemCode; readonly message: string; readonly advice?: string };
}

/** Thrown by a handler to refuse a request. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly advice: string | undefined;
  readonly place: Place;

  constructor(code: ProblemCode, message: string, advice?: string, place: Place = {}) {
    super(message);
    this.code = code;
    this.advice = advice;
    this.place = place;
  }

  /** HTTP status, 400 … 500. */
  get status(): number {
    return PROBLEM_STATUS[this.code];
  }

  body(): ProblemBody {
    const { file, line, column } = this.place;
    return { error: { code: this.code, message: this.message, advice: this.advice, file, line, column } };
  }

  response(headers: Record<string, string> = {}): Response {
    return Response.json(this.body(), { status: this.status, headers });
  }
}
