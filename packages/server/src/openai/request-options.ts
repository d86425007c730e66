/**
 * What one request asks of the layer: in headers (`x-sente-mode: observe`), in the body's `metadata`
 * (`"sente_mode": "observe"`), or in a member of the body, `"sente": {"mode": "observe"}`. Headers and the member never
 * reach the upstream; `metadata` does, as all of the body. What makes no sense is passed over: a slip in a setting of
 * ours is no reason to refuse an answer.
 * @module
 */

/** Settings of one request; absent ones are the proxy's. */
export interface RequestOptions {
  readonly mode?: 'act' | 'observe';
  /** User turns to look ahead, 0 to 10. */
  readonly horizon?: number;
  /** Nothing is decided; the request passes. */
  readonly off: boolean;
  /** Name of the conversation, as the client chose it or was told it. */
  readonly conversation?: string;
  /** The decision is wanted in the reply's `sente` member. */
  readonly show: boolean;
}

/** Reads them; headers win over the member, the member over `metadata`. */
export function requestOptions(headers: Headers, body: Readonly<Record<string, unknown>> = {}): RequestOptions {
  const metadata = asRecord(body.metadata);
  const member = asRecord(body.sente);
  const value = (name: string): string | undefined => {
    const found = headers.get(`x-sente-${name}`) ?? member[name] ?? metadata[`sente_${name}`];
    return found === undefined || found === null ? undefined : String(found).trim();
  };
  const mode = value('mode');
  const horizon = value('horizon');
  const conversation = value('conversation');
  const show = value('show') ?? metadata.sente ?? (body.sente === undefined ? undefined : body.sente !== false);
  return {
    ...(mode === 'act' || mode === 'observe' ? { mode } : {}),
    ...(/^(\d|10)$/.test(horizon ?? '') ? { horizon: Number(horizon) } : {}),
    ...(isConversationId(conversation) ? { conversation } : {}),
    off: mode === 'off' || isYes(value('off')),
    show: isYes(show),
  };
}

/** Names of conversations: 1 to 100 letters, digits, `_`, `-`, `.`, `:`. */
export function isConversationId(text: string | undefined): text is string {
  return text !== undefined && /^[\w.:-]{1,100}$/.test(text);
}

function isYes(value: unknown): boolean {
  return value !== undefined && value !== null && !/^(|0|no|off|false)$/i.test(String(value));
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
