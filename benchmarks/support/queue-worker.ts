/**
 * A worker of the queue benchmark, a process of its own: URL.
 * @module
 */
import { playQueued, work } from '../../packages/lab/src/queue.ts';
import { openModel } from '../../packages/language/src/index.ts';
import { talker, talkProbe } from './talk.ts';

await work({
  url: process.argv[2] ?? '',
  atOnce: Number(process.argv[3]),
  play: playQueued({ probe: () => talkProbe, agent: () => talker, model: openModel }),
  onReady: () => console.log('ready'),
});
