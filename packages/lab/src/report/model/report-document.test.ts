import { describe, expect, it } from 'vitest';
import { madeResults, madeRows, madeRun, memoryRun } from '../made-run.test.support.ts';
import { reportDocument } from './report-document.ts';

describe('the document', () => {
  it('puts the probes in the order of the design, and others behind', () => {
    const results = madeResults();
    const shuffled = [{ ...results[0], probe: 'my-own' }, ...results.toReversed()];
    expect(reportDocument(memoryRun(shuffled)).probes.map(({ name }) => name)).toEqual([
      ...results.map(({ probe }) => probe),
      'my-own',
    ]);
  });

  it('tells agents from the rules of single probes, and gives each one colour', () => {
    const { agents, focus } = reportDocument(madeRun());
    expect(focus).toBe('sente');
    expect(agents.filter(({ isRule }) => !isRule).map(({ name }) => name)).toEqual(['bare', 'fresh', 'sente']);
    expect(agents.filter(({ isRule }) => isRule)).toHaveLength(8);
    expect(agents.find(({ name }) => name === 'sente')?.colour).toBe(0);
    // Rules of different probes never meet and may share one; those of a probe differ from all who play there.
    const { probes } = reportDocument(madeRun());
    for (const probe of probes) {
      const colours = agents.filter(({ name }) => probe.agents.includes(name)).map(({ colour }) => colour);
      expect(new Set(colours).size).toBe(4);
    }
  });

  it('counts a known agent that plays in few probes among the rules', () => {
    const [first, ...rest] = madeResults();
    const agents = { ...first.agents, reactive: first.agents.bare };
    const all = reportDocument(memoryRun([{ ...first, agents }, ...rest])).agents;
    expect(all.find(({ name }) => name === 'reactive')).toMatchObject({ isRule: true, colour: 3 });
  });

  it('sees every comparison from the focus, whichever way it was made', () => {
    const [result] = madeResults();
    const comparisons = [
      { a: 'bare', b: 'sente', metric: 'main', difference: -0.28, low: -0.32, high: -0.24, holm: 0.01 },
    ];
    const [probe] = reportDocument(memoryRun([{ ...result, comparisons }])).probes;
    expect(probe.metrics[0].comparisons).toMatchObject([
      { other: 'bare', difference: 0.28, low: 0.24, high: 0.32, standing: 'ahead' },
    ]);
  });

  it('lets lower be better, lets Holm decide, and leaves open what is not clear', () => {
    const result = madeResults()[3]; // turns: lower is better
    const made = (difference: number, low: number, high: number, holm?: number) =>
      reportDocument(
        memoryRun([
          {
            ...result,
            comparisons: [
              { a: 'sente', b: 'bare', metric: 'main', difference, low, high, ...(holm !== undefined && { holm }) },
            ],
          },
        ]),
      ).probes[0].metrics[0].comparisons[0].standing;
    expect(made(-2, -3, -1)).toBe('ahead');
    expect(made(2, 1, 3)).toBe('behind');
    expect(made(-2, -3, 1)).toBe('open');
    expect(made(-2, -3, -1, 0.2)).toBe('open');
    expect(made(0, 0, 0)).toBe('open');
    expect(made(Number.NaN, Number.NaN, Number.NaN)).toBe('open');
  });
});

