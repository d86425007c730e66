/**
 * Hears what goes out, without changing it.
 * @module
 */
import type { PartForm } from './part-form.ts';
import { partsOf, type Source, through } from './source.ts';

/** Characters of a reply that are remembered; what comes after them passes unheard. */
const MOST = 400_000;

/**
 * `finished` is told once what was said and which tools were called: when the reply has ended, failed or was cancelled.
 * The end waits for it, so that whoever has the whole reply can ask again and be recognised.
 */
export function watch<Part>(
  source: Source<Part>,
  form: PartForm<Part>,
  finished: (text: string, calls: readonly string[]) => Promise<void>,
): Source<Part> {
  const said: string[] = [];
  const calls: string[] = [];
  let length = 0;
  let isTold = false;
  const tell = async (): Promise<void> => {
    if (isTold) return;
    isTold = true;
    await finished(said.join(''), calls);
  };
  async function* parts(): AsyncGenerator<Part, void> {
    try {
      for await (const part of partsOf(source)) {
        const text = form.text(part);
        if (text !== '' && length < MOST) said.push(text);
        length += text.length;
        calls.push(...form.calls(part));
        yield part;
      }
    } finally {
      await tell();
    }
  }
  return through(parts(), (reason) => {
    source.cancel(reason);
    void tell();
  });
}
