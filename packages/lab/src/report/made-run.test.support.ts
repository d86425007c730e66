/**
 * A made run of eight probes for tests of the report: every kind of plot, rules, references, warnings, conversations with
 * decisions. All numbers are drawn; none was measured.
 * @module
 */
import { createRandom, type Random } from '@sente/engine';
import type { PlayedRow, PlayedTurn } from '../probe/played.ts';
import type { PlotData } from '../probe/probe.ts';
import type { ProbeResult } from '../run/probe-result.ts';
import type { Figure } from '../statistics/summary.ts';
import type { ReadRun, RunStatus } from '../store/run-store.ts';

/** A run that is held in memory. */
export function memoryRun(
  results: readonly ProbeResult[],
  rows: Readonly<Record<string, readonly PlayedRow[]>> = {},
  { id = 'made-1', status = 'done' }: { readonly id?: string; readonly status?: RunStatus } = {},
): ReadRun {
  return {
    head: {
      id,
      started: Date.UTC(2026, 10, 27, 8, 30),
      version: 1,
      settings: { seed: 1, agents: ['bare', 'fresh', 'sente'] },
    },
    status,
    results: () => results,
    rows: (probe) => rows[probe] ?? [],
    cost: () => ({ calls: 0, input: 0, output: 0 }),
  };
}

const figure = (mean: number, spread: number, n = 200): Figure => ({
  mean,
  low: mean - spread,
  high: mean + spread,
  n,
});

/** [name, label, better, unit, bare, fresh, sente, spread, question] */
const PROBES = [
  [
    'hold',
    'score when a request comes in pieces',
    'higher',
    'share',
    0.58,
    0.84,
    0.86,
    0.03,
    'Does it survive a request that comes in pieces?',
  ],
  [
    'ask',
    'F1 of asking',
    'higher',
    'share',
    0,
    0,
    0.9,
    0.025,
    'Does it ask when, and only when, it should, and the right thing?',
  ],
  [
    'recommend',
    'found within 15 turns',
    'higher',
    'share',
    0.41,
    0.52,
    0.97,
    0.02,
    'Ask, recommend, and when: one decision?',
  ],
  [
    'offer',
    'turns until the item is found',
    'lower',
    'turns',
    9.4,
    7.8,
    4.6,
    0.3,
    'Does it say the useful thing unasked, and stay quiet otherwise?',
  ],
  [
    'lead',
    'agenda completed',
    'higher',
    'share',
    0.08,
    0.09,
    0.71,
    0.05,
    'Can it pursue a goal of its own without being a nuisance?',
  ],
  [
    'know',
    'Brier score',
    'lower',
    'number',
    0.228,
    0.22,
    0.171,
    0.012,
    'Does it know how this will end, and when to say that it does not know?',
  ],
  ['foresee', 'bits lost on the next turn', 'lower', 'bits', 3.4, 3.3, 3.31, 0.08, 'Can it predict what comes next?'],
  [
    'commit',
    'fork tests passed',
    'higher',
    'share',
    0.1,
    0.12,
    1,
    0.02,
    'When it says that it has thought of something, has it?',
  ],
] as const;

/** Results of all eight. */
export function madeResults(): ProbeResult[] {
  const random = createRandom(7);
  return PROBES.map(([probe, label, better, unit, bare, fresh, sente, spread, question], at) => {
    const rule = `always-${probe}`;
    const values: Record<string, number> = { bare, fresh, [rule]: (bare + sente) / 2, sente };
    const scale = (value: number): number =>
      unit === 'share' ? value : unit === 'turns' ? 1 - value / 15 : unit === 'bits' ? 1 - value / 6 : 1 - value / 0.4;
    const agents = Object.fromEntries(
      Object.entries(values).map(([agent, value]) => [
        agent,
        {
          main: figure(value, value === 0 || value === 1 ? 0 : spread, at === 7 ? 24 : 200),
          turns: figure(3 + 4 * random.next(), 0.2),
          words: figure(Math.round(900 * random.next()), 31),
          'main@small': figure(value * 0.9, spread),
          'main@large': figure(value * 0.8, spread),
        },
      ]),
    );
    const comparisons = ['bare', 'fresh', rule].map((b) => {
      const difference = sente - values[b];
      const isClear = Math.abs(difference) > 1.6 * spread;
      return {
        a: 'sente',
        b,
        metric: 'main',
        difference,
        low: difference - 1.4 * spread,
        high: difference + 1.4 * spread,
        p: isClear ? 0.0005 : 0.31,
        ...(b !== rule && { holm: isClear ? 0.008 : 0.62 }),
      };
    });
    return {
      run: `made-${probe}`,
      probe,
      seed: 1,
      cases: at === 7 ? 24 : 200,
      seconds: 3.2 + at,
      settings: {},
      version: '1',
      question,
      source: 'A made protocol, 2026, section 3',
      agents,
      comparisons,
      users: {
        strangers: { leaks: figure(0, 0), contradictions: figure(0.004, 0.002), 'stopped early': figure(0.02, 0.01) },
      },
      cells: [{ name: 'small' }, { name: 'large' }],
      metrics: [
        { name: 'main', label, better, unit, isHeadline: true },
        { name: 'turns', label: 'turns of the assistant', better: 'lower', unit: 'turns', isHeadline: at % 3 === 0 },
        { name: 'words', label: 'tokens spent', better: 'lower', unit: 'tokens' },
        { name: 'main@small', label, better, unit, cell: 'small' },
        { name: 'main@large', label, better, unit, cell: 'large' },
      ],
      references:
        at % 2 === 0
          ? [
              {
                metric: 'main',
                who: 'a large model, as printed',
                value: scale(0.4) < 0 ? 0.4 : 0.653,
                source: 'A paper, table 2',
              },
            ]
          : [],
      plots: madePlots(at, rule, random),
      ...(at === 7 && { warnings: ['24 cases: fewer than 30. Intervals are wide and may be too narrow still.'] }),
      notes: at === 3 ? ['Silence is right in 62% of the traces: the class is not rare.'] : [],
      radar: Object.fromEntries(
        Object.entries(values).map(([agent, value]) => [
          agent,
          { value: scale(value), low: Math.max(0, scale(value) - 0.04), high: Math.min(1, scale(value) + 0.04) },
        ]),
      ),
    } satisfies ProbeResult;
  });
}

