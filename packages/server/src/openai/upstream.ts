/**
 * Requests to the upstream: bytes in, bytes out, nothing parsed and nothing kept. Made with node's own client, which sets
 * no time limits of its own: how long a model may think is the client's and the upstream's business.
 * @module
 */
import { type IncomingMessage, Agent as PlainAgent, request as plainRequest } from 'node:http';
import { Agent as SecureAgent, request as secureRequest } from 'node:https';
import { pipeline, Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { Problem } from '../problem.ts';

/** One request to it. */
interface UpstreamRequest {
  readonly method: 'GET' | 'POST';
  /** Below the base URL: `/chat/completions`. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  readonly signal: AbortSignal;
}

/** The model's server. */
export interface Upstream {
  /** Base URL, without a slash at the end and without its query. */
  readonly url: string;
  /** The base URL's query, which goes with every request: '' or '?…'. */
  readonly query: string;
  /** Sends; resolves when the headers are there. Throws Problem `no-upstream` when it cannot be reached. */
  send(request: UpstreamRequest): Promise<Response>;
  close(): void;
}

/** The base URL as it is used. Without a path, `/v1` is meant. Throws TypeError if it is no URL for this. */
function baseUrl(text: string): { readonly url: string; readonly query: string } {
  const url = new URL(text);
  if (!/^https?:$/.test(url.protocol)) throw new TypeError('an upstream is reached by http or https');
  if (url.username !== '' || url.password !== '') throw new TypeError('the key must not stand in the address');
  const path = url.pathname.replace(/\/+$/, '').replace(/\/chat\/completions$/, '');
  return { url: `${url.origin}${path === '' ? '/v1' : path}`, query: url.search };
}

/** Opens nothing yet; connections are kept and used again. */
export function openUpstream(base: string): Upstream {
  const { url, query } = baseUrl(base);
  const isSecure = url.startsWith('https:');
  const agent = isSecure ? new SecureAgent({ keepAlive: true }) : new PlainAgent({ keepAlive: true });
  const once = (asked: UpstreamRequest): Promise<Response> =>
    new Promise((resolve, reject) => {
      const { method, headers, body, signal } = asked;
      const length = body === undefined ? {} : { 'content-length': String(body.byteLength) };
      const options = { method, headers: { ...headers, ...length }, agent, signal };
      const sent = (isSecure ? secureRequest : plainRequest)(`${url}${asked.path}${query}`, options);
      sent.on('response', (incoming) => resolve(asResponse(incoming)));
      sent.on('error', (error) => reject(new SendError(error, sent.reusedSocket)));
      sent.end(body);
    });
  const send = async (asked: UpstreamRequest): Promise<Response> => {
    try {
      return await once(asked).catch((error: SendError) => {
        // The upstream closed a kept connection just as it was used again: nothing was answered, so it is asked once more.
        if (error.wasReused && error.cause.code === 'ECONNRESET' && !asked.signal.aborted) return once(asked);
        throw error;
      });
    } catch (error) {
      asked.signal.throwIfAborted();
      const { code = 'no answer' } = (error as SendError).cause;
      throw new Problem(
        'no-upstream',
        `The model's server cannot be reached (${code}).`,
        'Check --upstream, and try again.',
      );
    }
  };
  return { url, query, send, close: () => agent.destroy() };
}

/** Why a request was not answered; never leaves this file. */
class SendError extends Error {
  override readonly cause: NodeJS.ErrnoException;
  readonly wasReused: boolean;
  constructor(cause: NodeJS.ErrnoException, wasReused: boolean) {
    super(cause.message);
    this.cause = cause;
    this.wasReused = wasReused;
  }
}

function asResponse(incoming: IncomingMessage): Response {
  const headers = new Headers();
  for (const [name, values] of Object.entries(incoming.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value);
  }
  const status = incoming.statusCode ?? 502;
  if (status === 204 || status === 205 || status === 304) {
    incoming.resume();
    return new Response(null, { status, headers });
  }
  return new Response(Readable.toWeb(decoded(incoming, headers)) as ReadableStream<Uint8Array>, { status, headers });
}

const DECODERS: ReadonlyMap<string, () => Transform> = new Map([
  ['gzip', createGunzip],
  ['x-gzip', createGunzip],
  ['deflate', createInflate],
  ['br', createBrotliDecompress],
]);

/** The body uncompressed, from a server that compresses although it was asked not to. */
function decoded(incoming: IncomingMessage, headers: Headers): Readable {
  const decoder = DECODERS.get((headers.get('content-encoding') ?? '').trim().toLowerCase())?.();
  if (decoder === undefined) return incoming;
  headers.delete('content-encoding');
  headers.delete('content-length');
  return pipeline(incoming, decoder, () => {}); // an error of either is the decoder's, which the reader sees
}
