/**
 * What a browser gets: the studio, the web component, or a page that says why there is none.
 * @module
 */
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { inPackage } from './package-folder.ts';
import { fileResponse } from './static-files.ts';

/** Path of the web component. */
export const COMPONENT_PATH = '/sente-chat.js';

/** Adds `GET /sente-chat.js`: pages of any site may load it. */
export function componentRoute(app: OpenAPIHono): void {
  const folder = inPackage('src/web-component');
  app.get(COMPONENT_PATH, async (context) => (await fileResponse(folder, COMPONENT_PATH)) ?? context.notFound());
}

/** Adds the studio's files. Paths without a dot are the studio's own addresses and get its page. */
export function studioRoutes(app: OpenAPIHono, folder: string = inPackage('../studio/dist')): void {
  app.get('*', async (context) => {
    const path = decode(context.req.path);
    if (path === undefined || path.startsWith('/api/')) return context.notFound();
    const file = await fileResponse(folder, path);
    if (file !== undefined) return file;
    if (/\.[^/]*$/.test(path)) return context.notFound();
    return (await fileResponse(folder, '/index.html')) ?? page(context, 503, 'The studio is not built', NOT_BUILT);
  });
}

/** Adds a front page for servers without the studio. */
export function plainFrontPage(
  app: OpenAPIHono,
  serving: { readonly chat: boolean; readonly proxy: boolean; readonly reward: boolean },
): void {
  const lines = `${serving.chat ? SERVING_CHAT : ''}${serving.proxy ? SERVING_PROXY : ''}${serving.reward ? SERVING_REWARD : ''}${SERVING}`;
  app.get('/', (context) => page(context, 200, 'Sente is serving', lines));
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

const NOT_BUILT = `<p>Build it with <code>npm run studio:build</code> (<code>npm start</code> does that by itself), then load this page
again. The API is up: <a href="/api/openapi.json">/api/openapi.json</a>.</p>`;

const SERVING_CHAT = `<p>Chat: <code>POST /api/chat</code>. Web component: <a href="/sente-chat.js">/sente-chat.js</a>.</p>`;

const SERVING_PROXY = `<p>For clients of OpenAI’s protocol: <code>POST /v1/chat/completions</code>, <code>GET /v1/models</code>.</p>`;

const SERVING_REWARD = `<p>For trainers: <code>POST /v1/reward</code>, <code>GET /v1/reward</code>.</p>`;

const SERVING = `<p>Everything: <a href="/api/openapi.json">/api/openapi.json</a>.</p>`;

/** A small page; both strings are ours. */
function page(context: Context, status: 200 | 503, title: string, body: string): Response {
  return context.html(
    `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>${title}</title>
<body style="font: 1.1rem/1.6 system-ui; max-width: 40rem; margin: 15vh auto; padding: 0 1rem"><h1>${title}</h1>${body}</body></html>`,
    status,
  );
}
