/**
 * The frame of every page that Sente writes to a file: one document, no script, no outside request, nothing that a
 * Content-Security-Policy could mind.
 * @module
 */
import { escapeHtml } from './escape.ts';
import { TOKENS } from './tokens.ts';

/** A page: `body` is markup, `title` text, `style` CSS of the page's own. */
export function pageFrame(title: string, style: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<style>${TOKENS}${style}</style>
</head>
<body>
${body}
</body>
</html>
`;
}
