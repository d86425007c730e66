/**
 * What an assistant says unasked in one conversation, on its way to whoever listens. The last messages are kept, so that
 * a client that was away hears them when it comes back.
 * @module
 */

/** Something said unasked, as clients get it. */
export interface UnaskedMessage {
  /** Grows within the conversation: `m2x8k1-7`. */
  readonly id: string;
  readonly conversation: string;
  readonly text: string;
  /** `offer`: something useful; `lead`: a goal of the host's. */
  readonly act: string;
  /** What it rests on, for "why do you say this?". */
  readonly evidence: string;
  /** When: ISO 8601, UTC. */
  readonly at: string;
}

/** Listeners of one conversation, at most; each is an open connection. */
const LISTENERS = 20;

/** The messages of one conversation. */
export class Channel {
  readonly #conversation: string;
  readonly #keep: number;
  readonly #now: () => number;
  /** Tells messages of this process from those of one before it. */
  readonly #epoch: string;
  readonly #kept: UnaskedMessage[] = [];
  readonly #listeners = new Set<(message: UnaskedMessage) => void>();
  #count = 0;

  constructor(conversation: string, keep: number, now: () => number) {
    this.#conversation = conversation;
    this.#keep = keep;
    this.#now = now;
    this.#epoch = Math.floor(now()).toString(36);
  }

  /** Says it to everybody who listens, and keeps it. */
  publish(said: Pick<UnaskedMessage, 'text' | 'act' | 'evidence'>): UnaskedMessage {
    this.#count += 1;
    const message: UnaskedMessage = {
      id: `${this.#epoch}-${this.#count}`,
      conversation: this.#conversation,
      text: said.text,
      act: said.act,
      evidence: said.evidence,
      at: new Date(this.#now()).toISOString(),
    };
    this.#kept.push(message);
    if (this.#kept.length > this.#keep) this.#kept.shift();
    for (const listener of this.#listeners) listener(message);
    return message;
  }

  /** Messages that are kept and came after the one of this id; all of them when it is not known. */
  after(id: string | undefined): readonly UnaskedMessage[] {
    const at = this.#kept.findIndex((message) => message.id === id);
    return this.#kept.slice(at + 1);
  }

  /** Hears every message from now on; gives what ends it, or undefined when too many listen already. */
  listen(listener: (message: UnaskedMessage) => void): (() => void) | undefined {
    if (this.#listeners.size >= LISTENERS) return undefined;
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Whoever listens now. */
  get listeners(): number {
    return this.#listeners.size;
  }
}
