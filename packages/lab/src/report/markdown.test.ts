import { describe, expect, it } from 'vitest';
import { madeResults, madeRun, memoryRun } from './made-run.test.support.ts';
import { reportMarkdown } from './markdown.ts';
import { reportDocument } from './model/report-document.ts';

describe('the comment', () => {
  it('begins with the verdict and one table of headline figures', () => {
    const text = reportMarkdown(reportDocument(madeRun()));
    const lines = text.split('\n');
    expect(lines[2]).toMatch(/^\*\*Sente is clearly ahead of bare on 7 of 8 probes/);
    expect(text).toContain('| probe | figure | bare | fresh | sente |\n| --- | --- | ---: | ---: | ---: |');
    expect(text).toContain(
      '| **recommend** | found within 15 turns ↑ | 41.0% [39.0–43.0] ▲ | 52.0% [50.0–54.0] ▲ | **97.0% [95.0–99.0]** |',
    );
    expect(text.match(/<details>/g)).toHaveLength(8);
    expect(text.match(/<\/details>/g)).toHaveLength(8);
  });

  it('names what is behind, and every warning, above the fold', () => {
    const [result] = madeResults();
    const comparisons = [{ a: 'sente', b: 'bare', metric: 'main', difference: -0.1, low: -0.2, high: -0.05 }];
    const text = reportMarkdown(
      reportDocument(
        memoryRun([{ ...result, comparisons, warnings: ['main: only 12 cases.', 'words: only 3 cases.'] }]),
      ),
    );
    const above = text.slice(0, text.indexOf('<details>'));
    expect(above).toContain(
      '- ▼ **hold**, score when a request comes in pieces: sente − bare = −10.0 pts [−20.0 … −5.0]',
    );
    expect(above).toContain('- **hold**: main: only 12 cases.');
    expect(above).not.toContain('only 3 cases');
    expect(text).toContain('- words: only 3 cases.');
  });

  it('keeps text from being markup, a mention, a link or a new row', () => {
    const [result] = madeResults();
    const note = 'see <b>http://evil.example</b> | @everyone\n# [x](y) `z` <!-- -->';
    const text = reportMarkdown(reportDocument(memoryRun([{ ...result, notes: [note] }])));
    expect(text).not.toContain('<b>');
    expect(text).not.toContain('<!--');
    expect(text).not.toContain('http://evil');
    expect(text).not.toContain('@everyone');
    expect(text).toContain('\\| @\u200Beveryone \\# \\[x\\](y) \\`z\\`');
  });

  it('fits into a comment', () => {
    expect(reportMarkdown(reportDocument(madeRun())).length).toBeLessThan(65_536);
  });
});
