/**
 * What can be learnt, without a language model, of when a proposal is welcome: kinds of watcher on recorded event traces,
 * each measured on traces that it has not seen.
 *
 *   npm run -s bench benchmarks/event-watchers.ts -- --data DIR
 *
 * Every trace is left out in turn. On the others a kind of watcher chooses its settings, by leaving each of them out in
 * turn, and is then fitted to all of them. Two things are aimed at: F1; and F1 less twice the share of false alarms
 * beyond a quarter. `in hindsight` is what no honest choice gives: the one setting that is best on the traces it is
 * scored on. Intervals are 95%, over traces.
 * @module
 */
import { EVENT_SIGNS, SignReader } from '@sente/catalog';
import { createRandom } from '@sente/engine';
import { chooseSettings, fitWatcher, WATCHER_SETTINGS, watchTrace } from '../packages/lab/src/events/choose-watcher.ts';
import {
  addCounts,
  countEvents,
  type EventCounts,
  type EventScores,
  scoreEvents,
} from '../packages/lab/src/events/event-scores.ts';
import type { EventTrace } from '../packages/lab/src/events/event-trace.ts';
import { readProactiveEvents } from '../packages/lab/src/events/read-proactive-events.ts';
import { percentileInterval } from '../packages/lab/src/statistics/bootstrap.ts';

/** Decides at every event of a trace. */
type Decide = (trace: EventTrace) => boolean[];
/** Settings, by number, fitted to traces. */
interface Kind {
  readonly name: string;
  readonly settings: number;
  readonly fit: (traces: readonly EventTrace[], setting: number) => Decide;
}

const at = process.argv.indexOf('--data');
if (at < 0) {
  console.error('Name the directory of the traces: --data DIR');
  process.exit(2);
}
const traces = await readProactiveEvents(process.argv[at + 1]);

const countOf = (decide: Decide, trace: EventTrace): EventCounts =>
  countEvents(
    decide(trace),
    trace.events.map(({ isWelcome }) => isWelcome),
  );
const without = (all: readonly EventTrace[], left: EventTrace): EventTrace[] => all.filter((one) => one !== left);
const f1 = ({ f1: value }: EventScores): number => value;
const f1WithinBar = ({ f1: value, falseAlarms }: EventScores): number =>
  value - 2 * Math.max(0, (Number.isNaN(falseAlarms) ? 0 : falseAlarms) - 0.25);

/** Signs of every event as yes or no; whether one spoke before is not among them, for these do not know it. */
const bits = new Map(
  traces.map((trace) => {
    const reader = new SignReader();
    const rows = trace.events.map((event, n) => {
      const signs = reader.read(event, false);
      return [...Array.from(signs, (sign, s) => sign > (EVENT_SIGNS[s] === 'pause' ? 0.45 : 0)), n >= 4, true];
    });
    return [trace, rows] as const;
  }),
);
const WIDTH = EVENT_SIGNS.length + 2;

function rested(decisions: readonly boolean[], rest: number): boolean[] {
  let silent = Number.POSITIVE_INFINITY;
  return decisions.map((wants) => {
    const speaks = wants && silent >= rest;
    silent = speaks ? 0 : silent + 1;
    return speaks;
  });
}

const logistic: Kind = {
  name: 'logistic on signs',
  settings: WATCHER_SETTINGS.length,
  fit: (train, setting) => {
    const watcher = fitWatcher(train, WATCHER_SETTINGS[setting]);
    return (trace) => watchTrace(watcher, trace);
  },
};

const rule: Kind = {
  name: 'one sign and not another',
  settings: WIDTH * (WIDTH + 1) * 3,
  fit: (_, setting) => {
    const rest = setting % 3;
    const [yes, no] = [Math.floor(setting / 3) % WIDTH, Math.floor(setting / 3 / WIDTH) - 1];
    return (trace) =>
      rested(
        bits.get(trace)!.map((row) => row[yes] && !(no >= 0 && row[no])),
        rest,
      );
  },
};

type Tree = boolean | { readonly sign: number; readonly yes: Tree; readonly no: Tree };

const tree: Kind = {
  name: 'tree of depth 1 or 2',
  settings: 6,
  fit: (train, setting) => {
    const [depth, weight] = [1 + Math.floor(setting / 3), [1, 1.5, 2][setting % 3]];
    const rows = train.flatMap((trace) =>
      bits.get(trace)!.map((row, n) => ({ row, isWelcome: trace.events[n].isWelcome })),
    );
    const grow = (own: typeof rows, left: number): { readonly cost: number; readonly tree: Tree } => {
      const wanted = weight * own.filter(({ isWelcome }) => isWelcome).length;
      const unwanted = own.filter(({ isWelcome }) => !isWelcome).length;
      let best: { cost: number; tree: Tree } = { cost: Math.min(wanted, unwanted), tree: wanted > unwanted };
      for (let sign = 0; left > 0 && sign < WIDTH; sign++) {
        const [yes, no] = [own.filter(({ row }) => row[sign]), own.filter(({ row }) => !row[sign])];
        if (yes.length < 4 || no.length < 4) continue;
        const [a, b] = [grow(yes, left - 1), grow(no, left - 1)];
        if (a.cost + b.cost < best.cost - 1e-9) {
          best = { cost: a.cost + b.cost, tree: { sign, yes: a.tree, no: b.tree } };
        }
      }
      return best;
    };
    const grown = grow(rows, depth).tree;
    const leaf = (node: Tree, row: readonly boolean[]): boolean =>
      typeof node === 'boolean' ? node : leaf(row[node.sign] ? node.yes : node.no, row);
    return (trace) => bits.get(trace)!.map((row) => leaf(grown, row));
  },
};

