/**
 * What a run adds to the calls it makes: six-turn conversations with an endpoint that replies at once, played by the lab
 * (scheduled, gated, budgeted, metered, every call and turn kept in SQLite) against a bare loop of the same calls with the
 * same number at once.
 *
 *   npm run -s bench benchmarks/run-overhead.ts [-- CONVERSATIONS]      20,000 unless given
 *
 * The two alternate in blocks, so that whatever else the machine does meets both. Claims: at most twice the bare loop's
 * time; memory does not grow with the number of conversations.
 * @module
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import {
  createCostMeter,
  createGate,
  createRunBudget,
  openRunStore,
  playTask,
  playTasks,
  RUN_VERSION,
  recordedModels,
} from '../packages/lab/src/index.ts';
import { keyOf, listTasks } from '../packages/lab/src/run/task.ts';
import { openModel } from '../packages/language/src/index.ts';
import { startInstantEndpoint } from './support/instant-endpoint.ts';
import { bareTalk, talker, talkProbe } from './support/talk.ts';

const CONVERSATIONS = Number(process.argv[2] ?? 20_000);
const BLOCK = Math.min(1_000, CONVERSATIONS);
const AT_ONCE = 16;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const folder = mkdtempSync(join(tmpdir(), 'sente-overhead-'));
const endpoint = await startInstantEndpoint();
const model = openModel(endpoint.model);
const file = join(folder, 'runs.sqlite');
const store = openRunStore(file);
const run = store.create({ id: 'overhead', started: Date.now(), version: RUN_VERSION, settings: {} });
const meter = createCostMeter();
const opened = recordedModels({
  models: { assistant: { id: endpoint.model, model } },
  calls: store.calls('overhead'),
  gate: createGate({ atOnce: AT_ONCE }),
  budget: createRunBudget({ money: 1e6 }),
  prices: { input: 1, output: 1 },
  meter,
  seed: 1,
});

/** The tasks of one block, made when it is played: they are no part of what is measured. */
async function* block(number: number) {
  const cases = Array.from({ length: BLOCK }, (_, n) => ({ id: `case-${number * BLOCK + n}`, world: 'open' as const }));
  yield* listTasks(talkProbe, cases, [talker], 1, { seed: 1 });
}

async function ours(number: number): Promise<void> {
  await playTasks({
    tasks: block(number),
    atOnce: AT_ONCE,
    play: (task) =>
      playTask(task, {
        probe: talkProbe,
        agent: talker,
        openModel: opened,
        onTurn: (at, turn) => run.turn(keyOf(task), at, turn),
      }),
    onDone: (played, task) => run.finish(keyOf(task), undefined, played),
  });
  await store.flushed();
}

async function bare(number: number): Promise<void> {
  // Other words than ours, so that no server could tell the two apart by what it knows already.
  await playTasks({ tasks: block(number), atOnce: AT_ONCE, play: (task) => bareTalk(model, `bare ${task.case.id}`) });
}

/** Seconds by the clock, and of this process on a processor. */
async function timed(sums: [number, number], work: () => Promise<void>): Promise<void> {
  const [started, used] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(used);
  sums[0] += (performance.now() - started) / 1000;
  sums[1] += (user + system) / 1e6;
}

const memory = (): number => {
  collect();
  return process.memoryUsage().heapUsed / 2 ** 20;
};

const [oursTook, bareTook]: [number, number][] = [
  [0, 0],
  [0, 0],
];
const heaps: string[] = [];
await bare(-1); // warm
for (let number = 0; number * BLOCK < CONVERSATIONS; number++) {
  if (number % 2 === 0) await timed(bareTook, () => bare(number));
  await timed(oursTook, () => ours(number));
  if (number % 2 === 1) await timed(bareTook, () => bare(number));
  const played = (number + 1) * BLOCK;
  if (played % Math.ceil(CONVERSATIONS / 4) === 0 || number === 0) heaps.push(`${played}: ${memory().toFixed(1)} MB`);
}
run.close('done');
const { calls } = store.read('overhead').cost();
const kept = store.list()[0]?.conversations;
store.close();
const size = statSync(file).size / 2 ** 20;
endpoint.stop();
rmSync(folder, { recursive: true });

console.log(`${kept} conversations, ${calls} calls, ${AT_ONCE} at once; the store is ${size.toFixed(0)} MB`);
for (const [name, [seconds, processor]] of [
  ['bare loop', bareTook],
  ['run', oursTook],
] as const) {
  const rate = (CONVERSATIONS / seconds).toFixed(0);
  console.log(
    `${name.padEnd(11)}${seconds.toFixed(1)} s, ${rate} conversations/s; ${processor.toFixed(1)} s of processor`,
  );
}
const [overhead, ratio, processors] = [oursTook[0] - bareTook[0], oursTook[0] / bareTook[0], oursTook[1] / bareTook[1]];
console.log(
  `overhead   ${((overhead / CONVERSATIONS) * 1000).toFixed(2)} ms a conversation; ` +
    `${ratio.toFixed(2)} times the bare loop by the clock, ${processors.toFixed(2)} times on the processor`,
);
console.log(`heap       after so many conversations: ${heaps.join(', ')}`);
