/**
 * Server-sent events: cut out of bytes as they come, and written.
 * @module
 */

/** The end of a completion's stream. */
export const DONE = '[DONE]';

/** An event as bytes, separator included, and what it says; without `data` for comments and the like. */
export interface RawEvent {
  readonly raw: Uint8Array;
  readonly data?: string;
}

/** Bytes without an end of event after which they are given out as they are: no event is as large. */
const LONGEST = 4 * 1024 * 1024;

/** One event with `data` (and `id`, `event`), as it is sent. */
export function eventText(data: string, fields: { readonly id?: string; readonly event?: string } = {}): string {
  const { id, event } = fields;
  const head = `${id === undefined ? '' : `id: ${id}\n`}${event === undefined ? '' : `event: ${event}\n`}`;
  const lines = data.replaceAll('\r', '').split('\n');
  return `${head}${lines.map((line) => `data: ${line}\n`).join('')}\n`;
}

/**
 * Cuts bytes that come piece by piece into events. All that is given out, put together, is what was put in: also what
 * `rest` gives at the end.
 */
export function eventCutter(): { push(bytes: Uint8Array): RawEvent[]; rest(): RawEvent[] } {
  let left = Buffer.alloc(0);
  let searched = 0;
  return {
    push(bytes) {
      left = left.length === 0 ? Buffer.from(bytes) : Buffer.concat([left, bytes]);
      const events: RawEvent[] = [];
      for (let end = endOfEvent(left, searched); end > 0; end = endOfEvent(left, searched)) {
        events.push(asEvent(left.subarray(0, end)));
        left = left.subarray(end);
        searched = 0;
      }
      searched = Math.max(0, left.length - 3); // a separator may be cut in two
      if (left.length > LONGEST) {
        events.push({ raw: left });
        left = Buffer.alloc(0);
        searched = 0;
      }
      return events;
    },
    rest: () => (left.length === 0 ? [] : [asEvent(left)]),
  };
}

/** Where the first event ends, its empty line included; 0 when it does not end yet. */
function endOfEvent(bytes: Buffer, from: number): number {
  const ends = ['\n\n', '\r\n\r\n', '\r\r'].map((separator) => {
    const at = bytes.indexOf(separator, from, 'latin1');
    return at < 0 ? Number.POSITIVE_INFINITY : at + separator.length;
  });
  const end = Math.min(...ends);
  return Number.isFinite(end) ? end : 0;
}

function asEvent(raw: Buffer): RawEvent {
  const data = raw
    .toString('utf8')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.startsWith('data:'))
    .map((line) => line.slice(5).replace(/^ /, ''));
  return data.length === 0 ? { raw } : { raw, data: data.join('\n') };
}
