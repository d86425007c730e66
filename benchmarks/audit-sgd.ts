/**
 * What the model-free audit says of the Schema-Guided Dialogue data set: the chances of users counted on one part, the
 * agreement with its human-designed system measured on another.
 *
 *   npm run -s bench benchmarks/audit-sgd.ts -- --data DIR [--count 001,002] [--measure 003]
 *
 * DIR holds `dialogues_….json` and `schema.json` of the data set's development split. `measured` uses the counted
 * chances, which are those that ship as DEFAULT_CHANCES, to their third decimal.
 * @module
 */
import { join } from 'node:path';
import { sgdReport } from '../packages/lab/src/audit/report/from-sgd.ts';
import { auditText } from '../packages/lab/src/audit/report/terminal.ts';
import { auditSgd } from '../packages/lab/src/audit/sgd/audit-sgd.ts';
import { countChances, DEFAULT_CHANCES } from '../packages/lab/src/audit/sgd/chances.ts';
import { DESK_COSTS } from '../packages/lab/src/audit/sgd/desk-domain.ts';
import { readSgd, type SgdLog } from '../packages/lab/src/audit/sgd/read-sgd.ts';
import { dataFolder, option } from './support/data-folder.ts';

const folder = dataFolder();
const parts = async (names: string) =>
  Promise.all(names.split(',').map((name) => readSgd(join(folder, `dialogues_${name}.json`))));

const counted = await parts(option('count') ?? '001,002');
const { schema } = counted[0];
console.log(
  'counted:',
  countChances(
    counted.flatMap((log) => log.dialogues),
    schema,
  ),
);
console.log('shipped:', DEFAULT_CHANCES);
const all: SgdLog = { dialogues: counted.flatMap((log) => log.dialogues), schema };
for (const another of [1, 2, 4, 8]) {
  const { agreement, exact } = auditSgd(all, { costs: { ...DESK_COSTS, another } }).deciders.sente;
  console.log(`another ${another}: agreement ${agreement.mean.toFixed(3)}, exact ${exact.mean.toFixed(3)}`);
}
for (const horizon of [0, 1, 2, 3, 4, 5, 6]) {
  const { agreement, exact } = auditSgd(all, { horizon }).deciders.sente;
  console.log(`horizon ${horizon}: agreement ${agreement.mean.toFixed(3)}, exact ${exact.mean.toFixed(3)}`);
}
for (const name of (option('measure') ?? '003').split(',')) {
  const [log] = await parts(name);
  const untuned = auditSgd(log, { costs: { ...DESK_COSTS, another: 1 } }).deciders.sente.agreement;
  console.log(`\n${auditText(sgdReport(auditSgd(log), log.dialogues, `dialogues_${name}.json`))}`);
  console.log(
    `\nagreement with another = 1: ${untuned.mean.toFixed(3)} [${untuned.low.toFixed(3)}, ${untuned.high.toFixed(3)}]`,
  );
}