function madePlots(at: number, rule: string, random: Random): PlotData[] {
  const agents = ['bare', 'fresh', rule, 'sente'];
  const xs = [1, 2, 3, 4, 5, 6, 7, 8];
  const curve = (end: number) =>
    xs.map((x) => {
      const y = end * (1 - Math.exp(-x / 3)) + 0.02 * random.next();
      return { x, y, low: y - 0.04, high: y + 0.04 };
    });
  const lines: PlotData = {
    id: 'curve',
    title: 'Gain against the budget of questions',
    kind: 'lines',
    x: 'questions asked',
    y: 'share found',
    caption: 'The curve should rise early and flatten.',
    series: agents.map((name, i) => ({ name, points: curve(0.4 + 0.17 * i) })),
  };
  const bars: PlotData = {
    id: 'settings',
    title: 'Score by setting',
    kind: 'bars',
    x: 'setting',
    y: 'mean score',
    series: agents.map((name, i) => ({
      name,
      points: ['full', 'concat', 'sharded', 'recap'].map((x) => {
        const y = 0.3 + 0.15 * i + 0.1 * random.next();
        return { x, y, low: y - 0.05, high: y + 0.05 };
      }),
    })),
  };
  const calibration: PlotData = {
    id: 'calibration',
    title: 'Forecast against what happened',
    kind: 'calibration',
    x: 'forecast',
    y: 'share that came true',
    series: ['bare', 'sente'].map((name, i) => ({
      name,
      points: [0.05, 0.2, 0.4, 0.6, 0.8, 0.95].map((x) => {
        const y = Math.min(1, Math.max(0, x + (i === 0 ? 0.25 * (0.5 - x) : 0.03 * (random.next() - 0.5))));
        return {
          x,
          y,
          low: Math.max(0, y - 0.08),
          high: Math.min(1, y + 0.08),
          n: Math.round(20 + 80 * random.next()),
        };
      }),
    })),
  };
  const histogram: PlotData = {
    id: 'turns',
    title: 'Turns of a conversation',
    kind: 'histogram',
    x: 'turns',
    y: 'conversations',
    series: ['bare', 'fresh', 'sente'].map((name, i) => ({
      name,
      points: xs.map((x) => ({ x, y: Math.round(60 * Math.exp(-((x - 6 + 1.6 * i) ** 2) / 4)) })),
    })),
  };
  if (at === 5) return [calibration, lines];
  return at % 2 === 0 ? [lines, bars] : [bars, histogram];
}

/** Conversations of one probe: 60 cases, four agents, with decisions. `words` stands in what is said. */
export function madeRows(
  probe: string,
  words = 'a trip of two days with a train station near',
  cases = 60,
): PlayedRow[] {
  const random = createRandom(probe.length);
  return Array.from({ length: cases }, (_, i) => `case-${i + 1}`).flatMap((id, i) =>
    ['bare', 'fresh', `always-${probe}`, 'sente'].map((agent) => ({
      case: id,
      agent,
      repeat: 0,
      cell: i % 2 === 0 ? 'small' : 'large',
      figures: { main: random.next(), turns: 3 },
      loss: random.next() ** 2 * (agent === 'sente' ? 0.6 : 1),
      turns: madeTurns(agent, words),
    })),
  );
}

function madeTurns(agent: string, words: string): PlayedTurn[] {
  return [
    { speaker: 'user', text: `I am looking for ${words}.` },
    {
      speaker: 'assistant',
      text:
        agent === 'sente' ? 'How long may a day on foot be: up to four hours, or longer?' : 'Take the Almbach round.',
      act: agent === 'sente' ? 'ask' : 'recommend',
      note: agent === 'sente' ? '1.8 bits of at most 2.0' : `first answer, wrong: ${words}`,
      ...(agent === 'sente' && {
        decision: {
          horizon: 2,
          why: 'The imagined visitors disagree about the length of a day, and a reply would settle it.',
          candidates: [
            { label: 'ask for the length of a day', kind: 'ask' as const, value: 0.74, error: 0.03 },
            { label: 'recommend the Almbach round', kind: 'recommend' as const, value: 0.61, error: 0.05 },
            {
              label: `offer: only 3 fit “${words}”`,
              kind: 'offer' as const,
              value: 0.58,
              error: 0.02,
              suppressed: 'quiet topic',
            },
            { label: 'wait', kind: 'wait' as const, value: 0.2, error: 0.01 },
          ],
        },
      }),
    },
    { speaker: 'event', text: '' },
    { speaker: 'user', text: 'Up to four, and no dogs please.' },
    { speaker: 'assistant', text: '', act: 'wait' },
  ];
}

/** The whole of it. */
export function madeRun(words?: string): ReadRun {
  const results = madeResults();
  return memoryRun(results, Object.fromEntries(results.map(({ probe }) => [probe, madeRows(probe, words)])));
}
