/**
 * `sente train`: experiments that train, and records for those who train elsewhere.
 * @module
 */
import { worseThanPlanning } from '@sente/pocket';
import { Command, Option } from 'commander';
import { EXIT } from '../failure.ts';
import { count } from '../measure/arguments.ts';
import { type MeasureOutside, PROCESS } from '../measure/outside.ts';
import { wholeNumber } from '../settings/numbers.ts';
import { shellWord } from '../settings/shell-word.ts';
import { dataOptions } from '../train/data-options.ts';
import type { DataTyped } from '../train/data-settings.ts';
import { runData } from '../train/run-data.ts';
import { type PassivityTyped, runExperiment, trainingParts } from '../train/run-experiment.ts';
import { type PolicyTyped, policyParts, runPolicy } from '../train/run-policy.ts';

const HELP = `
Examples:
  sente train passivity                             where passivity comes from: one seed, three objectives, minutes
  sente train passivity --preset full               every objective, three seeds, over an hour on two cores
  sente train policy --catalog laptops.csv          one policy for a table of yours: ask, recommend, and when
  sente train data --model pocket --cases 100       records for fine-tuning, from conversations with any model

sente train EXPERIMENT --help tells more.`;

const PASSIVITY_HELP = `
Trains a small language model from the same starting weights under each objective, measures all of them on requests and
users that training never met, and writes results.json and report.html into a folder beside the runs. Models that are
finished there are used, not trained again: name another --out to train them afresh.

Examples:
  sente train passivity --preset quick
  sente train passivity --preset full --seeds 3 --threads 2 --json > results.json
  sente train passivity --resume last

Ctrl-C stops it; finished models are kept. Exit codes: 0 done, 2 bad usage, 3 stopped early (go on with --resume), 4 a fault of ours.`;

const POLICY_HELP = `
Trains one network that scores every question and the list on one scale, by playing with simulated people who err, do not
know, or lose patience. It lies beside the table, or in policies/ beside the runs, and is used from there. What lay
there is replaced when the training is done, and until then the new one is kept beside it (laptops.policy.new.json);
--out FILE keeps both.

It takes about a minute with quick on a table of hundreds, and about ten with full on LastFM.

Examples:
  sente train policy --catalog laptops.csv              laptops.policy.json, beside it
  sente train policy --data lastfm --preset full        then: sente measure recommend --data lastfm --agents rule,planned,learned
  sente train policy --method q-learning --seed 2 --out here

Ctrl-C stops it; the best so far stays, and so does the policy from before. Exit codes: 0 done, 2 bad usage, 3 stopped early, 4 a fault of ours.`;

/** Makes the command with its experiments. */
export function trainCommand(
  outside: MeasureOutside = PROCESS,
  parts: typeof trainingParts = trainingParts,
  policies: typeof policyParts = policyParts,
): Command {
  const policy = new Command('policy')
    .description('one learned policy for a catalogue: what to ask, what to recommend, and when')
    .addOption(new Option('--preset <name>', 'quick, or full (default: quick)').choices(['quick', 'full']))
    .option('--data <dir>', 'recommender data with people; only their train split is touched')
    .option('--catalog <file>', 'a table of your own; the built-in catalogue unless given')
    .option('--seed <n>', 'seed of every draw; 1 unless given', wholeNumber(0, 2 ** 31))
    .addOption(
      new Option('--method <name>', 'how it learns (default: expert-iteration)').choices([
        'expert-iteration',
        'q-learning',
      ]),
    )
    .option('--out <file>', 'where the policy is kept')
    .option('--store <file>', 'where runs are kept; .sente/runs.sqlite unless given')
    .option('--json', 'print the results as one JSON document')
    .addHelpText('after', POLICY_HELP)
    .action(async (typed: PolicyTyped) => trainPolicy(typed, outside, await policies()));
  const passivity = new Command('passivity')
    .description('where passivity comes from, and how to train it away')
    .addOption(new Option('--preset <name>', 'quick, or full (default: quick)').choices(['quick', 'full']))
    .option('--seeds <n>', 'how many; 1 for quick and 3 for full unless given', wholeNumber(1, 100))
    .option('--threads <n>', 'models trained at once; 2 unless given, figures do not depend on it', count)
    .option('--out <dir>', 'folder of the experiment; passivity-PRESET-SEEDS beside the runs unless given')
    .option(
      '--resume <run>',
      'go on with one that was stopped, by name or folder; `last` is the newest beside the runs',
    )
    .option('--store <file>', 'where runs are kept; .sente/runs.sqlite unless given')
    .option('--json', 'print the results as one JSON document')
    .addHelpText('after', PASSIVITY_HELP)
    .action(async (typed: PassivityTyped) => trainPassivity(typed, outside, await parts()));
  const data = dataOptions().action((typed: DataTyped) => trainData(typed, outside));
  return new Command('train')
    .description('experiments that train, and records for training elsewhere')
    .usage('EXPERIMENT [options]')
    .addHelpText('after', HELP)
    .addCommand(passivity)
    .addCommand(policy)
    .addCommand(data);
}

