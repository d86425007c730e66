/**
 * A model's server for tests: says what it is told to say, however badly, and remembers what it was asked.
 * @module
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A request as it came. */
interface AskedUpstream {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
  /** The client hung up before the reply was complete. */
  isAborted: boolean;
}

/** Writes a reply; what it does not end hangs. */
export type UpstreamScript = (reply: ServerResponse, asked: AskedUpstream, count: number) => void | Promise<void>;

/** A running one. */
export interface ScriptedUpstream {
  /** Base URL, with `/v1`. */
  readonly url: string;
  readonly asked: AskedUpstream[];
  close(): Promise<void>;
}

/** Starts one on a free port. */
export async function startUpstream(script: UpstreamScript): Promise<ScriptedUpstream> {
  const asked: AskedUpstream[] = [];
  const server = createServer(async (request, reply) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece);
    const { method = '', url = '', headers } = request;
    const one: AskedUpstream = { method, path: url, headers, body: Buffer.concat(pieces), isAborted: false };
    asked.push(one);
    reply.on('close', () => {
      one.isAborted = !reply.writableFinished;
    });
    reply.on('error', () => {});
    await script(reply, one, asked.length - 1);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A completion in one piece, spaced as no serialiser of ours would. */
export function completionText(text: string, more: Record<string, unknown> = {}): string {
  const message = { role: 'assistant', content: text };
  const choices = [{ index: 0, message, finish_reason: 'stop' }];
  const usage = { prompt_tokens: 9, completion_tokens: 3, total_tokens: 12 };
  return JSON.stringify(
    { id: 'chatcmpl-up', object: 'chat.completion', created: 1700000000, model: 'm', choices, usage, ...more },
    null,
    3,
  );
}

/** Chunks of a stream that says this word by word, the usage and the end included. */
export function chunkTexts(text: string): string[] {
  const head = { id: 'chatcmpl-up', object: 'chat.completion.chunk', created: 1700000000, model: 'm' };
  const chunk = (delta: object, finish: string | null = null): string =>
    `data: ${JSON.stringify({ ...head, choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;
  const usage = { prompt_tokens: 9, completion_tokens: 3, total_tokens: 12 };
  return [
    chunk({ role: 'assistant', content: '' }),
    ...(text.match(/\S+\s*/g) ?? []).map((word) => chunk({ content: word })),
    chunk({}, 'stop'),
    `data: ${JSON.stringify({ ...head, choices: [], usage })}\n\n`,
    'data: [DONE]\n\n',
  ];
}

/** Answers as it was asked to: in one piece, or as a stream. */
export function says(text: string, delay: number = 0): UpstreamScript {
  return async (reply, { body, path }) => {
    if (path.startsWith('/v1/models')) {
      reply
        .writeHead(200, { 'content-type': 'application/json' })
        .end('{"object":"list", "data":[{"id":"m","object":"model"}]}');
      return;
    }
    if (delay > 0) await sleep(delay);
    if (JSON.parse(body.toString()).stream !== true) {
      reply.writeHead(200, { 'content-type': 'application/json', 'x-request-id': 'up-1' }).end(completionText(text));
      return;
    }
    reply.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'x-request-id': 'up-1' });
    for (const chunk of chunkTexts(text)) {
      reply.write(chunk);
      await sleep(1);
    }
    reply.end();
  };
}