describe('the verdict', () => {
  it('counts headline comparisons with bare and fresh only', () => {
    const { verdict } = reportDocument(madeRun());
    expect(verdict).toMatchObject({ ahead: 13, behind: 0, open: 3, isCorrected: true });
    expect(verdict.sentences).toEqual([
      'Sente is clearly ahead of bare on 7 of 8 probes, behind on none; ahead of fresh on 6, behind on none.',
      'Of 16 headline comparisons, 13 favour Sente clear of zero after Holm’s correction, none goes against it, and 3 stay open; the widest lead is on ask (F1 of asking: 90.0% against 0.0%).',
    ]);
  });

  it('names where it is behind, and says so when nothing was corrected', () => {
    const results = madeResults().map((result, at) => ({
      ...result,
      comparisons: result.comparisons
        .map(({ holm: _, ...one }) => one)
        .map((one) => (at === 2 ? { ...one, difference: -one.difference, low: -one.high, high: -one.low } : one)),
    }));
    const { sentences } = reportDocument(memoryRun(results)).verdict;
    expect(sentences[0]).toContain('behind on 1 (recommend)');
    expect(sentences[1]).toContain('with no correction for their number');
    expect(sentences[1]).toContain('2 go against it');
  });

  it('claims nothing where nothing is clear', () => {
    const results = madeResults().map((result) => ({
      ...result,
      comparisons: result.comparisons.map((one) => ({ ...one, holm: 0.5 })),
    }));
    expect(reportDocument(memoryRun(results)).verdict.sentences).toEqual([
      'Sente is not clearly apart from bare on any of 8 probes; not clearly apart from fresh on any of 8 probes.',
      'Of 16 headline comparisons, none favours Sente clear of zero after Holm’s correction, none goes against it, and 16 stay open.',
    ]);
  });

  it('names the simple rule that does better, unless it does worse on another headline figure', () => {
    const [first, ...rest] = madeResults();
    const one = { a: 'sente', b: 'always-hold', difference: -0.2, low: -0.3, high: -0.1, holm: 0.01 };
    const told = (...comparisons: (typeof first)['comparisons']) =>
      reportDocument(memoryRun([{ ...first, comparisons }, ...rest])).verdict.rules;
    expect(told({ ...one, metric: 'main' })).toBe(
      'A simple rule does clearly better than Sente, and clearly worse on no headline figure, on hold (always-hold).',
    );
    // The second headline figure is turns: fewer are better, so here the rule is the worse one.
    expect(told({ ...one, metric: 'main' }, { ...one, metric: 'turns' })).toBeUndefined();
    expect(told({ ...one, metric: 'main', holm: 0.3 })).toBeUndefined();
  });

  it('speaks of one probe in the singular', () => {
    const { sentences } = reportDocument(memoryRun(madeResults().slice(2, 3))).verdict;
    expect(sentences[0]).toBe(
      'Sente is clearly ahead of bare on 1 of 1 probe, behind on none; ahead of fresh on 1, behind on none.',
    );
  });
});

describe('the sample of conversations', () => {
  it('has the worst of the focus, the same cases by the others, and is sorted worst first', () => {
    const rows = madeRows('ask');
    const [, probe] = reportDocument(memoryRun(madeResults().slice(0, 2), { ask: rows })).probes;
    const { talks, played } = probe;
    expect(played).toBe(240);
    expect(talks.length).toBeLessThanOrEqual(40);
    expect(talks.map(({ loss }) => loss)).toEqual(talks.map(({ loss }) => loss).toSorted((a, b) => b - a));
    const own = rows.filter(({ agent }) => agent === 'sente').toSorted((a, b) => b.loss - a.loss);
    const shown = talks.filter(({ agent }) => agent === 'sente').map((talk) => talk.case);
    for (const { case: id } of own.slice(0, 6)) expect(shown).toContain(id);
    expect(shown).toContain(own.at(-1)?.case); // the best too: the range is shown
    for (const id of shown) {
      const players = talks.filter((talk) => talk.case === id).map(({ agent }) => agent);
      expect(players).toEqual(expect.arrayContaining(['bare', 'fresh', 'sente']));
    }
    expect(talks.filter(({ agent }) => agent === 'always-ask')).toHaveLength(2);
  });

  it('is empty when none is wanted, or there is none', () => {
    expect(reportDocument(madeRun(), { talks: 0 }).probes[0].talks).toEqual([]);
    expect(reportDocument(memoryRun(madeResults())).probes[0].talks).toEqual([]);
  });
});
