/** The one who starts a run on a queue and collects, to be killed: FILE RUN MODEL CASES URL. Takes the run up if it is there. */
import { playOnQueue } from '../queue/play-on-queue.ts';
import { measureProbe } from '../run/measure-probe.ts';
import { openRunStore, RUN_VERSION } from '../store/open-run-store.ts';
import { speaker, talkProbe } from './talk-probe.test.support.ts';

const [file = '', id = '', model = '', cases = '', url = ''] = process.argv.slice(2);
const store = openRunStore(file);
const isThere = store.list().some((head) => head.id === id);
const run = isThere ? store.open(id) : store.create({ id, started: 1, version: RUN_VERSION, settings: { model } });
await measureProbe(talkProbe, {
  agents: [speaker],
  cases: Number(cases),
  run,
  execute: playOnQueue({
    url,
    run: run.head,
    calls: store.calls(id),
    known: store.storedCalls([model]),
    settings: { models: { assistant: model }, atOnce: 12 },
    spent: store.read(id).cost(),
    flushed: store.flushed,
  }),
});
run.close('done');
store.close();
