/**
 * A run as a JUnit report, for the test pages of CI systems: a suite a probe, a case a headline figure of the focus, and
 * a failure for every bar that was missed.
 * @module
 */
import { type Bar, barHolds, findFigure } from '../run/fail-if.ts';
import type { ProbeResult } from '../run/probe-result.ts';
import { focusOf } from './model/agents-of-run.ts';
import { figureText, isNumber } from './model/figure-text.ts';
import { metricsOfProbe } from './model/metrics-of-probe.ts';

interface TestCase {
  readonly suite: string;
  readonly name: string;
  readonly seconds: number;
  readonly text: string;
  readonly failure?: string;
  readonly skipped?: string;
}

/** The document. `bars` are those of `--fail-if`: one that holds is a failure. Throws MissingFigureError. */
export function reportJunit(results: readonly ProbeResult[], bars: readonly Bar[] = []): string {
  const focus = focusOf(results);
  const cases = [
    ...results.flatMap((result) => figureCases(result, focus)),
    ...bars.map((bar) => barCase(bar, results)),
  ];
  const suites = [...Map.groupBy(cases, ({ suite }) => suite)].map(([name, own]) => suite(name, own));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="sente" ${counts(cases)}>\n${suites.join('\n')}\n</testsuites>\n`;
}

/** Headline figures; all figures of results that do not say which those are. */
function figureCases(result: ProbeResult, focus: string): readonly TestCase[] {
  const all = metricsOfProbe(result, focus);
  const chosen = all.some(({ isHeadline }) => isHeadline)
    ? all.filter(({ isHeadline }) => isHeadline)
    : all.filter(({ cell }) => cell === undefined);
  const agent = result.agents[focus] ? focus : (Object.keys(result.agents).at(-1) ?? focus);
  return chosen.map((metric) => {
    const figure = metric.figures[agent];
    return {
      suite: result.probe,
      name: `${result.probe}.${agent}.${metric.name}`,
      seconds: result.seconds / Math.max(1, chosen.length),
      text: `${metric.label}: ${figureText(figure, metric.unit)}${figure ? `, n = ${figure.n}` : ''}`,
      ...(!isNumber(figure?.mean) && { skipped: `${agent} has no such figure here` }),
    };
  });
}

function barCase(bar: Bar, results: readonly ProbeResult[]): TestCase {
  const value = findFigure(results, bar.path);
  const failure = barHolds(bar, results) ? `${bar.text}: it is ${Number(value.toPrecision(6))}` : undefined;
  return {
    suite: '--fail-if',
    name: bar.text,
    seconds: 0,
    text: `${bar.path} = ${Number(value.toPrecision(6))}`,
    ...(failure !== undefined && { failure }),
  };
}

function suite(name: string, cases: readonly TestCase[]): string {
  return `<testsuite name="${xml(name)}" ${counts(cases)}>\n${cases.map(testCase).join('\n')}\n</testsuite>`;
}

function testCase({ suite: name, name: test, seconds, text, failure, skipped }: TestCase): string {
  const result =
    failure !== undefined
      ? `<failure message="${xml(failure)}"/>`
      : skipped !== undefined
        ? `<skipped message="${xml(skipped)}"/>`
        : '';
  return `<testcase classname="sente.${xml(name)}" name="${xml(test)}" time="${time(seconds)}">${result}<system-out>${xml(text)}</system-out></testcase>`;
}

function counts(cases: readonly TestCase[]): string {
  const failures = cases.filter(({ failure }) => failure !== undefined).length;
  const skipped = cases.filter(({ skipped: why }) => why !== undefined).length;
  return `tests="${cases.length}" failures="${failures}" errors="0" skipped="${skipped}" time="${time(cases.reduce((sum, { seconds }) => sum + seconds, 0))}"`;
}

function time(seconds: number): string {
  return (isNumber(seconds) ? seconds : 0).toFixed(3);
}

/** What XML 1.0 may hold: no control characters, no lone surrogates, no noncharacters; markup as references. */
function xml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, (character) => ('\t\n'.includes(character) ? character : ''))
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
