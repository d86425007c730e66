/**
 * Something that happened in the host's world: a calendar entry is due, a build failed, the user opened a page.
 * @module
 */

/** One event. Its text and data are shown to the model as data, never as instructions. */
export interface HostEvent {
  /** The host's name for this kind of event, always the same for the same kind: "build-failed". A quiet topic can name it. */
  readonly type: string;
  /** What happened, in a sentence or a page. */
  readonly text: string;
  /** Details, as JSON. Long ones are shortened for the model. */
  readonly data?: unknown;
  /** When it happened, in milliseconds since 1970; just now by default. */
  readonly at?: number;
}

/** What the assistant says unasked. */
export interface Unasked {
  /** As it is said, in the user's language. */
  readonly text: string;
  /** `offer`: something useful; `lead`: a goal of the host's. */
  readonly act: 'offer' | 'lead';
  /** Names it within the conversation, so that a dismissed one is known again. */
  readonly id: string;
  /** What it rests on, for "why do you say this?". */
  readonly evidence: string;
  /** The goal that is led towards. */
  readonly goal?: string;
}
