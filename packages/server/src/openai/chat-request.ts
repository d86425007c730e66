/**
 * A chat request as far as the proxy must understand it. What it does not understand it passes on.
 * @module
 */

/** One request. */
export interface ChatRequest {
  /** The bytes as they came. */
  readonly bytes: Uint8Array;
  readonly body: Readonly<Record<string, unknown>>;
  readonly model: string;
  readonly messages: readonly unknown[];
  readonly isStream: boolean;
  /** A last chunk with the usage is wanted. */
  readonly wantsUsage: boolean;
}

/** Reads a body; undefined when it is nothing that can be decided on: the upstream says what is wrong with it. */
export function readChatRequest(bytes: Uint8Array): ChatRequest | undefined {
  let body: Record<string, unknown>;
  try {
    body = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
  if (typeof body !== 'object' || body === null || !Array.isArray(body.messages)) return undefined;
  if (body.messages.some((message) => typeof message !== 'object' || message === null)) return undefined;
  return {
    bytes,
    body,
    model: typeof body.model === 'string' ? body.model : '',
    messages: body.messages,
    isStream: body.stream === true,
    wantsUsage: (body.stream_options as { include_usage?: unknown } | undefined | null)?.include_usage === true,
  };
}

/**
 * The body with some members changed, as bytes. Everything else keeps its value, numbers their digits; undefined takes a
 * member out.
 */
export function changedBody(request: ChatRequest, change: Readonly<Record<string, unknown>>): Uint8Array {
  const text = new TextDecoder().decode(request.bytes);
  const exact = JSON.parse(text, function keepDigits(_key, value, context?: { source?: string }) {
    const source = context?.source;
    return typeof value === 'number' && source !== undefined && String(value) !== source ? rawJson(source) : value;
  } as (key: string, value: unknown) => unknown);
  return new TextEncoder().encode(JSON.stringify({ ...exact, ...change }));
}

/** Digits that a number in memory would lose (ES2026, in Node from 21). */
const rawJson: (source: string) => unknown = (JSON as unknown as { rawJSON(source: string): unknown }).rawJSON;
