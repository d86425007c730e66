/**
 * `sente measure`: what can be typed, and how it is refused.
 * @module
 */
import { BarSyntaxError, MissingFigureError, OFFER_USER_NAMES, RECOMMEND_TEMPERAMENTS } from '@sente/lab';
import { Command } from 'commander';
import { budget, prices } from '../settings/limits.ts';
import { count, names, precision, probability, seed, several } from './arguments.ts';
import { HELP } from './help.ts';
import { measure, type Typed } from './measure.ts';
import { type MeasureOutside, PROCESS } from './outside.ts';
import { UsageError } from './probe.ts';
import { PROBES } from './probes.ts';

/** The command. Bad usage ends with exit code 2, a bar that holds with 1, a run that stopped early with 3. */
export function measureCommand(outside: MeasureOutside = PROCESS): Command {
  const command = new Command('measure')
    .description('measure agents in simulated conversations')
    .argument(
      '[probe...]',
      `what to measure; everything that can be, unless named: ${PROBES.map((p) => p.name).join(', ')} (boundary when named only)`,
    )
    .option('--agents <names>', 'agents to compare, with commas between; all unless given', names)
    .option('--model <id>', 'the language model to measure: openai:NAME, ollama:NAME, URL#NAME or pocket')
    .option(
      '--temperament, --user <who>',
      `who the simulated users are: strangers, matched, a temperament, or the ID of a model (recommend: ${[...Object.keys(RECOMMEND_TEMPERAMENTS), 'all'].join(', ')}; offer: ${OFFER_USER_NAMES.join(', ')})`,
    )
    .option('--judge <id>', 'a language model that reads replies where rules would do it otherwise')
    .option('--data <path>', 'file or directory of the data that a probe plays on; its embedded cases unless given')
    .option('--catalog <file>', 'a table of your own (recommend): each user wants one of its items')
    .option('--split <name>', 'part of the data to measure on')
    .option('--cases <n>', 'how many cases (offer: users in each of the 18 cells)', count)
    .option('--repeats <n>', 'conversations with each case and agent', count)
    .option('--turns <n>', 'most assistant turns in a conversation', count)
    .option('--noise <p>', 'chance that a simulated user answers wrongly', probability)
    .option('--unknown <q>', 'chance that a simulated user does not know', probability)
    .option('--policy <file>', 'a learned policy (recommend); the one that sente train policy keeps, unless given')
    .option('--seed <n>', 'seed of every draw; 1 unless given', seed)
    .option('--workers <n>', 'threads, where no model is waited for; as many as there are cores unless given', count)
    .option('--at-once <n>', 'conversations with a model under way at once; 16 unless given', count)
    .option(
      '--budget <limit>',
      'stop cleanly when this is spent: dollars (with --prices), 200calls or 500ktokens',
      budget,
    )
    .option('--prices <in,out>', 'dollars for a million tokens, read and written', prices)
    .option('--queue <url>', 'have conversations played by `sente work`, over this Redis')
    .option('--resume <run>', 'take up a run that was stopped; `last` is the newest')
    .option('--store <file>', 'where runs are kept; .sente/runs.sqlite unless given')
    .option('--power [w]', 'tell how many cases intervals of ± w take; 0.05 unless given', precision)
    .option('--fail-if <expr>', 'exit with 1 if this holds; may be given several times', several)
    .option('--json', 'print one JSON document instead of tables');
  command.showSuggestionAfterError().showHelpAfterError('(see: sente measure --help)');
  command.addHelpText('after', HELP);
  return command.action(async (named: string[], typed: Typed) => {
    try {
      await measure(named, typed, outside);
    } catch (error) {
      if (!isUsage(error)) throw error;
      command.error(`error: ${error.message}`, { exitCode: 2, code: 'sente.usage' });
    }
  });
}

const isUsage = (error: unknown): error is Error =>
  error instanceof UsageError || error instanceof BarSyntaxError || error instanceof MissingFigureError;