async function trainPassivity(
  typed: PassivityTyped,
  outside: MeasureOutside,
  parts: Awaited<ReturnType<typeof trainingParts>>,
): Promise<void> {
  const { run, directory, results } = await runExperiment(typed, outside, parts);
  if (results === undefined) {
    outside.err.write(`Stopped; finished models are kept: sente train passivity --resume ${run} goes on.\n`);
    return outside.exit(EXIT.stopped);
  }
  outside.out.write(typed.json ? `${JSON.stringify(results, null, 2)}\n` : `${parts.summary(results).trimEnd()}\n`);
  outside.err.write(`The report is in ${directory}/report.html.\n`);
}

async function trainPolicy(
  typed: PolicyTyped,
  outside: MeasureOutside,
  parts: Awaited<ReturnType<typeof policyParts>>,
): Promise<void> {
  const ran = await runPolicy(typed, outside, parts);
  const { place, seconds, iterations, replaces, trained } = ran;
  if (trained === undefined) {
    outside.err.write(`Stopped. ${whatIsLeft(ran)}\n`);
    return outside.exit(EXIT.stopped);
  }
  const { policy, planned, kept } = trained;
  if (typed.json) {
    const document = { experiment: 'policy', seconds, place, kept, iterations, planned, card: policy.card };
    outside.out.write(`${JSON.stringify(document, null, 2)}\n`);
    return;
  }
  const rows = Object.entries(iterations[kept].judged).map(([user, { reward, error }]) => {
    const other = planned[user].reward;
    return `  ${user.padEnd(10)} learned ${reward.toFixed(3)} ± ${(1.96 * error).toFixed(3)}   planned ${other.toFixed(3)}`;
  });
  const lines = [
    'R* on people that it was not trained with:',
    ...rows,
    `In ${place}.json${replaces ? ', in the place of the one from before' : ''}; ${Math.round(seconds)} seconds.`,
  ];
  if (typed.data === undefined && worseThanPlanning(policy.card)) {
    lines.push(
      'Clearly worse than planning: --policy learned lets planning decide. Try another --seed, or --preset full.',
    );
  }
  outside.out.write(`${lines.join('\n')}\n`);
}

/** Which file is which when a training was stopped. */
function whatIsLeft({ place, best, iterations, replaces }: Awaited<ReturnType<typeof runPolicy>>): string {
  const before = `the policy from before is untouched in ${place}.json`;
  if (iterations.length === 0)
    return `No iteration was finished, ${replaces ? `and ${before}` : 'so there is no policy yet'}.`;
  const which =
    iterations.length === 1 ? 'The one iteration that was finished' : `The best of ${iterations.length} iterations`;
  if (!replaces) return `${which} is kept in ${best}.json.`;
  return `${which} is kept in ${best}.json, and ${before}. To use the new one: --policy ${shellWord(`${best}.json`)}.`;
}

async function trainData(typed: DataTyped, outside: MeasureOutside): Promise<void> {
  const { run, directory, card, stopped } = await runData(typed, outside);
  if (card === undefined) {
    if (stopped?.why !== undefined) outside.err.write(`${stopped.why}\n`);
    outside.err.write(
      `Stopped after ${stopped?.done ?? 0} of ${stopped?.total ?? 0} conversations; files are written at the end.\n` +
        `Nothing that was finished is lost: sente train data --resume ${run}\n`,
    );
    return outside.exit(EXIT.stopped);
  }
  for (const warning of card.warnings) outside.err.write(`Warning: ${warning}\n`);
  const document = typed.json ? JSON.stringify({ ...card, directory }, null, 2) : summary(card, directory);
  outside.out.write(`${document}\n`);
}

function summary(card: NonNullable<Awaited<ReturnType<typeof runData>>['card']>, directory: string): string {
  const { counts, files, cost } = card;
  const lines = Object.entries(files).map(([file, records]) => `  ${file.padEnd(18)} ${records} records`);
  return [
    `${counts.conversations} conversations, ${counts.turns} turns, ${counts.candidates} candidates; ${cost.calls.toLocaleString('en-GB')} calls${cost.usd === undefined ? '' : `, $${cost.usd}`}`,
    `In ${directory}:`,
    ...lines,
    '  card.md            what they are, and how they were made',
  ].join('\n');
}
