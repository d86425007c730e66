/** A model's endpoint that replies by a rule, and counts what it is asked. OpenAI's protocol, on loopback. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';

export interface ScriptedEndpoint {
  readonly url: string;
  /** How often each request came, by its body. */
  readonly counts: ReadonlyMap<string, number>;
  /** Resolves when so many requests came in all. */
  reached(requests: number): Promise<void>;
  total(): number;
  /** Counts from 0 again. */
  forget(): void;
  stop(): Promise<void>;
}

/** What it replies to a body: words that depend on it, so that a mistaken replay would show. */
function scriptedReply(body: string): string {
  return createHash('sha256').update(body).digest('hex').slice(0, 12);
}

/** @param delayMs how long a reply takes. */
export async function startEndpoint(delayMs: number): Promise<ScriptedEndpoint> {
  const counts = new Map<string, number>();
  const waiting: { readonly at: number; readonly wake: () => void }[] = [];
  let total = 0;
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    counts.set(body, (counts.get(body) ?? 0) + 1);
    total++;
    for (const { at, wake } of waiting) if (at <= total) wake();
    await new Promise((resolve) => setTimeout(resolve, delayMs));
    const message = { role: 'assistant', content: scriptedReply(body) };
    const usage = { prompt_tokens: body.length, completion_tokens: 3, total_tokens: body.length + 3 };
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ model: 'scripted', choices: [{ index: 0, message, finish_reason: 'stop' }], usage }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  return {
    url: `http://127.0.0.1:${port}/v1`,
    counts,
    total: () => total,
    reached: (at) =>
      total >= at
        ? Promise.resolve()
        : new Promise((wake) => {
            waiting.push({ at, wake });
          }),
    forget() {
      counts.clear();
      total = 0;
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
