/**
 * How good are the imagined intents? On a shop rendered as text, where the true customer, everybody who may have said the
 * same, and the exact value of every act are known.
 *
 *     npm run -s bench benchmarks/imagined-intents.ts [-- --cases N --seed S]
 *     npm run -s bench benchmarks/imagined-intents.ts -- --model URL#NAME --cases 24 --out FILE.jsonl
 *
 * Twelve lamps in four attributes of three values, another shop for every case. A customer has a lamp in mind, cares about
 * some of the attributes, and states 0, 1, 2 or 3 of those in the first message (in turn, case by case), in one of several
 * phrasings. The layer decides with its real prompts: two calls a case, and one more where the answer that it chose names
 * no lamp. What it imagined is read back by the values and lamps that the texts name.
 *
 * Without --model, scripted models fill in the forms (packages/lab/src/open-world/shop-models.ts says how they differ):
 * they try the machinery, and show what a reader's imagination does to the choice; they say nothing of a real model.
 * With --model, cases are added to FILE and those that stand in it are not decided again.
 */
import { CHOICES, COSTS, caseTable, IMAGINED } from '../packages/lab/src/open-world/case-table.ts';
import { readShopRun, runCases } from './support/shop-run.ts';

const run = readShopRun(400);
const results = await runCases(run, 'estimate', { depth: 'estimate' });
const { milliseconds, ...counts } = COSTS;
const costs = run.isTimed ? { ...counts, milliseconds } : counts;
const who = run.isReal ? 'model' : 'scripted model';
console.log(`${caseTable(who, results, IMAGINED)}\n`);
console.log(`${caseTable(who, results, { ...CHOICES, ...costs })}\n`);
for (const stated of [0, 1, 2, 3]) {
  const some = Object.fromEntries(
    Object.entries(results).map(([name, cases]) => [name, cases.filter((one) => one.stated === stated)]),
  );
  const { 'true one imagined': imagined, 'at best': best } = IMAGINED;
  console.log(
    `${caseTable(`${who}, ${stated} stated`, some, { 'true one imagined': imagined, 'at best': best, ...CHOICES })}\n`,
  );
}
