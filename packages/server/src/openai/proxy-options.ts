/**
 * Settings of the proxy in front of an OpenAI-compatible model.
 * @module
 */
import type { decideEvent, InitiativeOptions, Layer } from '@sente/language';

/** What stands behind the proxy, who may use it, and how much initiative is taken. */
export interface ProxyOptions {
  /**
   * Base URL as clients of the upstream write it: `https://api.openai.com/v1`. Without a path, `/v1` is meant. Or `pocket`,
   * `pocket:NAME`, `pocket:PATH`: the model that comes with Sente, in this process.
   */
  readonly upstream: string;
  /** Key for the upstream. Without one, clients' own are passed on, if the proxy asks for none itself and is on loopback. */
  readonly upstreamKey?: string;
  /** Keys that clients may use, beside the server's `key`. Never sent upstream. */
  readonly keys?: readonly string[];
  /** Model names that may be asked for; any by default. */
  readonly models?: readonly string[];
  /** Settings of the layer. */
  readonly initiative?: InitiativeOptions;
  /** Where what is said unasked is posted, and calls for a person, beside the event stream. */
  readonly webhook?: string;
  readonly limits?: Partial<ProxyLimits>;
  /** Makes layers; the language world's own by default. */
  readonly makeLayer?: (options: InitiativeOptions) => Layer;
  /** Decides what is said about an event; the language world's own by default. */
  readonly decideEvent?: typeof decideEvent;
}

/** What the proxy puts up with. */
export interface ProxyLimits {
  /** Bytes of a request. */
  readonly body: number;
  /** Conversations remembered, over all keys. */
  readonly conversations: number;
  /** Milliseconds that an unused conversation is remembered. */
  readonly idle: number;
  /** Bytes of all that is remembered, as JSON; the longest unused goes first. */
  readonly memory: number;
  /** Bytes of one session as JSON; a larger one is not kept. */
  readonly session: number;
  /** Messages said unasked that are kept for clients that come back. */
  readonly unasked: number;
  /** Milliseconds between signs of life on an event stream. */
  readonly heartbeat: number;
}

/** The limits of a proxy that names none. */
export const DEFAULT_PROXY_LIMITS: ProxyLimits = {
  body: 20 * 1024 * 1024,
  conversations: 10_000,
  idle: 24 * 60 * 60_000,
  memory: 256 * 1024 * 1024,
  session: 256 * 1024,
  unasked: 50,
  heartbeat: 15_000,
};
