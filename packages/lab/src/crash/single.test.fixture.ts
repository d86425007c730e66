/** A run in a process of its own, to be killed: FILE RUN MODEL CASES. Takes the run up if it is there. */
import { openModel } from '@sente/language';
import { createCostMeter } from '../calls/cost-meter.ts';
import { createGate } from '../calls/create-gate.ts';
import { createRunBudget } from '../calls/run-budget.ts';
import { playHere } from '../run/here.ts';
import { measureProbe } from '../run/measure-probe.ts';
import { recordedModels } from '../run/recorded-models.ts';
import { openRunStore, RUN_VERSION } from '../store/open-run-store.ts';
import { speaker, talkProbe } from './talk-probe.test.support.ts';

const [file = '', id = '', model = '', cases = ''] = process.argv.slice(2);
const store = openRunStore(file);
const isThere = store.list().some((head) => head.id === id);
const run = isThere ? store.open(id) : store.create({ id, started: 1, version: RUN_VERSION, settings: { model } });
const meter = createCostMeter(store.read(id).cost());
await measureProbe(talkProbe, {
  agents: [speaker],
  cases: Number(cases),
  run,
  execute: playHere({
    atOnce: 8,
    openModel: recordedModels({
      models: { assistant: { id: model, model: openModel(model) } },
      calls: store.calls(id),
      gate: createGate({ atOnce: 8 }),
      budget: createRunBudget({}, store.read(id).cost()),
      meter,
      seed: 1,
    }),
  }),
});
run.close('done');
store.close();
