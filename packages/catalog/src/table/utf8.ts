/**
 * Checking that bytes are UTF-8, chunk by chunk, and saying where they are not.
 * @module
 */
import { isUtf8 } from 'node:buffer';
import { EncodingError } from './errors.ts';

/**
 * Passes UTF-8 on, without a byte order mark, cut between characters.
 * @throws {EncodingError} at the first byte that is not UTF-8, with its offset, line and place in the line.
 */
export async function* utf8(chunks: AsyncIterable<Buffer>, file: string | undefined): AsyncGenerator<Buffer> {
  let offset = 0;
  let line = 1;
  let lineStart = 0;
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    let bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    if (offset === 0) {
      if (bytes.length < 4) {
        rest = Buffer.from(bytes);
        continue;
      }
      refuseOtherFormats(bytes, file);
      if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
        bytes = bytes.subarray(3);
        offset = 3;
        lineStart = 3;
      }
    }
    const end = bytes.length - unfinished(bytes);
    const whole = bytes.subarray(0, end);
    rest = Buffer.from(bytes.subarray(end));
    const bad = isUtf8(whole) && !whole.includes(0) ? -1 : firstBad(whole);
    const scanned = bad < 0 ? whole.length : bad;
    for (let at = whole.indexOf(10); at >= 0 && at < scanned; at = whole.indexOf(10, at + 1)) {
      line++;
      lineStart = offset + at + 1;
    }
    if (bad >= 0) throw wrongByte(whole[bad], offset + bad, { file, line, column: offset + bad - lineStart + 1 });
    offset += whole.length;
    if (whole.length > 0) yield whole;
  }
  if (rest.length === 0) return;
  // A file of three bytes or fewer, or one that ends in the middle of a character.
  if (offset === 0) {
    refuseOtherFormats(rest, file);
    if (isUtf8(rest) && !rest.includes(0)) {
      yield rest.subarray(rest[0] === 0xef && rest[1] === 0xbb ? 3 : 0);
      return;
    }
  }
  const bad = firstBad(rest);
  throw wrongByte(rest[bad], offset + bad, { file, line, column: offset + bad - lineStart + 1 });
}

function wrongByte(
  byte: number,
  offset: number,
  place: { file?: string; line: number; column: number },
): EncodingError {
  const shown = `0x${byte.toString(16).padStart(2, '0')}`;
  const problem = byte === 0 ? 'holds binary data' : 'is not UTF-8';
  return new EncodingError(
    `the file ${problem}: byte ${shown} at offset ${offset}.`,
    'Save it as UTF-8 (in a spreadsheet: "CSV UTF-8").',
    place,
    offset,
  );
}

function refuseOtherFormats(bytes: Buffer, file: string | undefined): void {
  const place = { file, line: 1, column: 1 };
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    throw new EncodingError(
      'the file is UTF-16, not UTF-8.',
      'Save it as UTF-8 (in a spreadsheet: "CSV UTF-8").',
      place,
      0,
    );
  }
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4) {
    throw new EncodingError('this is a zip file or a spreadsheet, not text.', 'Export the sheet as CSV.', place, 0);
  }
}

/** How many bytes at the end belong to a character that goes on in the next chunk: 0 to 3. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back];
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}

/** Position of the first byte that is not UTF-8 (or is NUL), by halving. */
function firstBad(bytes: Buffer): number {
  const nul = bytes.indexOf(0);
  if (isUtf8(bytes)) return nul;
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    const part = bytes.subarray(0, middle);
    if (isUtf8(part.subarray(0, middle - unfinished(part)))) good = middle;
    else bad = middle;
  }
  // `good` bytes are fine but for a character begun at their end: that one is at fault.
  const at = good - unfinished(bytes.subarray(0, good));
  return nul >= 0 && nul < at ? nul : at;
}
