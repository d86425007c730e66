/**
 * Short ways to talk to a server in process.
 * @module
 */
import { createServer, type SenteServer } from '../app.ts';
import type { ServerOptions } from '../options.ts';
import { fakeMaker, fakeReader, lampCatalog } from './fake-world.ts';

/** A server of lamps. */
export function lampServer(options: Partial<ServerOptions> = {}): SenteServer {
  return createServer({ catalog: lampCatalog(), maker: fakeMaker(), read: fakeReader, ...options });
}

/** An answer: status, headers and body, parsed if it is JSON. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of every shape
  readonly body: any;
}

/** Sends a request in process; `json` becomes the body, with its content type. */
export async function ask(
  server: SenteServer,
  method: string,
  path: string,
  init: { json?: unknown; body?: string | Uint8Array<ArrayBuffer>; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const headers = new Headers(init.headers);
  if (init.json !== undefined && !headers.has('content-type')) headers.set('content-type', 'application/json');
  const body = init.json === undefined ? init.body : JSON.stringify(init.json);
  const request = new Request(`http://127.0.0.1:4747${path}`, { method, headers, body });
  const response = await server.fetch(request);
  const text = await response.text();
  const isJson = (response.headers.get('content-type') ?? '').startsWith('application/json');
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
}
