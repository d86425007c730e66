/**
 * A chat endpoint that fails on a schedule, for trying the reward endpoint under load.
 * @module
 */
import { createServer, type Server } from 'node:http';

/** What the upstream does with the calls that come, in turn: most it serves. */
const FAULTS: readonly string[] = ['', '', '429', '', '500', '', 'cut', '', 'slow', '', 'garbage', ''];

/**
 * Judges by the number behind "worth", and fails one call in three or so: 429, 500, a cut connection, half a body, a slow
 * reply. `served` counts the judgements of each `item-N`.
 */
export function faultyUpstream(faults: readonly string[] = FAULTS): {
  readonly server: Server;
  readonly served: Map<string, number>;
  calls(): number;
} {
  const served = new Map<string, number>();
  let calls = 0;
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      const fault = faults[calls++ % faults.length];
      if (fault === '429')
        return response.writeHead(429, { 'retry-after-ms': '5' }).end('{"error":{"message":"slow down"}}');
      if (fault === '500') return response.writeHead(500).end('{"error":{"message":"down"}}');
      if (fault === 'cut') return response.socket?.destroy();
      if (fault === 'garbage')
        return response.writeHead(200, { 'content-type': 'application/json' }).end('{"choices": [{"mess');
      const { model } = JSON.parse(body) as { model: string };
      const item = /item-(\d+)/.exec(body)?.[1] ?? 'none';
      const worth = Number(/worth (0\.\d+)/.exec(body)?.[1]);
      const content = model === 'judge' ? JSON.stringify({ reason: 'as it says', score: worth }) : 'Four, at eight.';
      if (model === 'judge') served.set(item, (served.get(item) ?? 0) + 1);
      const reply = JSON.stringify({
        id: 'x',
        object: 'chat.completion',
        created: 0,
        model,
        choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
        usage: { prompt_tokens: 10, completion_tokens: 3, total_tokens: 13 },
      });
      setTimeout(
        () => response.writeHead(200, { 'content-type': 'application/json' }).end(reply),
        fault === 'slow' ? 60 : 0,
      );
    });
  });
  return { server, served, calls: () => calls };
}
