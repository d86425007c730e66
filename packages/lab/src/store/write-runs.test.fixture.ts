/** A process of its own that writes a run: FILE ID CONVERSATIONS. */
import { openRunStore, RUN_VERSION } from './open-run-store.ts';

const [file = '', id = '', count = '0'] = process.argv.slice(2);
const store = openRunStore(file);
const run = store.create({ id, started: Date.now(), version: RUN_VERSION, settings: {} });
const calls = store.calls(id);
for (let number = 0; number < Number(count); number++) {
  const key = { probe: 'ask', case: `${number}`, agent: 'bare', repeat: 0 };
  const name = number.toString(16).padStart(64, '0');
  await calls.put(name, { reply: '{}', model: 'm', input: 1, output: 1 });
  run.turn(key, 0, { speaker: 'user', text: 'Hello' });
  run.finish(key, undefined, { figures: {}, turns: [{ speaker: 'user', text: 'Hello' }], loss: 0 });
}
run.close('done');
store.close();
