/**
 * Settings of a server.
 * @module
 */
import type { Catalog } from '@sente/catalog';
import type { CatalogSource } from './catalog/catalog-schema.ts';
import type { TableReader } from './catalog/shelf.ts';
import type { ConciergeMaker } from './chat/chat-desk.ts';
import type { OpenOptions } from './open/open-options.ts';
import type { ProxyOptions } from './openai/proxy-options.ts';
import type { CheckpointSource } from './pocket/checkpoint.ts';
import type { PolicyOptions } from './policy/policy-options.ts';
import type { RewardOptions } from './reward/reward-options.ts';

/** What a server serves, and to whom. */
export interface ServerOptions {
  /** The table that is talked about; without one there is no chat about a table, and `proxy` or `reward` must be there. */
  readonly catalog?: Catalog;
  /** A language model with initiative, under /v1. */
  readonly proxy?: ProxyOptions;
  /** Multi-turn-aware rewards for trainers of language models, at /v1/reward. */
  readonly reward?: RewardOptions;
  /** Where `catalog` came from; `file` by default. */
  readonly source?: CatalogSource;
  /** Horizon of conversations that name none, 0 … 4; 2 by default. */
  readonly horizon?: number;
  /** Whether planning or a learned policy decides about the table, and where learned ones are kept. */
  readonly policy?: PolicyOptions;
  /** Address to listen on; 127.0.0.1 by default. Any that is not loopback demands `key`. */
  readonly host?: string;
  /** The owner's key: everything under /api and /v1 asks for it. */
  readonly key?: string;
  /** A key that may be published: it opens the chat and nothing else. */
  readonly chatKey?: string;
  /** Origins whose pages may chat, as browsers write them (`https://shop.example`); `*` for all. None by default. */
  readonly allowOrigin?: readonly string[];
  /** Serve the studio, and let it bring another catalogue. True by default. */
  readonly studio?: boolean;
  /** The studio's conversations with a language model. */
  readonly open?: OpenOptions;
  /** Folder of the studio's built files; found beside this package by default. */
  readonly studioFolder?: string;
  /** JSONL file for unmet wishes; kept in memory by default. */
  readonly wishFile?: string;
  /** SQLite file of measurements, shown in the studio; it need not be there. Without a name there are none. */
  readonly runFile?: string;
  /**
   * Folder of experiments on passivity, each in a directory of its own; shown in the studio. That of `runFile` by default,
   * without either there are none.
   */
  readonly experimentFolder?: string;
  /** Checkpoints of the pocket model; the shipped ones and those of `experimentFolder` by default. */
  readonly checkpoints?: CheckpointSource;
  readonly limits?: Partial<Limits>;
  /** The clock, in milliseconds; the machine's by default. */
  readonly now?: () => number;
  /** Makes the concierges; the catalogue's own by default. */
  readonly maker?: ConciergeMaker;
  /** Reads uploads; the catalogue's own readers by default. */
  readonly read?: TableReader;
  /** Told of faults that are ours: what a handler threw and did not mean to. Standard error by default. */
  readonly onFault?: (error: unknown) => void;
}

/** What a server puts up with. */
export interface Limits {
  /** Bytes of a chat request. */
  readonly chatBody: number;
  /** Bytes of an uploaded table. */
  readonly upload: number;
  /** Conversations remembered. */
  readonly conversations: number;
  /** Milliseconds that an unused conversation is remembered. */
  readonly idle: number;
  /** Open connections; more are closed at once. */
  readonly connections: number;
  /** Milliseconds for a request's headers to arrive. */
  readonly headers: number;
  /** Milliseconds for a whole request to arrive. */
  readonly request: number;
}

/** The limits of a server that names none. */
export const DEFAULT_LIMITS: Limits = {
  chatBody: 16 * 1024,
  upload: 64 * 1024 * 1024,
  conversations: 1000,
  idle: 60 * 60_000,
  connections: 1000,
  headers: 10_000,
  request: 120_000,
};
