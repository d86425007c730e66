/**
 * A running proxy in front of a scripted upstream, for tests; everything is closed after each test.
 * @module
 */
import { afterEach } from 'vitest';
import { type RunningServer, startServer } from '../listen.ts';
import type { ProxyOptions } from '../openai/proxy-options.ts';
import type { ServerOptions } from '../options.ts';
import { type FakeLayer, type FakeLayerOptions, fakeLayer } from './fake-layer.ts';
import { type ScriptedUpstream, startUpstream, type UpstreamScript } from './scripted-upstream.ts';

/** All of it. */
export interface TestProxy {
  readonly url: string;
  readonly upstream: ScriptedUpstream;
  readonly layer: FakeLayer;
  readonly faults: unknown[];
}

const open: { close(): Promise<void> }[] = [];

afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

/** Starts one. */
export async function proxyOf(
  script: UpstreamScript,
  told: FakeLayerOptions = {},
  proxy: Partial<ProxyOptions> = {},
  server: Partial<ServerOptions> = {},
): Promise<TestProxy> {
  const upstream = await startUpstream(script);
  const layer = fakeLayer(told);
  const faults: unknown[] = [];
  const running: RunningServer = await startServer({
    port: 0,
    studio: false,
    onFault: (error) => {
      faults.push(error);
      console.error(error);
    },
    proxy: { upstream: upstream.url, makeLayer: () => layer, ...proxy },
    ...server,
  });
  open.push(running, upstream);
  return { url: running.url, upstream, layer, faults };
}

/** Posts a chat request: text as it is, anything else as JSON. */
export function post(
  { url }: { readonly url: string },
  body: unknown,
  headers: Record<string, string> = {},
  signal?: AbortSignal,
): Promise<Response> {
  return fetch(`${url}/v1/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
    signal,
  });
}

/** A request with one message. */
export const hello: { model: string; messages: { role: string; content: string }[] } = {
  model: 'm',
  messages: [{ role: 'user', content: 'hello' }],
};
