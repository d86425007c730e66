/**
 * The thread's side of `playOnThreads`.
 * @module
 */

import type { ThreadSetup } from './on-threads.ts';
import { playTask } from './play-task.ts';
import { findAgent, findProbe } from './registry.ts';
import { serveCases } from './worker-side.ts';

serveCases(async ({ probe: name, tasks }: ThreadSetup) => {
  const probe = await findProbe(name);
  return (number: number) => playTask(tasks[number], { probe, agent: findAgent(probe, tasks[number].agent) });
});
