/**
 * Files of one folder over HTTP, and nothing outside it.
 * @module
 */
import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};

/** A file of `folder` as a response; undefined when there is no such file, or it lies outside. */
export async function fileResponse(folder: string, path: string): Promise<Response | undefined> {
  const type = TYPES[extname(path).toLowerCase()];
  if (type === undefined || path.includes('\0')) return undefined;
  try {
    const root = await realpath(folder);
    const file = await realpath(join(root, path)); // a link that leads outside is outside
    if (!file.startsWith(root + sep) || !(await stat(file)).isFile()) return undefined;
    // Names under assets/ carry a hash of their content.
    const cache = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
    return new Response(await readFile(file), { headers: { 'content-type': type, 'cache-control': cache } });
  } catch {
    return undefined;
  }
}
