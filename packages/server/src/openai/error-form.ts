/**
 * Refusals in the form that OpenAI's clients read: `{"error": {"message", "type", "param", "code"}}`.
 * @module
 */
import type { Problem, ProblemCode } from '../problem.ts';

/** The body of every refusal under /v1. */
interface OpenAiErrorBody {
  readonly error: {
    readonly message: string;
    readonly type: string;
    readonly param: string | null;
    readonly code: string | null;
  };
}

const CODES: Readonly<Partial<Record<ProblemCode, string>>> = {
  'no-key': 'invalid_api_key',
  'too-large': 'request_too_large',
  'not-found': 'unknown_url',
  'unknown-model': 'model_not_found',
  'no-upstream': 'upstream_unreachable',
};

/** True for paths that answer in OpenAI's form. */
export function isOpenAiPath(path: string): boolean {
  return path === '/v1' || path.startsWith('/v1/');
}

/** A refusal in OpenAI's form; what to do about it stands in the message, where clients show it. */
function openAiError(problem: Problem): OpenAiErrorBody {
  const { code, status, message, advice } = problem;
  return {
    error: {
      message: advice === undefined ? message : `${message} ${advice}`,
      type: status >= 500 ? 'server_error' : 'invalid_request_error',
      param: null,
      code: CODES[code] ?? code.replaceAll('-', '_'),
    },
  };
}

/** The whole answer. */
export function openAiErrorResponse(problem: Problem, headers: Record<string, string> = {}): Response {
  return Response.json(openAiError(problem), { status: problem.status, headers });
}
