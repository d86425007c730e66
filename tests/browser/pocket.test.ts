/** The pocket model in a real browser: bundled by Vite, its checkpoint fetched, a reply as in Node. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { build, defaultClientConditions } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pocketLanguageModel, readCheckpoint, writeCheckpoint } from '../../packages/pocket/src/index.ts';
import { tinyCheckpoint } from '../../packages/pocket/src/testing/tiny-checkpoint.ts';
import { openBrowser } from './support/browser.ts';

const { card, weights } = tinyCheckpoint();
const written = writeCheckpoint(card, weights, { half: true });
const prompt = [{ role: 'user' as const, content: [{ type: 'text' as const, text: 'I want a small bag, please.' }] }];
const PAGE = `<!doctype html><link rel="icon" href="data:,"><title>pocket</title>
<script type="module">import * as pocket from '/pocket.js'; globalThis.pocket = pocket;</script>`;
let browser: Browser;
let site: Server;
let bundle = '';

beforeAll(async () => {
  browser = await openBrowser();
  bundle = await bundled();
  const files: Record<string, [type: string, content: string | Uint8Array]> = {
    '/': ['text/html', PAGE],
    '/pocket.js': ['text/javascript', bundle],
    '/tiny.safetensors': ['application/octet-stream', written.safetensors],
    '/tiny.json': ['application/json', written.card],
  };
  site = createServer(({ url }, response) => {
    const [type, content] = files[url ?? '/'] ?? ['text/plain', ''];
    response.setHeader('content-type', type).end(content);
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
});

afterAll(async () => {
  await browser?.close();
  site?.close();
});

/** `@sente/pocket` as one module for browsers. */
async function bundled(): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'error',
    resolve: { conditions: ['@sente/source', ...defaultClientConditions] },
    build: {
      write: false,
      lib: {
        entry: fileURLToPath(new URL('../../packages/pocket/src/index.ts', import.meta.url)),
        formats: ['es'],
        fileName: 'pocket',
      },
    },
  });
  const [{ output }] = [made].flat() as { output: { code?: string }[] }[];
  return output[0].code ?? '';
}

it('needs nothing of Node, and is small', () => {
  expect(bundle).toContain('pocketLanguageModel');
  expect(bundle).not.toMatch(/from\s*["']|["']node:|__vite-browser-external/);
  expect(bundle.length).toBeLessThan(60_000);
});

it('says in the browser what it says in Node', async () => {
  const here = await pocketLanguageModel(readCheckpoint(written.safetensors, written.card)).doGenerate({ prompt });
  const page = await browser.newPage();
  const misdeeds: string[] = [];
  page.on('console', (message) => void misdeeds.push(message.text()));
  page.on('pageerror', (error) => void misdeeds.push(String(error)));
  await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
  const there = await page.evaluate(async (asked) => {
    const { pocket } = globalThis as unknown as { pocket: typeof import('../../packages/pocket/src/index.ts') };
    const [bytes, text] = await Promise.all([
      fetch('/tiny.safetensors').then((response) => response.arrayBuffer()),
      fetch('/tiny.json').then((response) => response.text()),
    ]);
    const model = pocket.pocketLanguageModel(pocket.readCheckpoint(new Uint8Array(bytes), text));
    const { content, usage, finishReason } = await model.doGenerate({ prompt: asked });
    return { content, usage, finishReason };
  }, prompt);
  const { content, usage, finishReason } = here;
  // What is undefined does not come over from the page.
  expect(there).toEqual(JSON.parse(JSON.stringify({ content, usage, finishReason })));
  expect(content.length).toBe(1);
  expect(misdeeds).toEqual([]);
});