const wordsIn = (text: string): Set<string> => new Set(text.toLowerCase().match(/\p{L}{3,}/gu) ?? []);

const naiveBayes: Kind = {
  name: 'naive Bayes on words',
  settings: 10,
  fit: (train, setting) => {
    const [threshold, rest] = [0.3 + 0.1 * (setting % 5), Math.floor(setting / 5)];
    const events = train.flatMap((trace) =>
      trace.events.map(({ text, isWelcome }) => ({ words: wordsIn(text), isWelcome })),
    );
    const wanted = events.filter(({ isWelcome }) => isWelcome).length;
    const unwanted = events.length - wanted;
    const seen = new Map<string, [number, number]>();
    for (const { words, isWelcome } of events) {
      for (const word of words) {
        const counts = seen.get(word) ?? [0, 0];
        counts[Number(isWelcome)]++;
        seen.set(word, counts);
      }
    }
    const kept = [...seen].filter(([, [no, yes]]) => no + yes >= 3);
    return (trace) =>
      rested(
        trace.events.map(({ text }) => {
          const words = wordsIn(text);
          const odds = kept.reduce(
            (sum, [word, [no, yes]]) => {
              const [p, q] = [(yes + 1) / (wanted + 2), (no + 1) / (unwanted + 2)];
              return sum + (words.has(word) ? Math.log(p / q) : Math.log((1 - p) / (1 - q)));
            },
            Math.log(wanted / unwanted),
          );
          return 1 / (1 + Math.exp(-odds)) >= threshold;
        }),
        rest,
      );
  },
};

function choose(kind: Kind, train: readonly EventTrace[], aim: (scores: EventScores) => number): number {
  let [best, highest] = [0, Number.NEGATIVE_INFINITY];
  for (let setting = 0; setting < kind.settings; setting++) {
    const counts = train.map((left) => countOf(kind.fit(without(train, left), setting), left));
    const reached = aim(scoreEvents(addCounts(counts)));
    if (reached > highest) [best, highest] = [setting, reached];
  }
  return best;
}

function show(name: string, counts: readonly EventCounts[]): void {
  const random = createRandom('event watchers');
  const draws = Array.from({ length: 1000 }, () =>
    scoreEvents(addCounts(counts.map(() => counts[random.integer(counts.length)]))),
  );
  const figure = (pick: (scores: EventScores) => number): string => {
    const { low, high } = percentileInterval(Float64Array.from(draws, pick).filter((value) => !Number.isNaN(value)));
    return `${pick(scoreEvents(addCounts(counts))).toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}]`;
  };
  const { accuracy } = scoreEvents(addCounts(counts));
  console.log(
    `${name.padEnd(66)} F1 ${figure(f1)}  false alarms ${figure(({ falseAlarms }) => falseAlarms)}  accuracy ${accuracy.toFixed(3)}`,
  );
}

const events = traces.flatMap((trace) => trace.events);
console.log(
  `${traces.length} traces, ${events.length} events, ${events.filter(({ isWelcome }) => isWelcome).length} wanted\n`,
);
show(
  'always',
  traces.map((trace) => countOf(({ events: all }) => all.map(() => true), trace)),
);
show(
  'every other event',
  traces.map((trace) =>
    countOf(
      ({ events: all }) =>
        rested(
          all.map(() => true),
          1,
        ),
      trace,
    ),
  ),
);
for (const kind of [logistic, rule, tree, naiveBayes]) {
  for (const [aimed, aim] of [
    ['F1', f1],
    ['F1, false alarms ≤ 25%', f1WithinBar],
  ] as const) {
    show(
      `${kind.name}, for ${aimed}`,
      traces.map((left) => {
        const train = without(traces, left);
        return countOf(kind.fit(train, choose(kind, train, aim)), left);
      }),
    );
  }
}
for (const kind of [logistic, rule, tree, naiveBayes]) {
  for (const [aimed, aim] of [
    ['F1', f1],
    ['F1, false alarms ≤ 25%', f1WithinBar],
  ] as const) {
    const setting = choose(kind, traces, aim);
    show(
      `in hindsight: ${kind.name}, ${aimed}`,
      traces.map((left) => countOf(kind.fit(without(traces, left), setting), left)),
    );
  }
}
const shipped = traces.map((left) => {
  const others = without(traces, left);
  const watcher = fitWatcher(others, chooseSettings(others));
  return countOf((trace) => watchTrace(watcher, trace), left);
});
show('the probe’s `watcher`', shipped);
