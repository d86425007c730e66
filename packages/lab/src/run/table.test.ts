import { describe, expect, it } from 'vitest';
import { type ProbeResult, printJson } from './probe-result.ts';
import { renderResult } from './table.ts';

const figure = (mean: number): { mean: number; low: number; high: number; n: number } => ({
  mean,
  low: mean - 0.1,
  high: mean + 0.1,
  n: 9,
});
const result: ProbeResult = {
  run: 'r',
  probe: 'offer',
  seed: 4,
  cases: 1800,
  seconds: 2.345,
  settings: {},
  agents: {
    reactive: { turns: figure(8), 'turns@small/0/1': figure(5), drift: { mean: 0, low: 0, high: 0, n: 9 } },
    sente: { turns: figure(4), 'turns@small/0/1': figure(2.5), drift: { mean: 1 / 3, low: Number.NaN, high: 1, n: 9 } },
  },
  users: {},
  comparisons: [
    {
      a: 'sente',
      b: 'reactive',
      metric: 'turns',
      difference: -4,
      low: -4.5,
      high: -3.5,
      change: { mean: -0.5, low: -0.55, high: -0.45 },
    },
    { a: 'sente', b: 'reactive', metric: 'turns@small/0/1', difference: -2.5, low: -3, high: -2 },
  ],
  cells: [{ name: 'small/0/1', size: 'small', share: 0, influenceability: 1 }],
  notes: ['Left out: prompted (needs --model).'],
};

describe('table', () => {
  it('shows means with intervals, cell by cell, and comparisons', () => {
    const text = renderResult(result);
    expect(text).toContain('offer: 1,800 conversations an agent, seed 4, 2.3 s');
    expect(text).toContain('Left out: prompted');
    const [before, cell] = text.split('── small/0/1');
    expect(before).toMatch(/sente +4\.00 \[3\.90, 4\.10\]/);
    expect(before).toMatch(/sente − reactive +turns +−4\.00 \[−4\.50, −3\.50\] +−50% \[−55%, −45%\]/);
    expect(cell).toMatch(/reactive +5\.00 \[4\.90, 5\.10\]/);
    expect(cell).toContain('−2.50 [−3.00, −2.00]');
    expect(before).not.toContain('2.50 [');
  });

  it('leaves out agents that have nothing in a block, and warns of few cases', () => {
    const wide = { ...result, agents: { ...result.agents, rule: { drift: figure(3) } }, comparisons: [], cells: [] };
    const text = renderResult({ ...wide, warnings: ['drift: only 9 cases.'] }, 30);
    const blocks = text.split('\n\n');
    expect(text).toContain('Warning: drift: only 9 cases.');
    expect(blocks.find((block) => block.includes('turns'))).not.toContain('rule');
    expect(blocks.find((block) => /^ +drift/.test(block))).toContain('rule');
  });

  it('breaks wide tables into blocks no wider than asked', () => {
    const metrics = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`metric${i}`, figure(i)]));
    const text = renderResult({ ...result, agents: { sente: metrics }, comparisons: [], cells: [] }, 60);
    const lines = text.split('\n').slice(2);
    for (const line of lines) if (!line.startsWith('Left out')) expect(line.length).toBeLessThanOrEqual(60);
    for (let i = 0; i < 9; i++) expect(text).toContain(`metric${i}`);
  });
});

describe('JSON', () => {
  it('is one document: the result, or an array of several', () => {
    expect(JSON.parse(printJson([result])).probe).toBe('offer');
    expect(JSON.parse(printJson([result, result]))).toHaveLength(2);
    expect(JSON.parse(printJson([result], false))).toHaveLength(1);
    expect(JSON.parse(printJson([]))).toEqual([]);
  });

  it('keeps eight digits, and null for what is no number', () => {
    const drift = JSON.parse(printJson([result])).agents.sente.drift;
    expect(drift).toEqual({ mean: 0.33333333, low: null, high: 1, n: 9 });
  });
});
