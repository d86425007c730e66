/**
 * A reply that breaks off after its first part ends as a reply does; the reason is told beside it, not in it.
 * @module
 */
import type { PartForm } from './part-form.ts';
import { partsOf, type Source, through } from './source.ts';

/** `broke` hears the error once, before the closing parts go out; what it throws goes out instead. */
export function endCleanly<Part>(
  source: Source<Part>,
  form: PartForm<Part>,
  broke: (error: unknown) => void,
): Source<Part> {
  async function* parts(): AsyncGenerator<Part, void> {
    const ending = form.ending();
    try {
      for await (const part of partsOf(source)) {
        const failure = form.failure(part);
        if (failure !== undefined) throw failure.error;
        ending.see(part);
        yield part;
      }
    } catch (error) {
      broke(error);
      source.cancel(error);
      yield* ending.finish(true);
    }
  }
  return through(parts(), (reason) => source.cancel(reason));
}
