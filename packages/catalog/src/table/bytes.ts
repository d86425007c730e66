/**
 * Bytes in: opened, unpacked and counted, chunk by chunk.
 * @module
 */
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { TooLargeError, UnreadableFileError } from './errors.ts';

/** What a table can be read from. */
export type TableSource = string | Uint8Array | AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>;

const CHUNK = 1 << 18;

/** The bytes of a file. @throws {UnreadableFileError} on the first chunk when it cannot be read. */
export async function* fileBytes(path: string): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: CHUNK })) yield chunk as Buffer;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    const problems: Record<string, [string, string]> = {
      ENOENT: ['there is no such file.', 'Check the path.'],
      EACCES: ['the file may not be read.', 'Check its permissions.'],
      EISDIR: ['this is a directory.', 'Name the file in it.'],
    };
    const [problem, advice] = problems[code] ?? [
      `the file cannot be read (${code || String(error)}).`,
      'Check the path and the disk.',
    ];
    throw new UnreadableFileError(problem, advice, { file: path });
  }
}

/** Any source as chunks of bytes. */
export async function* sourceBytes(source: TableSource): AsyncGenerator<Buffer> {
  if (typeof source === 'string') yield Buffer.from(source);
  else if (source instanceof Uint8Array) {
    const bytes = Buffer.from(source.buffer, source.byteOffset, source.byteLength);
    for (let i = 0; i < bytes.length; i += CHUNK) yield bytes.subarray(i, i + CHUNK);
  } else {
    for await (const chunk of source) {
      yield typeof chunk === 'string'
        ? Buffer.from(chunk)
        : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    }
  }
}

/** Unpacks what is gzipped (told by its first two bytes) and passes the rest through. */
export async function* unpacked(chunks: AsyncIterable<Buffer>, file: string | undefined): AsyncGenerator<Buffer> {
  const iterator = chunks[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (first.done) return;
  const all = (async function* (): AsyncGenerator<Buffer> {
    yield first.value;
    yield* { [Symbol.asyncIterator]: () => iterator };
  })();
  if (!(first.value[0] === 0x1f && first.value[1] === 0x8b)) {
    yield* all;
    return;
  }
  const gunzip = createGunzip({ chunkSize: CHUNK });
  const feeding = (async () => {
    for await (const chunk of all) {
      if (gunzip.destroyed) return;
      if (!gunzip.write(chunk)) await new Promise((resolve) => gunzip.once('drain', resolve).once('close', resolve));
    }
    gunzip.end();
  })();
  feeding.catch((error) => gunzip.destroy(error as Error));
  try {
    for await (const chunk of gunzip) yield chunk as Buffer;
    await feeding;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined || !code.startsWith('Z_')) throw error;
    throw new UnreadableFileError('the compressed file is damaged or cut off.', 'Make or fetch it again.', { file });
  }
}

/** Passes chunks on up to a number of bytes. @throws {TooLargeError} beyond it. */
export async function* limited(
  chunks: AsyncIterable<Buffer>,
  most: number,
  file: string | undefined,
): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > most) {
      throw new TooLargeError(
        `the table is larger than ${most.toLocaleString('en-GB')} bytes.`,
        'Load a part of it, or raise the limit.',
        { file },
      );
    }
    yield chunk;
  }
}
