/**
 * Which headers cross the proxy.
 * @module
 */

/** Between two neighbours only (RFC 9110, 7.6.1). */
const HOP_BY_HOP = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

/** About this connection or this machine, and nobody else's business. */
const OURS = ['host', 'content-length', 'expect', 'accept-encoding', 'cookie', 'origin', 'referer', 'forwarded', 'via'];

/** From the upstream, about its own site. */
const THEIRS = ['set-cookie', 'strict-transport-security', 'alt-svc', 'content-security-policy'];

/** Where clients put their keys. */
const KEYS = ['authorization', 'api-key', 'x-api-key', 'x-goog-api-key'];

/** Without any key: for clients whose keys are this proxy's, or nobody's business upstream. */
export function withoutKeys(client: Headers): Headers {
  return new Headers([...client].filter(([name]) => !KEYS.includes(name)));
}

/**
 * The client's headers as the upstream gets them.
 *
 * @param authorization what stands in for the client's own; undefined: none is sent
 */
export function upstreamHeaders(client: Headers, authorization: string | undefined): Record<string, string> {
  const dropped = new Set([...HOP_BY_HOP, ...OURS, 'authorization', ...named(client)]);
  const headers: Record<string, string> = {};
  for (const [name, value] of client) {
    if (dropped.has(name) || /^(x-sente-|x-forwarded-|sec-)/.test(name)) continue;
    headers[name] = value;
  }
  // A reply is read on its way (for the ledger, for secrets), so it comes uncompressed.
  headers['accept-encoding'] = 'identity';
  if (authorization !== undefined) headers.authorization = authorization;
  return headers;
}

/** The upstream's headers as the client gets them. */
export function clientHeaders(upstream: Headers): Headers {
  const dropped = new Set([...HOP_BY_HOP, ...THEIRS, ...named(upstream)]);
  return new Headers([...upstream].filter(([name]) => !dropped.has(name)));
}

/** Headers that `connection` declares to be for this hop. */
function named(headers: Headers): string[] {
  return (headers.get('connection') ?? '').split(',').map((name) => name.trim().toLowerCase());
}
