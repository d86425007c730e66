import { describe, expect, it } from 'vitest';
import { escapeHtml } from '../../report/html/escape.ts';
import { readLogs } from '../read-logs/read-logs.ts';
import { replay } from '../replay/replay.ts';
import { summariseMoments } from '../replay/summary.ts';
import { replayReport } from './from-replay.ts';
import { auditHtml } from './html.ts';
import { auditText } from './terminal.ts';

const EVIL = `</p><script>alert(1)</script><img src=x onerror='alert(2)'> & "quoted" \u001B[31m`;

async function report(show?: number) {
  const messages = (text: string) => ({
    id: `c${EVIL}`,
    messages: [
      { role: 'user', content: EVIL },
      { role: 'assistant', content: EVIL },
      { role: 'user', content: text },
    ],
  });
  const lines = [messages(`also ${EVIL}`), messages(`no, I meant ${EVIL}`), messages('thanks')];
  const conversations = readLogs(lines.map((line) => JSON.stringify(line)).join('\n'), 'x');
  const found = await replay(conversations);
  // As the layer's words would be, from a model that was fooled.
  const moments = found.moments.map((moment) => ({
    ...moment,
    verdict: 'yes' as const,
    would: { kind: 'ask' as const, text: EVIL, choices: [EVIL], why: EVIL, ahead: 0 },
  }));
  const summary = summariseMoments(moments, conversations.length);
  const source = `/home/me/${EVIL.replaceAll('/', '')}.jsonl`;
  return replayReport({ ...found, moments }, summary, { source, conversations: 3, model: EVIL, show });
}

describe('the page', () => {
  it('shows every string as text', async () => {
    const page = auditHtml(await report());
    expect(page).not.toMatch(/<script|<img|onerror='/);
    expect(page).not.toContain('\u001B');
    expect(page.match(/&#60;script&#62;/g)?.length).toBeGreaterThan(10);
    const tags = new Set([...page.matchAll(/<([a-z0-9]+)/g)].map(([, tag]) => tag));
    expect([...tags].filter((tag) => ['script', 'img', 'link', 'iframe', 'a', 'form'].includes(tag))).toEqual([]);
  });

  it('asks nothing of the outside', async () => {
    const page = auditHtml(await report());
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/<[^>]*\b(src|href)=|url\(|@import/);
  });

  it('puts the worst first, and says how many are left out', async () => {
    const { moments } = await report();
    expect(moments.map(({ label }) => label)).toEqual(['borne out, set right', 'borne out, asked again', 'borne out']);
    const short = await report(1);
    expect([short.moments.length, short.omitted]).toEqual([1, 2]);
    expect(auditHtml(short)).toContain('2 more are left out');
  });
});

describe('text', () => {
  it('is escaped for content and for quoted attributes', () => {
    expect(escapeHtml(`<a b="c" d='e'>&\u0000\n`)).toBe('&#60;a b=&#34;c&#34; d=&#39;e&#39;&#62;&#38;\n');
  });
  it('moves no cursor in a terminal', async () => {
    const text = auditText(await report());
    expect(text).not.toContain('\u001B');
    expect(text).toContain('Sente would have asked');
  });
});
