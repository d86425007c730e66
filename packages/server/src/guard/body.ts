/**
 * Reading a request's body: bounded, of the right type, and with the place where it went wrong.
 * @module
 */
import type { Context } from 'hono';
import { Problem } from '../problem.ts';
import { jsonPlace } from './json-place.ts';

/**
 * Reads at most `limit` bytes.
 *
 * Throws Problem `too-large`, before reading when the length is announced, else as soon as the limit is passed.
 */
export async function readBytes(context: Context, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(context.req.header('content-length') ?? 0) > limit) throw tooLarge(limit);
  const stream = context.req.raw.body;
  if (stream === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of stream) {
      length += chunk.byteLength;
      if (length > limit) throw tooLarge(limit);
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem('bad-request', 'The body broke off.'); // whoever sent it has left
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}

function tooLarge(limit: number): Problem {
  const size = limit >= 1048576 ? `${Math.floor(limit / 1048576)} MB` : `${Math.floor(limit / 1024)} KB`;
  return new Problem('too-large', `The body is larger than ${size}.`, 'Send less.');
}

/** The media type in lower case, without parameters; empty if there is none. */
function mediaType(context: Context): string {
  return (context.req.header('content-type') ?? '').split(';')[0].trim().toLowerCase();
}

/** Throws Problem `wrong-type` unless the body is announced as one of `types`, and not compressed. */
export function demandType(context: Context, types: readonly string[]): void {
  const type = mediaType(context);
  if (!types.includes(type)) {
    const given = type === '' ? 'The body has no content type.' : `The body is announced as ${type.slice(0, 100)}.`;
    throw new Problem('wrong-type', given, `Send it with "content-type: ${types[0]}".`);
  }
  if ((context.req.header('content-encoding') ?? 'identity') !== 'identity') {
    throw new Problem('wrong-type', 'The body is compressed.', 'Send it uncompressed.');
  }
}

/**
 * Text of a JSON body to a value. Throws Problem `bad-json` with line and column.
 */
export function parseJson(bytes: Uint8Array): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Problem('bad-json', 'The body is not UTF-8.', 'Send JSON in UTF-8.');
  }
  try {
    return JSON.parse(text);
  } catch {
    const { line, column } = jsonPlace(text);
    const what = `The body is not JSON: it goes wrong at line ${line}, column ${column}.`;
    throw new Problem('bad-json', what, undefined, { line, column });
  }
}
