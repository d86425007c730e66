import { describe, expect, it } from 'vitest';
import { readEvents } from './read-events.ts';

async function read(...pieces: (string | Uint8Array)[]): Promise<unknown[]> {
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of pieces) {
        controller.enqueue(typeof piece === 'string' ? new TextEncoder().encode(piece) : new Uint8Array(piece));
      }
      controller.close();
    },
  });
  const events: unknown[] = [];
  for await (const event of readEvents(stream)) events.push(event);
  return events;
}

describe('events', () => {
  it('are read wherever the pieces are cut', async () => {
    const whole = new TextEncoder().encode('event: words\ndata: {"words":"dé"}\n\n: alive\n\nevent: turn\ndata: 1\n\n');
    for (let cut = 1; cut < whole.length; cut++) {
      expect(await read(whole.slice(0, cut), whole.slice(cut))).toEqual([
        { event: 'words', data: { words: 'dé' } },
        { event: 'turn', data: 1 },
      ]);
    }
  });

  it('keep what has no name, or no data, out', async () => {
    expect(await read('data: 1\n\nevent: turn\n\n: still at it\n\n')).toEqual([]);
  });

  it('tell the server when nobody reads on', async () => {
    let left = false;
    const stream = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new TextEncoder().encode('event: a\ndata: 1\n\n')),
      cancel: () => {
        left = true;
      },
    });
    for await (const { event } of readEvents(stream)) if (event === 'a') break;
    expect(left).toBe(true);
  });
});
