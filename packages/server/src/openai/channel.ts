/**
 * What an assistant says unasked in one conversation, and when it calls for a person, on its way to whoever listens. The
 * last messages are kept, so that a client that was away hears them when it comes back.
 * @module
 */

/** Something said unasked, as clients get it. */
export interface UnaskedMessage {
  readonly type: 'initiative';
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

/** The assistant has said that it does not know: a person may take over. */
export interface HandOverMessage {
  readonly type: 'handover';
  /** As those of messages said unasked, and counted with them. */
  readonly id: string;
  readonly conversation: string;
  /** What the assistant did: `abstain`. */
  readonly act: string;
  /** The decision in words; private commitments are struck out. */
  readonly why: string;
  /** When: ISO 8601, UTC. */
  readonly at: string;
}

/** Whatever goes over a channel. */
export type ChannelMessage = UnaskedMessage | HandOverMessage;

/** Listeners of one conversation, at most; each is an open connection. */
const LISTENERS = 20;

/** The messages of one conversation. */
export class Channel {
  readonly #conversation: string;
  readonly #keep: number;
  readonly #now: () => number;
  /** Tells messages of this process from those of one before it. */
  readonly #epoch: string;
  readonly #kept: ChannelMessage[] = [];
  readonly #listeners = new Set<(message: ChannelMessage) => void>();
  #count = 0;

  constructor(conversation: string, keep: number, now: () => number) {
    this.#conversation = conversation;
    this.#keep = keep;
    this.#now = now;
    this.#epoch = Math.floor(now()).toString(36);
  }

  /** Says it to everybody who listens, and keeps it. */
  publish({ text, act, evidence }: Pick<UnaskedMessage, 'text' | 'act' | 'evidence'>): UnaskedMessage {
    return this.#send({ type: 'initiative', ...this.#head(), text, act, evidence, at: this.#time() });
  }

  /** Calls for a person, in the same way. */
  handOver({ act, why }: Pick<HandOverMessage, 'act' | 'why'>): HandOverMessage {
    return this.#send({ type: 'handover', ...this.#head(), act, why, at: this.#time() });
  }

  #head(): { id: string; conversation: string } {
    this.#count += 1;
    return { id: `${this.#epoch}-${this.#count}`, conversation: this.#conversation };
  }

  #time(): string {
    return new Date(this.#now()).toISOString();
  }

  #send<Message extends ChannelMessage>(message: Message): Message {
    this.#kept.push(message);
    if (this.#kept.length > this.#keep) this.#kept.shift();
    for (const listener of this.#listeners) listener(message);
    return message;
  }

  /** Messages that are kept and came after the one of this id; all of them when it is not known. */
  after(id: string | undefined): readonly ChannelMessage[] {
    const at = this.#kept.findIndex((message) => message.id === id);
    return this.#kept.slice(at + 1);
  }

  /** Hears every message from now on; gives what ends it, or undefined when too many listen already. */
  listen(listener: (message: ChannelMessage) => void): (() => void) | undefined {
    if (this.#listeners.size >= LISTENERS) return undefined;
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Whoever listens now. */
  get listeners(): number {
    return this.#listeners.size;
  }
}
