/**
 * The name of a call: the same for equal calls, another as soon as anything differs that could shape the reply.
 * @module
 */
import { createHash } from 'node:crypto';
import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';

/** One call, and its place. */
export interface KeyedCall {
  /** The model's ID as the person typed it: it names the server too, and is the same on every machine. */
  readonly model: string;
  readonly options: LanguageModelV4CallOptions;
  /** Repeats stay independent. */
  readonly repeat: number;
  /** Tells samplings of one request apart; '' for the conversation itself. */
  readonly fork: string;
  /** How many equal calls came before it in this conversation. */
  readonly occurrence: number;
}

/** Changes when equal calls would get other keys than before. */
const VERSION = 1;

/** What says how to call, not what is asked. Headers hold keys; raw chunks are dropped. */
const SHAPELESS = new Set(['abortSignal', 'headers', 'includeRawChunks']);

/** What equal requests have in common; occurrences are counted by it. SHA-256 in hexadecimal. */
export function requestKey({ model, options, repeat, fork }: Omit<KeyedCall, 'occurrence'>): string {
  const shaping = Object.fromEntries(Object.entries(options).filter(([name]) => !SHAPELESS.has(name)));
  return sha256(canonicalJson({ version: VERSION, model, options: shaping, repeat, fork }));
}

/** SHA-256 in hexadecimal. */
export function callKey(call: KeyedCall): string {
  return occurrenceKey(requestKey(call), call.occurrence);
}

/** The key of the n-th equal request, counted from 0. */
export function occurrenceKey(request: string, occurrence: number): string {
  return occurrence === 0 ? request : sha256(`${request}:${occurrence}`);
}

/** JSON with the names of every object in order and what is undefined left out; bytes in base64. */
export function canonicalJson(value: unknown): string {
  if (value instanceof Uint8Array) return JSON.stringify({ base64: Buffer.from(value).toString('base64') });
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if ('toJSON' in value && typeof value.toJSON === 'function') return canonicalJson(value.toJSON());
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const named = Object.entries(value)
    .filter(([, held]) => held !== undefined && typeof held !== 'function')
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${named.map(([name, held]) => `${JSON.stringify(name)}:${canonicalJson(held)}`).join(',')}}`;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
