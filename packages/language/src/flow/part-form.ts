/**
 * What racing, guarding and ending a reply must know of its parts, whatever transport they belong to: parts of an AI SDK
 * stream, a whole result of the AI SDK, chunks of an OpenAI stream.
 * @module
 */

/** The form of a transport's parts. All functions are pure, but for what `ending` gives. */
export interface PartForm<Part> {
  /** The user sees or hears something of it: text, thinking, a tool call, a file. */
  isFirst(part: Part): boolean;
  /** It reports that the upstream failed. */
  failure(part: Part): { readonly error: unknown } | undefined;
  /** Its size in bytes, roughly. */
  size(part: Part): number;
  /** The text of the reply that it carries; empty when none. */
  text(part: Part): string;
  /** The same part with other text; nothing when nothing is left of it. */
  withText(part: Part, text: string): Part | undefined;
  /** Names of the tools that it calls and that the client is to run. */
  calls(part: Part): readonly string[];
  /** What is left of a part when the model's thinking must stay private; nothing when it is all thinking. */
  hush(part: Part): Part | undefined;
  /** Text that is held back must go out before this part. */
  isBoundary(part: Part): boolean;
  /** It opens a reply (headers of the stream) and is dropped from a reply that carries on another one. */
  isOpening(part: Part): boolean;
  /** A whole reply that says this. */
  said(text: string): readonly Part[];
  /** Watches a reply, to end it well wherever it breaks off. */
  ending(): Ending<Part>;
}

/** What is open in a reply. */
export interface Ending<Part> {
  see(part: Part): void;
  /** Closes what is open, so that another reply can carry on. */
  close(): readonly Part[];
  /** Text beside what is open, such as a sentence in place of what was cut. */
  words(text: string): readonly Part[];
  /** Ends the reply. `isBroken`: the upstream failed on the way. */
  finish(isBroken: boolean): readonly Part[];
}

/** A call that was answered: what came with it, and its parts. */
export interface Opened<Part, Head> {
  readonly head: Head;
  readonly stream: ReadableStream<Part>;
}
