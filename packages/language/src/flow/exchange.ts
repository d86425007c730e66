/**
 * One request as a way in hands it over, and the reply as it comes back.
 * @module
 */
import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { Sleep } from '../model/sleep.ts';
import type { Session } from '../session/session.ts';
import type { SessionStore } from '../session/session-store.ts';
import type { Transcript } from '../transcript/transcript.ts';
import type { Layer } from '../turn/layer.ts';
import type { PlannedTurn } from '../turn/plan.ts';
import type { Opened, PartForm } from './part-form.ts';
import type { Aside } from './race.ts';
import type { WritePlan } from './rewrite.ts';
import type { Source } from './source.ts';

/** What all requests of a way in have in common. */
export interface Service {
  readonly layer: Layer;
  readonly sessions: SessionStore;
  /** Begins a conversation; a session without goals by default. */
  readonly begin?: () => Session;
  /** Milliseconds that may be added to the first token, by the store and the decision together; 1,500 by default. */
  readonly deadline?: number;
  /** What is said when a reply would give a secret away twice. */
  readonly safe?: string;
  readonly sleep?: Sleep;
  /** The clock, in milliseconds; the machine's by default. */
  readonly now?: () => number;
  /** Names a conversation whose client gave it no id; a random UUID by default. */
  readonly name?: () => string;
}

/** One request. */
export interface Exchange<Part, Head> extends Service {
  readonly transcript: Transcript;
  /** For the layer's own calls. */
  readonly model: LanguageModelV4;
  readonly form: PartForm<Part>;
  /** Calls upstream: the client's own request, or what a plan makes of it. */
  call(plan: WritePlan | undefined, signal: AbortSignal): PromiseLike<Opened<Part, Head>>;
  readonly tenant?: string;
  readonly conversation?: string;
  readonly mode?: 'act' | 'observe';
  readonly horizon?: number;
  readonly signal?: AbortSignal;
}

/** What is known of a request while its reply goes out. */
export interface TurnReport {
  readonly by: 'bare' | 'written' | 'said';
  /** The decision, once there is one. */
  readonly turn?: PlannedTurn;
  readonly aside?: Aside;
  /** The client's id of it, or the name that it was given at its first reply. */
  readonly conversation: string;
  /** Leaks that were caught before they went out. */
  readonly leaks: number;
}

/** A reply on its way. */
export interface Served<Part, Head> {
  /** What came with the call; nothing when no call was made. */
  readonly head?: Head;
  /** Its parts; taken from here or as a stream, once. */
  readonly source: Source<Part>;
  readonly stream: ReadableStream<Part>;
  /** As of now: ask when the headers and again when the last part goes out. */
  report(): TurnReport;
  /** Resolves when the session is kept, or there is nothing to keep. Never rejects. */
  readonly kept: Promise<void>;
}
