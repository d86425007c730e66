/**
 * The server's routes, one function each. All of them throw `Refusal` and nothing else.
 * @module
 */
import { Refusal } from './refusal.ts';
import type { CatalogSummary, ChatReply, Corrections, Pair, Preview, Wishes } from './types.ts';

const KEY = 'sente-key';

/** Remembers the owner's key until the tab is closed. */
export function rememberKey(key: string): void {
  sessionStorage.setItem(KEY, key);
}

/** Headers of every request: the owner's key, if there is one, and the body's type. */
export function headersFor(type?: string): Headers {
  const headers = new Headers();
  const key = sessionStorage.getItem(KEY);
  if (key) headers.set('authorization', `Bearer ${key}`);
  if (type !== undefined) headers.set('content-type', type);
  return headers;
}

/** One route, JSON out. */
export async function call<Answer>(
  method: string,
  path: string,
  body?: BodyInit,
  type = 'application/json',
): Promise<Answer> {
  const headers = headersFor(body === undefined ? undefined : type);
  let response: Response;
  let text: string;
  try {
    response = await fetch(path, { method, headers, body });
    text = await response.text();
  } catch {
    throw Refusal.unreachable();
  }
  let answer: unknown = null;
  try {
    answer = JSON.parse(text);
  } catch {
    throw Refusal.from(response.status, null);
  }
  if (!response.ok) throw Refusal.from(response.status, answer);
  return answer as Answer;
}

/** One message to both assistants; without ids it opens both. `horizon` (0 … 4) counts when opening. */
export function compare(turn: {
  readonly passive?: string;
  readonly initiative?: string;
  readonly message?: string;
  readonly horizon?: number;
}): Promise<Pair> {
  return call('POST', '/api/compare', JSON.stringify(turn));
}

/** The present turn at another horizon (0 … 4); changes nothing. */
export function redecide(conversation: string, horizon: number): Promise<ChatReply> {
  return call('POST', '/api/chat/redecide', JSON.stringify({ conversation, horizon }));
}

/** The catalogue that is talked about. */
export function currentCatalog(): Promise<CatalogSummary> {
  return call('GET', '/api/catalog');
}

/** Sends a file and gets its columns as inferred; nothing is in use yet. */
export function previewFile(file: File): Promise<Preview> {
  return call('POST', `/api/catalog/preview?name=${encodeURIComponent(file.name)}`, file, 'application/octet-stream');
}

/** The same upload again with corrections applied. */
export function previewCorrected(upload: string, columns: Corrections): Promise<Preview> {
  return call('POST', `/api/catalog/preview?upload=${encodeURIComponent(upload)}`, JSON.stringify({ columns }));
}

/** Takes an upload into use; every conversation ends. */
export function takeTable(choice: {
  readonly upload: string;
  readonly columns: Corrections;
  readonly noun?: { readonly one: string; readonly many: string };
}): Promise<CatalogSummary> {
  return call('POST', '/api/catalog', JSON.stringify(choice));
}

/** Back to the catalogue that the server was started with. */
export function dropTable(): Promise<CatalogSummary> {
  return call('DELETE', '/api/catalog');
}

/** What people wished for and did not find. */
export function unmetWishes(): Promise<Wishes> {
  return call('GET', '/api/wishes');
}

/** Forgets the unmet wishes. */
export function forgetWishes(): Promise<{ readonly forgotten: number }> {
  return call('DELETE', '/api/wishes');
}
