/** A worker in a process of its own, to be killed: URL. */
import { openModel } from '@sente/language';
import { playQueued } from '../queue/play-queued.ts';
import { work } from '../queue/work.ts';
import { speaker, talkProbe } from './talk-probe.test.support.ts';

const [url = ''] = process.argv.slice(2);
await work({
  url,
  atOnce: 4,
  play: playQueued({ probe: () => talkProbe, agent: () => speaker, model: openModel }),
  onReady: () => process.stdout.write('ready\n'),
});
