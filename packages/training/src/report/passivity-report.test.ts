import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { ExperimentResults } from '../experiment/results.ts';
import { gridOf } from './crossover.ts';
import { headline } from './headline.ts';
import { madeResults } from './made-results.test.support.ts';
import { passivityReport } from './passivity-report.ts';
import { summaryText } from './summary-text.ts';

const open = (results: ExperimentResults) => parseHTML(passivityReport(results)).document;
const texts = (page: ReturnType<typeof open>, selector: string): string[] =>
  [...page.querySelectorAll(selector)].map((element) => (element.textContent ?? '').trim());

/** The document with figures of one kind of model changed, in summaries. */
function changed(results: ExperimentResults, id: string, figures: Record<string, readonly [number, number, number]>) {
  const summaries = results.summaries.map((one) => {
    if (one.id !== id) return one;
    const over = Object.entries(figures).map(([name, [low, mean, high]]) => [name, { mean, low, high, n: 9 }] as const);
    return { ...one, figures: { ...one.figures, ...Object.fromEntries(over) } };
  });
  return { ...results, summaries, comparisons: [] };
}

describe('the page', () => {
  it('needs nothing but itself, holds no script, and shows text as text', () => {
    const page = passivityReport(madeResults());
    expect(page).toMatch(/^<!doctype html>/);
    expect(page).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|https?:\/\/(?!www\.w3\.org)/);
    expect(page).toContain('&#60;script&#62;alert(1)');
    expect(page.length).toBeLessThan(600_000);
  });

  it('has every part, a table a corpus and a map for each kind of model', () => {
    const page = open(madeResults());
    expect(texts(page, 'h2')).toEqual([
      'How asking comes and goes in training',
      'Asking, when it pays and when it does not',
      'The crossover',
      'When the request comes in pieces',
      'Knowing how it will end',
      'Foreseeing the next word',
      'What to know about this run',
      'How it was made',
    ]);
    expect(texts(page, '.corpus figcaption')).toEqual(
      ['5%', '0%', '25%', '50%'].map((share) => `${share} of openings in the corpus are asked back`),
    );
    expect(page.querySelectorAll('.map').length).toBe(14);
    expect(page.querySelectorAll('.map td.cell').length).toBe(14 * 36);
    const ids = [...page.querySelectorAll('[id]')].map(({ id }) => id);
    expect(ids.length).toBe(new Set(ids).size);
  });

  it('draws the boundary around the cells where asking is best', () => {
    const [best] = open(madeResults()).querySelectorAll('.map');
    const [wide, , , closed] = [...best.querySelectorAll('tbody tr')].map((row) => [...row.querySelectorAll('td')]);
    expect(wide.map((cell) => cell.textContent).join('')).toBe('RAARRADDD');
    expect(wide[1].getAttribute('class')).toBe('cell edge-top edge-left');
    expect(wide[5].getAttribute('class')).toBe('cell edge-top edge-right edge-left');
    expect(closed.every((cell) => cell.getAttribute('class') === 'cell')).toBe(true);
  });

  it('copes with a quick run, and with one that measured nearly nothing', () => {
    const quick = open(madeResults({ preset: 'quick' }));
    expect(texts(quick, '.warning')[0]).toContain('This is the quick run');
    expect(texts(quick, '.corpus figcaption').length).toBe(1);
    const bare: ExperimentResults = {
      ...madeResults({ preset: 'quick' }),
      arms: [],
      summaries: madeResults({ preset: 'quick' }).summaries.map((one) => ({ ...one, figures: {} })),
      rules: {},
      notes: [],
      budgets: {},
    };
    expect(texts(open(bare), 'h2')).toEqual(['Asking, when it pays and when it does not', 'How it was made']);
    expect(passivityReport({ ...bare, summaries: [] })).toContain('did not train what it takes');
    for (const without of [
      'base',
      'single-turn',
      'multi-turn-w2',
      'uncertainty',
      'next-token',
      'reinforcement-pre-training',
    ])
      expect(passivityReport(madeResults({ without: [without] }))).not.toMatch(/NaN|undefined|Infinity/);
    expect(passivityReport(madeResults())).not.toMatch(/NaN|undefined|Infinity/);
  });
});

describe('the answer', () => {
  const said = (results: ExperimentResults): string => Object.values(headline(results)).flat().join('\n');
  const main = 'multi-turn-w2/corpus-05';

  it('says what the figures carry', () => {
    const words = said(madeResults());
    expect(words).toMatch(
      /It is what they are rewarded for: judged reply by reply, the model asks in \d\.\d% of the requests in which/,
    );
    expect(words).toMatch(/\] for w = 2 \(met\)/);
    expect(words).toContain('a rule that never asks in 69.4%');
  });

  it('takes nothing back from a run in which nothing came of it', () => {
    const words = said(madeResults({ isFlat: true }));
    expect(words).toContain('did not make the model ask more');
    expect(words).toMatch(/\] for w = 2 \(missed\)/);
    expect(words).toContain('not told apart');
    expect(words).not.toContain('It is what they are rewarded for');
  });

  it('tells a mean above the bar from an interval above it', () => {
    const results = changed(madeResults(), main, { agreement: [0.88, 0.92, 0.95] });
    expect(said(results)).toMatch(/\] for w = 2 \(met by the mean, not by the whole interval\)/);
  });

  it('does not call asking aimed when closed requests are asked as often', () => {
    const results = changed(madeResults(), main, { 'asks@pays': [0.8, 0.85, 0.9], 'asks@vain': [0.78, 0.83, 0.88] });
    expect(said(results)).toContain('but it asks as often where asking is not best');
  });

  it('follows a paired comparison before intervals', () => {
    const near = changed(madeResults(), main, { reward: [0.2, 0.26, 0.32] });
    expect(said(near)).toContain('(R*, not told apart)');
    const paired = { a: main, b: 'single-turn/corpus-05', metric: 'reward', difference: 0.01, low: 0.004, high: 0.02 };
    expect(said({ ...near, comparisons: [paired] })).toContain('(R*, higher)');
    const turned = { ...paired, a: paired.b, b: paired.a, low: -0.02, high: -0.004 };
    expect(said({ ...near, comparisons: [turned] })).toContain('(R*, higher)');
  });
});

it('weighs cells of seeds by their cases', () => {
  const [cell] = madeResults().arms[0].cells;
  const grid = gridOf([
    { ...cell, ask: 1, n: 30 },
    { ...cell, ask: 0, n: 10 },
  ]);
  expect(grid.flat().filter(Boolean)).toMatchObject([{ ask: 0.75, n: 40 }]);
});

it('fits into a terminal', () => {
  const text = summaryText(madeResults());
  expect(text).toMatch(/\n$/);
  expect(text).toMatch(/multi-turn, w = 2 +33\.\d% +2\.\d%/);
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(120);
});
