/**
 * Conversations per second on a queue with one, two and four workers, each a process that plays four at once, beside a
 * single process that plays four at once and needs no Redis.
 *
 *   npm run -s bench benchmarks/queue.ts
 *
 * With an endpoint that takes 250 ms, as models take their time, more workers play more; with one that replies at once all
 * of them share the machine's cores with the endpoint and Redis, and what is seen is the queue's own cost. Starts a Redis
 * on loopback and stops it. Claim: at 250 ms, four workers play at least three times as many as one.
 * @module
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { openRunStore, playHere, RUN_VERSION, recordedModels } from '../packages/lab/src/index.ts';
import { startRedis } from '../packages/lab/src/queue/redis-server.test.support.ts';
import { playOnQueue } from '../packages/lab/src/queue.ts';
import { listTasks } from '../packages/lab/src/run/task.ts';
import { openModel } from '../packages/language/src/index.ts';
import { startInstantEndpoint } from './support/instant-endpoint.ts';
import { talker, talkProbe } from './support/talk.ts';

const AT_ONCE = 4;
const SCRIPT = fileURLToPath(new URL('./support/queue-worker.ts', import.meta.url));
const redis = await startRedis();

async function startWorkers(count: number): Promise<readonly ChildProcess[]> {
  return Promise.all(
    Array.from({ length: count }, async () => {
      const child = spawn(process.execPath, ['--conditions=@sente/source', SCRIPT, redis.url, `${AT_ONCE}`], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      await once(child.stdout!, 'data');
      return child;
    }),
  );
}

/** Seconds that the conversations take. No workers: in this process. */
async function play(workers: number, model: string, conversations: number): Promise<number> {
  const children = await startWorkers(workers);
  const store = openRunStore(':memory:');
  const run = store.create({ id: 'queue', started: Date.now(), version: RUN_VERSION, settings: {} });
  const calls = store.calls('queue');
  const cases = Array.from({ length: conversations }, (_, n) => ({ id: `case-${n}`, world: 'open' as const }));
  const tasks = listTasks(talkProbe, cases, [talker], 1, { seed: 1 });
  const models = { assistant: { id: model, model: openModel(model) } };
  const execute =
    workers === 0
      ? playHere({ atOnce: AT_ONCE, openModel: recordedModels({ models, calls, seed: 1 }) })
      : playOnQueue({
          url: redis.url,
          run: run.head,
          calls,
          settings: { models: { assistant: model }, atOnce: 64 },
          flushed: store.flushed,
        });
  const started = performance.now();
  let done = 0;
  await execute(tasks, {
    probe: talkProbe,
    agents: [talker],
    onTurn: () => {},
    onPlayed: (task, played) => {
      run.finish({ probe: 'talk', case: task.case.id, agent: 'bare', repeat: 0 }, undefined, played);
      done++;
    },
  });
  const seconds = (performance.now() - started) / 1000;
  if (done !== conversations) throw new Error(`${done} of ${conversations} conversations were played`);
  run.close('done');
  store.close();
  for (const child of children) child.kill('SIGKILL');
  return seconds;
}

for (const [delay, conversations] of [
  [250, 64],
  [0, 1_000],
]) {
  const endpoint = await startInstantEndpoint(delay);
  console.log(`\n${conversations} conversations of six turns; a reply takes ${delay} ms`);
  let first = 0;
  for (const workers of [0, 1, 2, 4]) {
    const rate = conversations / (await play(workers, endpoint.model, conversations));
    if (workers === 1) first = rate;
    const name = workers === 0 ? 'one process, no queue' : `${workers} worker${workers > 1 ? 's' : ''}`;
    const ratio = workers > 1 ? `, ${(rate / first).toFixed(2)} times one worker` : '';
    console.log(`${name.padEnd(24)}${rate.toFixed(1)} conversations/s${ratio}`);
  }
  endpoint.stop();
}
await redis.stop();
