import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { MissingFigureError, parseBar } from '../run/fail-if.ts';
import { printJson } from '../run/probe-result.ts';
import { reportJson } from './json.ts';
import { reportJunit } from './junit.ts';
import { madeResults } from './made-run.test.support.ts';

describe('the JUnit report', () => {
  it('has a case for every headline figure of the focus', () => {
    const text = reportJunit(madeResults());
    expect(text).toMatch(
      /^<\?xml version="1.0" encoding="UTF-8"\?>\n<testsuites name="sente" tests="11" failures="0" errors="0"/,
    );
    expect(text).toContain('name="recommend.sente.main"');
    expect(text).toContain('found within 15 turns: 97.0% [95.0–99.0], n = 200');
    expect(text).not.toContain('words');
  });

  it('fails for a bar that holds and passes for one that does not', () => {
    const bars = ['recommend.sente.main < 0.98', 'recommend.sente.main.low < 0.9'].map(parseBar);
    const { document } = parseHTML(reportJunit(madeResults(), bars));
    const failures = [...document.querySelectorAll('failure')].map((it) => it.getAttribute('message'));
    expect(failures).toEqual(['recommend.sente.main < 0.98: it is 0.97']);
    expect(document.querySelector('testsuite[name="--fail-if"]')?.getAttribute('tests')).toBe('2');
  });

  it('refuses a bar about a figure that there is not', () => {
    expect(() => reportJunit(madeResults(), [parseBar('hold.sente.nothing < 1')])).toThrow(MissingFigureError);
  });

  it('skips what has no number, and is well-formed whatever the labels are', () => {
    const [result] = madeResults();
    const none = { mean: Number.NaN, low: Number.NaN, high: Number.NaN, n: 0 };
    const label = '<&"\u0000\uD800 ]]>';
    const text = reportJunit([
      {
        ...result,
        agents: { sente: { main: none } },
        metrics: [{ name: 'main', label, better: 'higher', unit: 'share', isHeadline: true }],
      },
    ]);
    expect(text).toContain('skipped="1"');
    expect(text).toContain('<skipped message="sente has no such figure here"/>');
    expect(text).toContain('&#60;&#38;&#34;\uFFFD ]]&#62;');
  });

  it('tells all figures of a result that names no headlines', () => {
    const [{ metrics: _, ...old }] = madeResults();
    expect(reportJunit([old])).toContain('tests="3"');
  });
});

it('the JSON is what measure prints', () => {
  const results = madeResults();
  expect(reportJson(results)).toBe(`${printJson(results)}\n`);
  expect(JSON.parse(reportJson(results.slice(0, 1))).probe).toBe('hold');
  expect(JSON.parse(reportJson(results.slice(0, 1), false))).toHaveLength(1);
});
