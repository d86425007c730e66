/**
 * Server-sent events out of a stream of bytes that was fetched.
 * @module
 */

/** One event: its name and its JSON. */
export interface ReadEvent {
  readonly event: string;
  readonly data: unknown;
}

/** Events as they come; comments are passed over. Rejects as the stream does. */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<ReadEvent, void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      text += decoder.decode(value, { stream: !done });
      const blocks = text.split('\n\n');
      text = done ? '' : (blocks.pop() ?? '');
      for (const block of blocks) {
        const event = /^event: (.*)$/m.exec(block)?.[1];
        const data = /^data: (.*)$/m.exec(block)?.[1];
        if (event !== undefined && data !== undefined) yield { event, data: JSON.parse(data) };
      }
      if (done) return;
    }
  } finally {
    // Whoever stops reading lets the server know.
    void reader.cancel().catch(() => {});
  }
}
