/**
 * Headers that keep browsers from doing more with an answer than was meant.
 * @module
 */
import type { MiddlewareHandler } from 'hono';

/**
 * The studio's pages run their own scripts only. Styles may be inline (charts set them), pictures may come from
 * anywhere on the web (a table's items link to them). Nobody may frame a page.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob: https: http:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * @param isEmbeddable paths that pages of other sites may load as a script
 * @param isFramed paths that pages of this site may frame; they bring a policy of their own
 */
export function securityHeaders(
  isEmbeddable: (path: string) => boolean,
  isFramed: (path: string) => boolean = () => false,
): MiddlewareHandler {
  return async (context, next) => {
    await next();
    const headers = context.res.headers;
    headers.set('x-content-type-options', 'nosniff');
    headers.set('referrer-policy', 'no-referrer');
    const hasOwnPolicy = isFramed(context.req.path) && headers.has('content-security-policy');
    headers.set('x-frame-options', hasOwnPolicy ? 'SAMEORIGIN' : 'DENY');
    if (!hasOwnPolicy) headers.set('content-security-policy', CONTENT_SECURITY_POLICY);
    headers.set('cross-origin-opener-policy', 'same-origin');
    headers.set('cross-origin-resource-policy', isEmbeddable(context.req.path) ? 'cross-origin' : 'same-origin');
    if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
  };
}
