/**
 * A model's endpoint that replies at once, in a process of its own, so that it does not share a thread with what is
 * measured. OpenAI's protocol, on loopback.
 * @module
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';

/** A running endpoint. */
export interface InstantEndpoint {
  /** To be given to `openModel`. */
  readonly model: string;
  stop(): void;
}

/** Starts it in another process. @param delayMs how long a reply takes; 0 unless given. */
export async function startInstantEndpoint(delayMs = 0): Promise<InstantEndpoint> {
  const child: ChildProcess = spawn(process.execPath, [fileURLToPath(import.meta.url), `${delayMs}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout!, 'data')) as [Buffer];
  return { model: `${line.toString().trim()}#instant`, stop: () => void child.kill() };
}

/** One reply to everything: about what a model says in a turn. */
const REPLY = JSON.stringify({
  model: 'instant',
  choices: [
    {
      index: 0,
      message: {
        role: 'assistant',
        content: 'There are three that fit. Would you rather start by the sea or in the hills?',
      },
      finish_reason: 'stop',
    },
  ],
  usage: { prompt_tokens: 120, completion_tokens: 16, total_tokens: 136 },
});

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const delay = Number(process.argv[2]);
  const server = createServer((request, response) => {
    request.resume();
    const reply = (): unknown => response.writeHead(200, { 'content-type': 'application/json' }).end(REPLY);
    request.on('end', () => (delay === 0 ? reply() : setTimeout(reply, delay)));
  });
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1', () => {
    console.log(`http://127.0.0.1:${(server.address() as { port: number }).port}/v1`);
  });
}
