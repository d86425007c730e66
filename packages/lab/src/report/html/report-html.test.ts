import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { madeResults, madeRows, madeRun, memoryRun } from '../made-run.test.support.ts';
import { reportDocument } from '../model/report-document.ts';
import { reportHtml } from './report-html.ts';

const EVIL = `</p><script>alert(1)</script><img src=x onerror='alert(2)'> & "quoted" \u001B[31m {display:none}`;

/** The made run with every string that is data replaced by markup. */
function evilRun() {
  const results = madeResults().map((result) => ({
    ...result,
    question: EVIL,
    source: EVIL,
    notes: [EVIL],
    warnings: [EVIL],
    settings: {},
    agents: { ...result.agents, [EVIL]: result.agents.bare },
    users: { [EVIL]: { [EVIL]: result.agents.bare.main } },
    metrics: result.metrics?.map((metric) => ({ ...metric, label: EVIL })),
    references: [{ metric: 'main', who: EVIL, value: 0.5, source: EVIL }],
    plots: result.plots?.map((plot) => ({
      ...plot,
      id: EVIL,
      title: EVIL,
      caption: EVIL,
      x: EVIL,
      y: EVIL,
      series: [...plot.series, { ...plot.series[0], name: EVIL }],
    })),
  }));
  const rows = Object.fromEntries(
    results.map(({ probe }) => [
      probe,
      madeRows(probe, EVIL, 4).map((row) => ({
        ...row,
        case: EVIL,
        agent: row.agent === 'bare' ? EVIL : row.agent,
        cell: EVIL,
      })),
    ]),
  );
  return memoryRun(results, rows, { id: EVIL });
}

/** What of a page a pattern finds: pages are too long to be printed when a test fails. */
const found = (page: string, pattern: RegExp): string[] =>
  [...page.matchAll(new RegExp(pattern, `${pattern.flags}g`))].map(([text]) => text.slice(0, 120));

describe('the page', () => {
  it('shows every string as text, in charts and forms too', () => {
    const page = reportHtml(reportDocument(evilRun()));
    const { document } = parseHTML(page);
    expect([...document.querySelectorAll('script, img, iframe, link, base, object, embed')]).toEqual([]);
    const attributes = [...document.querySelectorAll('*')].flatMap((it) => [...it.attributes].map(({ name }) => name));
    expect(attributes.length).toBeGreaterThan(5000);
    expect(attributes.filter((name) => name.startsWith('on') || name === 'srcdoc')).toEqual([]);
    expect(found(page, /<script|<img/i)).toEqual([]);
    expect(page.includes('\u001B')).toBe(false);
    expect(page.match(/&#60;script&#62;|&lt;script&gt;/g)?.length).toBeGreaterThan(100);
    // The page's own rules are the only CSS: no name reached a style sheet.
    const styles = [...page.matchAll(/<style>(.*?)<\/style>/gs)].map(([, css]) => css);
    expect(found(styles.join(), /alert|onerror/)).toEqual([]);
  });

  it('asks nothing of the outside and runs nothing', () => {
    const page = reportHtml(reportDocument(madeRun()));
    expect(page.includes("default-src 'none'; style-src 'unsafe-inline'")).toBe(true);
    expect(found(page, /url\(|@import|<script|<base|\bsrc=|\bon\w+=/i)).toEqual([]);
    const links = [...page.matchAll(/\b(?:href|xlink:href|action)="([^"]*)"/g)].map(([, link]) => link);
    expect(links.length).toBeGreaterThan(8);
    expect(links.filter((link) => !link.startsWith('#'))).toEqual([]);
    expect(found(page, /https?:/)).toEqual([]);
  });

  it('has one id a thing, and every link and label leads to one', () => {
    const page = reportHtml(reportDocument(madeRun()));
    const ids = [...page.matchAll(/\bid="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const wanted = [
      ...[...page.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id),
      ...[...page.matchAll(/aria-labelledby="([^"]*)"/g)].flatMap(([, names]) => names.split(' ')),
    ];
    expect(wanted.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('names and describes every chart, with its numbers in a table behind', () => {
    const page = reportHtml(reportDocument(madeRun()));
    const charts = page.match(/<svg[^>]*class="chart"[^>]*>/g) ?? [];
    expect(charts).toHaveLength(16);
    expect(charts.every((chart) => /role="img"/.test(chart) && /aria-labelledby=/.test(chart))).toBe(true);
    expect(page.match(/<details class="numbers">/g)).toHaveLength(16);
    expect(page.includes('recommend: bare 0.41, fresh 0.52, sente 0.97')).toBe(true); // the radar in words
  });

  it('writes a dash where there is no number, whatever stands for it', () => {
    const [result] = madeResults();
    const none = { mean: Number.NaN, low: null as unknown as number, high: Number.NaN, n: 0 };
    const agents = { ...result.agents, bare: { main: none }, sente: { ...result.agents.sente, words: none } };
    const comparisons = [
      { a: 'sente', b: 'bare', metric: 'main', difference: Number.NaN, low: Number.NaN, high: Number.NaN },
    ];
    const plots = [{ ...result.plots![0], series: [{ name: 'sente', points: [{ x: 1, y: Number.NaN }] }] }];
    const page = reportHtml(reportDocument(memoryRun([{ ...result, agents, comparisons, plots }])));
    expect(found(page, /NaN|null|undefined|Infinity/)).toEqual([]);
    expect(page.includes('<td class="none">–</td>')).toBe(true);
    expect(page.includes('There is nothing to draw.')).toBe(true);
  });

  it('renders results that know nothing of labels, plots and references', () => {
    const [{ run, probe, seed, cases, seconds, settings, agents, users, comparisons }] = madeResults();
    const old = { run, probe, seed, cases, seconds, settings, agents, users, comparisons };
    const page = reportHtml(reportDocument(memoryRun([old])));
    expect(page.includes('Nothing here compares Sente with another agent on a headline figure.')).toBe(true);
    expect(page.includes('main@small')).toBe(true);
    expect(found(page, /NaN|undefined/)).toEqual([]);
  });

  it('says that a run is not done, or has nothing yet', () => {
    const running = reportHtml(reportDocument(memoryRun([], {}, { status: 'running' })));
    expect(running.includes('still going on')).toBe(true);
    expect(running.includes('No probe of this run has a result yet.')).toBe(true);
    const stopped = reportHtml(reportDocument(memoryRun(madeResults(), {}, { status: 'stopped' })));
    expect(stopped.includes('stopped early')).toBe(true);
  });

  it('stays below 3 MB however long the conversations are', () => {
    const results = madeResults();
    const long = 'so many words that nobody reads them '.repeat(400);
    const rows = Object.fromEntries(results.map(({ probe }) => [probe, madeRows(probe, long, 60)]));
    const page = reportHtml(reportDocument(memoryRun(results, rows)));
    expect(page.length).toBeLessThan(3_000_000);
    expect(page.includes('characters left out')).toBe(true);
  });

  it('has a filter for every probe, case and agent that is shown, and only for those', () => {
    const page = reportHtml(reportDocument(madeRun()));
    const values = [...page.matchAll(/<option value="([^"]+)">/g)].map(([, value]) => value);
    const kept = new Set([...page.matchAll(/data-(?:probe|case|agent)="([^"]+)"/g)].map(([, value]) => value));
    expect(new Set(values)).toEqual(kept);
    for (const value of values) expect(page.includes(`option[value="${value}"]:checked`)).toBe(true);
  });
});
