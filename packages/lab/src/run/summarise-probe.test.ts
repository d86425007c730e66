import { describe, expect, it } from 'vitest';
import type { PlayedRow } from '../probe/played.ts';
import type { Probe } from '../probe/probe.ts';
import { summariseProbe } from './summarise-probe.ts';

const probe: Probe = {
  name: 'made',
  version: '1',
  question: '?',
  source: 'nobody',
  rules: [],
  metrics: [
    { name: 'won', label: 'won', better: 'higher', unit: 'share', isHeadline: true },
    { name: 'won@fast', label: 'won, fast', better: 'higher', unit: 'share', figure: 'won', cell: 'fast' },
    {
      name: 'lost',
      label: 'lost',
      better: 'lower',
      unit: 'share',
      of: (groups) => groups.flat().filter(({ figures }) => figures.won === 0).length,
    },
  ],
  radar: { metric: 'won', scale: (won) => won },
  cases: async () => [],
  play: async () => ({ figures: {}, turns: [], loss: 0 }),
  notes: (cases) => [`${cases.length} cases`],
};
const cases = ['fast', 'slow'].flatMap((cell) =>
  ['a', 'b'].map((group) => ({ id: `${group}/${cell}`, group, cell, world: 'shop' as const })),
);
const row = (id: string, agent: string, won: number): PlayedRow => ({
  case: id,
  agent,
  repeat: 0,
  cell: id.replace('~matched', '').split('/')[1],
  figures: { won },
  user: { leaks: 1 - won },
  turns: [],
  loss: 1 - won,
});
const input = { probe, cases, agents: ['bare', 'sente'], seed: 1, users: 'strangers' };

describe('the summary of a probe', () => {
  const rows = cases.flatMap(({ id }) => [row(id, 'bare', id === 'a/fast' ? 1 : 0), row(id, 'sente', 1)]);

  it('takes means over groups, in a condition where a metric names one, and functions of all', () => {
    const { agents, comparisons } = summariseProbe({ ...input, rows });
    expect(agents.bare.won).toMatchObject({ mean: 0.25, n: 2 });
    expect(agents.bare['won@fast'].mean).toBe(0.5);
    expect(agents.bare.lost.mean).toBe(3);
    expect(comparisons.map(({ a, b, metric, difference }) => [a, b, metric, difference])).toContainEqual([
      'sente',
      'bare',
      'won',
      0.75,
    ]);
  });

  it('measures the users, scales the radar, and warns of few cases', () => {
    const { users, radar, warnings, notes } = summariseProbe({ ...input, rows });
    // Three of eight conversations leaked, two groups: bare leaks in 1 of 2 of a, and 2 of 2 of b.
    expect(users.strangers.leaks.mean).toBeCloseTo(3 / 8, 12);
    expect(radar?.sente).toEqual({ value: 1, low: 1, high: 1 });
    expect(warnings).toEqual([expect.stringContaining('fewer than 30 cases behind won, won@fast, lost (2)')]);
    expect(notes).toEqual(['4 cases']);
  });

  it('sets matched users beside, and leaves the strangers’ figures as they are', () => {
    const matched = cases.map(({ id }) => row(`${id}~matched`, 'sente', 0));
    const alone = summariseProbe({ ...input, rows });
    const beside = summariseProbe({ ...input, rows: [...rows, ...matched] });
    expect(beside.agents.sente.won).toEqual(alone.agents.sente.won);
    expect(beside.agents.sente['won@matched'].mean).toBe(0);
    expect(beside.users.matched.leaks.mean).toBe(1);
  });
});
