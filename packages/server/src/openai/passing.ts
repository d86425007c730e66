/**
 * Requests that go upstream as they came, and replies that come back as they are.
 * @module
 */
import { clientHeaders, upstreamHeaders } from './forward-headers.ts';
import type { Upstream } from './upstream.ts';

/** One request of a client's. */
export interface PassingRequest {
  readonly method: 'GET' | 'POST';
  /** Below the base URL. */
  readonly path: string;
  readonly headers: Headers;
  readonly body?: Uint8Array;
  /** What is sent as `authorization`. */
  readonly authorization: string | undefined;
  readonly signal: AbortSignal;
}

/** Passes it on. `added`: headers of our own. */
export async function passOn(
  upstream: Upstream,
  request: PassingRequest,
  added: Readonly<Record<string, string>>,
): Promise<Response> {
  const { method, path, body, signal } = request;
  const headers = upstreamHeaders(request.headers, request.authorization);
  const response = await upstream.send({ method, path, headers, body, signal });
  const back = clientHeaders(response.headers);
  for (const [name, value] of Object.entries(added)) back.set(name, value);
  return new Response(response.body, { status: response.status, headers: back });
}
