/**
 * An OpenAI-compatible server for tests that plays assistant, user and judge. What it says depends on the request alone.
 */
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server, and the bodies that it has answered. */
export interface FakeEndpoint {
  /** An ID for --model. */
  readonly id: string;
  readonly answered: string[];
  close(): void;
}

const REPLIES = ['Which colour?', 'Take the red one.', 'Take the blue one.', 'It depends on many things.'];

/** @param wait milliseconds before each reply. */
export async function fakeEndpoint(wait = 0): Promise<FakeEndpoint> {
  const answered: string[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const { messages } = JSON.parse(body) as { messages: { content: string }[] };
    const words = messages.map(({ content }) => content).join('\n');
    const luck = createHash('sha256').update(body).digest()[0];
    const message = { role: 'assistant', content: said(words, luck) };
    response.setHeader('content-type', 'application/json');
    const usage = { prompt_tokens: 100, completion_tokens: 10, total_tokens: 110 };
    const choices = [{ index: 0, message, finish_reason: 'stop' }];
    response.end(JSON.stringify({ id: 'x', created: 0, model: 'fake', choices, usage }));
    answered.push(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    id: `http://127.0.0.1:${port}/v1#fake`,
    answered,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function said(words: string, luck: number): string {
  if (words.includes('You judge whether')) return JSON.stringify({ score: (luck % 11) / 10 });
  if (words.includes('You play a person')) {
    const last = words.slice(words.lastIndexOf('Assistant:'));
    if (last.includes('Which colour')) return 'Blue, please.';
    return last.includes('blue') ? 'Thank you. [END]' : 'That is not it.';
  }
  return words.includes('Blue, please.') ? 'Take the blue one.' : REPLIES[luck % REPLIES.length];
}
